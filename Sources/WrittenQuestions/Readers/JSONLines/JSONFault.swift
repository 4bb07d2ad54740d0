/// Where a text stops being JSON, and why.
struct JSONFault: Error, Equatable {
  /// Offset of the first byte that does not fit.
  let byte: Int
  /// What is wrong there, with the byte's number from 1.
  let reason: String
  /// Whether the bytes end where something more was expected.
  let isAtEnd: Bool
  /// Whether they end inside a text.
  var isInText = false

  /// Nil when the bytes are one JSON value.
  static func find(in bytes: [UInt8]) -> JSONFault? {
    do throws(JSONFault) {
      _ = try JSONParser.parse(bytes)
      return nil
    } catch {
      return error
    }
  }
}
