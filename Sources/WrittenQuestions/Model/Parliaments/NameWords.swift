import Text

/// Letters and figures of ASCII in a text, and what stands between them.
struct NameWords {
  private(set) var texts: [String] = []
  /// Before each word, without white space.
  private var signs: [String] = []

  init(_ text: String) {
    var sign = ""
    var word: [UInt8] = []
    for byte in text.utf8 {
      if byte.isDigit || byte.isLowercaseLetter {
        word.append(byte)
        continue
      }
      close(&word, &sign)
      if !byte.isSpace { sign.unicodeScalars.append(Unicode.Scalar(byte)) }
    }
    close(&word, &sign)
  }

  private mutating func close(_ word: inout [UInt8], _ sign: inout String) {
    guard !word.isEmpty else { return }
    texts.append(String(decoding: word, as: UTF8.self))
    signs.append(sign)
    word = []
    sign = ""
  }

  var indices: Range<Int> { texts.indices }

  subscript(index: Int) -> String? { texts.indices.contains(index) ? texts[index] : nil }

  /// Whether a word and so many behind it have one sign between them.
  func areJoined(_ index: Int, _ count: Int, by sign: String) -> Bool {
    index + count < texts.count && ((index + 1)...(index + count)).allSatisfy { signs[$0] == sign }
  }
}
