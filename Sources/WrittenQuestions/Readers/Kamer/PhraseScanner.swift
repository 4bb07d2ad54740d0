/// Reads a sentence that is made of fixed phrases, from left to right. Letters are compared without
/// case. Spaces of a phrase stand for any, or for none: extractors glue words where a line ended.
struct PhraseScanner {
  private let text: [Character]
  private let folded: [Character]
  private(set) var position = 0

  init(_ text: some StringProtocol) {
    self.text = Array(text)
    folded = self.text.map { character in
      let lower = character.lowercased()
      return lower.count == 1 ? Character(lower) : character
    }
  }

  var isAtEnd: Bool { position >= text.count }
  var next: Character? { isAtEnd ? nil : text[position] }
  var rest: String { String(text[min(position, text.count)...]) }

  mutating func move(to new: Int) { position = min(max(0, new), text.count) }

  /// What stands from `start` up to here.
  func text(from start: Int) -> String { String(text[start..<max(start, position)]) }

  mutating func skip(_ signs: String) {
    while let next, next.isWhitespace || signs.contains(next) { position += 1 }
  }

  /// Where a phrase ends that begins at `start`; nil where another text stands. A phrase that ends in a
  /// letter is a whole word, unless it may be glued to the next one.
  func end(of phrase: String, at start: Int, glued: Bool = false) -> Int? {
    var index = start
    for sign in phrase {
      if sign == " " {
        while index < folded.count, folded[index].isWhitespace { index += 1 }
      } else {
        guard index < folded.count, folded[index] == sign else { return nil }
        index += 1
      }
    }
    let isWord = phrase.last.map { $0.isLetter } ?? false
    if isWord, !glued, index < text.count, text[index].isLetter { return nil }
    return index
  }

  /// Takes the first of these phrases that stands here.
  mutating func take(_ phrases: String..., glued: Bool = false) -> Bool {
    for phrase in phrases {
      if let end = end(of: phrase, at: position, glued: glued) {
        position = end
        return true
      }
    }
    return false
  }

  /// Moves to where one of the phrases begins outside of parentheses and quotes, as whole words.
  /// - Returns: false, and nothing is moved, where none is found.
  mutating func find(_ phrases: [String], isNested: Bool = false) -> Bool {
    var depth = 0
    for index in position..<max(position, text.count) {
      if depth == 0 || isNested, index == 0 || !text[index - 1].isLetter || !text[index].isLetter,
        phrases.contains(where: { end(of: $0, at: index) != nil })
      {
        position = index
        return true
      }
      switch text[index] {
      case "(", "«": depth += 1
      case ")", "»": depth = max(0, depth - 1)
      default: break
      }
    }
    return false
  }

  /// Where a name ends that is written with these letters and digits, whatever stands between them.
  func end(ofLetters letters: [Character], at start: Int) -> Int? {
    var index = start
    for letter in letters {
      while index < folded.count, folded[index].isWhitespace || ",-".contains(folded[index]) {
        index += 1
      }
      guard index < folded.count, folded[index] == letter else { return nil }
      index += 1
    }
    return index
  }
}
