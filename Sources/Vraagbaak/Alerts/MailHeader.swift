#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Texts in headers of mail, which are ASCII in short lines.
enum MailHeader {
  /// Running text: as it is where that can be, else in encoded words (RFC 2047), a line each.
  static func text(_ text: String) -> String {
    let line = PrintedLine.clean(text)
    let isPlain =
      line.utf8.count <= 60 && !line.contains("=?") && line.utf8.allSatisfy { 0x20..<0x7f ~= $0 }
    return isPlain ? line : encodedWords(line)
  }

  /// A name before an address.
  static func phrase(_ name: String) -> String {
    let line = PrintedLine.clean(name)
    let isPlain = line.utf8.count <= 60 && !line.contains("=?")
    let isText = line.utf8.allSatisfy { 0x20..<0x7f ~= $0 && $0 != 0x22 && $0 != 0x5c }
    return isPlain && isText ? "\"\(line)\"" : encodedWords(line)
  }

  /// No character is cut, so that each word can be read by itself.
  private static func encodedWords(_ line: String) -> String {
    // With the header's name a line has at most 76 characters, as RFC 2047 has it.
    let most = 39
    var words: [[UInt8]] = [[]]
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if words[words.count - 1].count + bytes.count > most { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
  }
}
