/// What stands before an item of a list: "1.", "b)", "•".
enum ListLabel {
  private static let bullets: Set<Character> = [
    "•", "◦", "▪", "▫", "●", "○", "■", "□", "‣", "⁃", "–", "—", "-", "*", "·", "o", "➢", "✓", "→",
    "►",
    // Of the fonts Symbol and Wingdings.
    "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F02D}", "\u{F0FC}", "\u{F076}", "\u{F0E0}",
  ]

  /// Whether a text of its own is a label; a number alone too, as before a note.
  static func isLabel(_ text: some StringProtocol) -> Bool {
    text.count == 1 && text.first.map(bullets.contains) ?? false || isNumber(text)
      || !text.isEmpty && text.utf8.count <= 2 && text.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether a line's first word begins an item.
  static func begins(_ word: some StringProtocol) -> Bool {
    word.count == 1 && word != "o" && word.first.map(bullets.contains) ?? false || isNumber(word)
  }

  /// "12.", "3)", "(a)", "iv.", "1°", "2.3."
  private static func isNumber(_ text: some StringProtocol) -> Bool {
    guard let end = text.last, ".)°:".contains(end) else { return false }
    let body = text.dropLast().drop { $0 == "(" }
    guard !body.isEmpty, body.utf8.count <= 4 else { return false }
    let isDigits = body.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    let isLetter = body.count == 1 && body.allSatisfy { $0.isLetter && $0.isASCII }
    let isRoman = body.allSatisfy { "ivxIVX".contains($0) }
    return isDigits || isLetter && end != ":" || isRoman
  }
}
