import Text

/// The text of a field that nothing reads: words, and not names of things, numbers or addresses.
enum UnreadWords {
  /// How many bytes its words have; nil for a value in which no text has two words.
  static func bytes(in value: JSONValue) -> Int? {
    var bytes = 0
    var hasWords = false
    visit(value) { text in
      guard isText(text) else { return }
      hasWords = true
      bytes += text.utf8.reduce(0) { $1.isSpace ? $0 : $0 + 1 }
    }
    return hasWords ? bytes : nil
  }

  private static func visit(_ value: JSONValue, _ body: (String) -> Void) {
    switch value {
    case .string(let string): body(string.text)
    case .array(let elements): for element in elements { visit(element, body) }
    case .object(let members): for member in members { visit(member.value, body) }
    case .null, .bool, .number: break
    }
  }

  /// Two words of two letters, which are no date.
  private static func isText(_ text: String) -> Bool {
    var words = 0
    for word in text.prefix(bytes: 1_000).split(whereSeparator: \.isWhitespace) {
      let letters = word.count(where: \.isLetter)
      if letters > 1, letters * 2 > word.count, !word.contains("://") { words += 1 }
      if words == 2 { return text.utf8.count > 60 || ExportDate.date(text) == nil }
    }
    return false
  }
}
