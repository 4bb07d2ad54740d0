/// How a text file writes characters as bytes, by the names that the web and `iconv` know.
///
/// ```swift
/// let text = TextEncoding.windows1252.decode([0x80, 0x35])  // "€5"
/// ```
public enum TextEncoding: String, Sendable, Hashable, CaseIterable, Codable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"

  /// The text of bytes that were cut out of such a file; nil where they are not whole characters.
  /// What Windows-1252 leaves undefined is U+FFFD.
  public func decode(_ bytes: [UInt8]) -> String? {
    utf8(of: bytes[...]).map { String(decoding: $0, as: UTF8.self) }
  }
}
