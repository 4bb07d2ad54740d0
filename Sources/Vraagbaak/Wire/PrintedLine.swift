import Extraction

/// Text of documents as people see it in one line.
package enum PrintedLine {
  /// Without characters that could steer a terminal, and with words whole that a layout broke at the end of
  /// a line.
  package static func clean(_ text: String) -> String {
    var spaced = ""
    var isBroken = false
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: isSpace)
      guard let first = words.first, let last = words.last else { continue }
      if isBroken, first.first?.isLowercase == true, !["en", "of", "noch"].contains(first) {
        spaced.removeLast()
      } else if !spaced.isEmpty {
        spaced += " "
      }
      spaced += words.joined(separator: " ")
      isBroken = last.hasSuffix("-") && last.dropLast().last?.isLetter == true
    }
    let prefix = text.first.map(isSpace) == true ? " " : ""
    let suffix = text.last.map(isSpace) == true && !spaced.isEmpty ? " " : ""
    guard spaced.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7f }) else {
      return prefix + spaced + suffix
    }
    let scalars = PathText.printable(spaced).unicodeScalars.filter { !$0.steersText }
    return prefix + String(String.UnicodeScalarView(scalars)) + suffix
  }

  /// The properties of a character outside ASCII take long to find.
  private static func isSpace(_ character: Character) -> Bool {
    character.asciiValue.map { $0 == 0x20 || 0x09...0x0d ~= $0 } ?? character.isWhitespace
  }
}
