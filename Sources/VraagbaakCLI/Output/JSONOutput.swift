import Vraagbaak

/// Results as JSON; its shape is the library's, in `docs/json.md`.
enum JSONOutput {
  static func write(_ value: some Encodable) throws {
    try write(WireFormat.encode(Versioned(value), isPretty: true))
  }

  /// One line each.
  static func writeLines(_ values: [some Encodable]) throws {
    for value in values { try write(WireFormat.encode(value)) }
  }

  /// In another program's shape, without our version.
  static func writePlain(_ value: some Encodable) throws {
    try write(WireFormat.encode(value, isPretty: true))
  }

  private static func write(_ json: [UInt8]) {
    Terminal.write(String(decoding: json, as: UTF8.self) + "\n")
  }
}
