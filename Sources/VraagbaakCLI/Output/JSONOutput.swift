import Vraagbaak

/// Results as JSON; its shape is the library's, in `docs/json.md`.
enum JSONOutput {
  static func write(_ value: some Encodable) throws { Terminal.write(try text(of: value)) }

  /// What `write` prints.
  static func text(of value: some Encodable) throws -> String {
    text(try WireFormat.encode(Versioned(value), isPretty: true))
  }

  /// One line each.
  static func writeLines(_ values: [some Encodable]) throws {
    for value in values { Terminal.write(text(try WireFormat.encode(value))) }
  }

  /// In another program's shape, without our version.
  static func writePlain(_ value: some Encodable) throws {
    Terminal.write(text(try WireFormat.encode(value, isPretty: true)))
  }

  private static func text(_ json: [UInt8]) -> String {
    String(decoding: json, as: UTF8.self) + "\n"
  }
}
