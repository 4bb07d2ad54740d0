import Text

/// The lines of a small file that people write.
enum TextLines {
  /// Without a byte order mark, and without white space around them; nil for one that is no UTF-8, or
  /// has a NUL.
  static func of(_ bytes: [UInt8]) -> [String?] {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.map { line in
      guard !line.contains(0) else { return nil }
      return String(validating: line, as: UTF8.self)
        .map { String($0.trimming(where: \.isWhitespace)) }
    }
  }
}
