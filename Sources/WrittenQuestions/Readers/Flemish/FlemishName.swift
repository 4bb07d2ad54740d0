import Text

/// Names of members and ministers: in capitals, or as names are written.
enum FlemishName {
  /// Only capitals.
  static func isCapitals(_ text: some StringProtocol) -> Bool {
    text.contains(where: \.isLetter) && !text.contains(where: \.isLowercase)
  }

  /// No member is called by an office.
  private static let offices: Set<String> = [
    "schepen", "burgemeester", "minister", "staatssecretaris", "president", "voorzitter",
    "gedeputeerde", "gouverneur", "raadslid", "wethouder", "koning",
  ]

  /// Whether a word can be part of a list of names.
  static func isPart(_ word: some StringProtocol, mixed: Bool) -> Bool {
    let bare = word.last == "," ? String(word.dropLast()) : String(word)
    guard bare.allSatisfy({ $0.isLetter || "'’-.".contains($0) }), bare.contains(where: \.isLetter)
    else { return false }
    if bare == "en" { return true }
    guard mixed else { return isCapitals(bare) }
    return NameParticles.sure.contains(bare) || bare.first { $0.isLetter }?.isUppercase ?? false
  }

  /// What a list of names does not end with.
  static func isJoint(_ word: some StringProtocol) -> Bool {
    word == "en" || word.first?.isLowercase ?? false && NameParticles.sure.contains(String(word))
  }

  /// The names in a list joined by commas and "en", as they are spelt; none when it is no list.
  static func list(_ text: some StringProtocol, mixed: Bool) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.allSatisfy({ isPart($0, mixed: mixed) }),
      !words.contains(where: { offices.contains($0.lowercased()) })
    else { return [] }
    return words.map { $0.lowercased() == "en" ? "," : String($0) }.joined(separator: " ")
      .split(separator: ",").map { $0.trimming(where: \.isWhitespace) }
      .filter { !$0.isEmpty }.map { spelt($0) }
  }

  /// One name on a line by itself.
  static func isAlone(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let mixed = !isCapitals(text)
    guard (mixed ? 2...6 : 1...7).contains(words.count), !text.contains(","), text.last != ".",
      let first = words.first, let last = words.last, !isJoint(last),
      first.first.map({ $0.isUppercase || "'’".contains($0) }) ?? false
    else { return false }
    return list(text, mixed: mixed).count == 1 && !words.contains { $0.lowercased() == "en" }
  }

  /// "SAM VAN ROOY" as "Sam Van Rooy", "AN VAN 'T HOF" as "An Van 't Hof"; what has small letters
  /// stays.
  static func spelt(_ name: some StringProtocol) -> String {
    guard isCapitals(name) else { return String(name) }
    var result = ""
    var isStart = true
    for character in name {
      result += isStart ? character.uppercased() : character.lowercased()
      let isApostrophe = "'’".contains(character)
      // "'T" and "'S" are short for words, "D'HAESE" begins anew.
      isStart = !character.isLetter && !character.isNumber && !(isApostrophe && isStart)
    }
    return result
  }
}
