/// Accents that were printed beside their letter: "Kostic´", "Yes¸ilgöz".
enum SpacingAccent {
  private static let combining: [Character: Unicode.Scalar] = [
    "´": "\u{301}", "`": "\u{300}", "¨": "\u{308}", "ˆ": "\u{302}", "˜": "\u{303}",
    "¸": "\u{327}", "ˇ": "\u{30C}", "˘": "\u{306}", "˙": "\u{307}", "˚": "\u{30A}",
    "˝": "\u{30B}", "˛": "\u{328}",
  ]
  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

  static func isAccent(_ text: String) -> Bool {
    text.count == 1 && text.first.map { combining[$0] != nil } ?? false
  }

  /// The text with each accent on the letter that it belongs to; one that fits none stays.
  static func composed(_ text: String) -> String {
    guard text.contains(where: { combining[$0] != nil }) else { return text }
    var letters: [Character] = []
    var rest = text[...]
    while let character = rest.popFirst() {
      guard let accent = combining[character] else {
        letters.append(character)
        continue
      }
      let before = letters.last.flatMap { joined($0, accent) }
      let after = rest.first.flatMap { joined($0, accent) }
      if character == "´" || character == "`", before != nil || letters.last?.isLetter ?? true,
        isApostrophe(before: rest)
      {
        letters.append("’")
      } else if let before, after == nil || !belongsToNext(letters) {
        letters[letters.count - 1] = before
      } else if let after {
        letters.append(after)
        rest.removeFirst()
      } else {
        letters.append(character)
      }
    }
    return String(letters)
  }

  /// One letter with an accent, if there is one.
  private static func joined(_ letter: Character, _ accent: Unicode.Scalar) -> Character? {
    let base: Character = letter == "ı" ? "i" : letter
    guard base.isLetter, base.unicodeScalars.count == 1 else { return nil }
    let text = (String(base) + String(Character(accent))).composed
    return text.unicodeScalars.count == 1 ? text.first : nil
  }

  /// "co¨ordinatie": of two vowels the second has the dots.
  private static func belongsToNext(_ letters: [Character]) -> Bool {
    guard let last = letters.last, vowels.contains(last) else { return false }
    return letters.count < 2 || !vowels.contains(letters[letters.count - 2])
  }

  /// "foto´s", "zo´n", "´s-Gravenhage": an accent typed for an apostrophe.
  private static func isApostrophe(before rest: Substring) -> Bool {
    let ending = rest.prefix(while: \.isLetter)
    return ["s", "n", "r", "t", "tje", "tjes", "er", "ers"].contains(ending)
  }
}
