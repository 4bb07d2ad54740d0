import Text

/// The people that a text names. One comma turns a name, "Burton, Emmanuel", or parts two names.
struct PersonNames {
  /// The group is a party or a role.
  private(set) var people: [(name: String, group: String?)] = []
  /// False where the text may be read in another way.
  private(set) var isClear = true

  init(askers text: String) {
    for piece in Self.pieces(of: text, at: ";|\n/") {
      for name in Self.parts(of: piece) { addAskers(name) }
    }
  }

  /// Roles have commas and "en" of their own, as fields of a minister have: only what stands before
  /// a role is a name that may be turned.
  init(ministers text: String, hasRoles: Bool) {
    for piece in Self.pieces(of: text, at: ";|\n") {
      people.append(hasRoles ? (piece, nil) : Self.minister(piece))
      // "Jan Peeters en Els Bo" cannot be told from "Openbare Werken en Sociale Zaken".
      let parts = Self.commaParts(of: people.last?.name ?? "").flatMap(Self.parts)
      if parts.count > 1, parts.allSatisfy(Self.isOnlyName) { isClear = false }
    }
  }

  // MARK: Several

  /// Cut at signs that stand between names, each of which has a capital.
  private static func pieces(of text: String, at signs: String) -> [String] {
    let names = cut(text, at: signs)
    let isCut = names.allSatisfy { name in
      name.contains(where: \.isUppercase) && name.count { $0.isLetter } > 1
    }
    return isCut && !names.isEmpty || names.count == 1 ? names : [text]
  }

  /// Cut at "en" between two names of at least two words.
  private static func parts(of text: String) -> [String] {
    for joint in [" en ", " et ", " and ", " & "] {
      var rest = text[...]
      var before = ""
      while let range = rest.firstRange(of: joint) {
        let sides = [before + rest[..<range.lowerBound], String(rest[range.upperBound...])]
        if sides.allSatisfy({ isName($0) }) { return sides.flatMap(parts) }
        before += rest[..<range.upperBound]
        rest = rest[range.upperBound...]
      }
    }
    return [text]
  }

  private static func isName(_ text: String) -> Bool {
    let capitals = words(text).filter { $0.first?.isUppercase == true }
    let opened = text.count { $0 == "(" }
    return capitals.count > 1 && opened == text.count { $0 == ")" }
  }

  /// No word but particles begins with a small letter.
  private static func isOnlyName(_ text: String) -> Bool {
    let words = words(text).filter { !particles.contains($0.lowercased()) }
    return words.count > 1 && words.allSatisfy { $0.first?.isUppercase == true } && !isRole(text)
  }

  private mutating func addAskers(_ text: String) {
    let parts = Self.commaParts(of: text).map(Self.withParty)
    if parts.count == 2, let party = parts.last, party.group == nil, parts[0].group == nil,
      Self.words(parts[0].name).count > 1, Self.isParty(party.name, of: parts[0].name)
    {
      people.append((parts[0].name, party.name))
    } else if parts.count == 2, parts[0].group == nil, Self.isTurned(parts[0].name, parts[1].name) {
      // "Burton, Emmanuel" is written as it is sorted.
      people.append((parts[1].name + " " + parts[0].name, parts[1].group))
    } else {
      people += parts
      if parts.count > 2, parts.contains(where: { Self.isLastName($0.name) }) { isClear = false }
    }
  }

  private static func commaParts(of text: String) -> [String] { cut(text, at: ",") }

  /// Cut at these signs where they stand outside of brackets.
  private static func cut(_ text: String, at signs: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 } else if character == ")" { depth = max(0, depth - 1) }
      if depth == 0, signs.contains(character) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(JSONRecord.trimmed).filter { !$0.isEmpty }
  }

  /// "Jan Peeters (N-VA)".
  private static func withParty(_ text: String) -> (name: String, group: String?) {
    guard text.last == ")", let open = text.lastIndex(of: "(") else { return (text, nil) }
    let name = JSONRecord.trimmed(String(text[..<open]))
    let group = JSONRecord.trimmed(String(text[text.index(after: open)...].dropLast()))
    return name.isEmpty || group.isEmpty ? (text, nil) : (name, group)
  }

  private static func minister(_ text: String) -> (name: String, group: String?) {
    let bracketed = withParty(text)
    if let group = bracketed.group, isRole(group) { return (turned(bracketed.name), group) }
    let parts = commaParts(of: text)
    guard let first = parts.firstIndex(where: isRole), first > 0 else { return (text, nil) }
    return (
      turned(parts[..<first].joined(separator: ", ")),
      parts[first...].joined(separator: ", ")
    )
  }

  /// "Crevits, Hilde" as it is spoken.
  static func turned(_ name: String) -> String {
    let parts = commaParts(of: name)
    return parts.count == 2 && isTurned(parts[0], parts[1]) ? parts[1] + " " + parts[0] : name
  }

  // MARK: Kinds of words

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  /// Two names have two words each; a last name may begin with particles: "Van den Bergh, Jan Pieter".
  private static func isTurned(_ last: String, _ first: String) -> Bool {
    words(first).count == 1 || isLastName(last)
  }

  private static func isLastName(_ text: String) -> Bool {
    words(text).drop { particles.contains($0.lowercased()) }.count < 2
  }

  /// A known name, or letters that are all capitals beside a name that is not.
  static func isParty(_ text: String, of name: String) -> Bool {
    if parties.contains(text.lowercased()) { return true }
    let letters = text.filter(\.isLetter)
    return !letters.isEmpty && !text.contains(".") && letters.allSatisfy(\.isUppercase)
      && name.contains(where: \.isLowercase)
  }

  static func isRole(_ text: String) -> Bool {
    words(text).prefix(3).contains { word in
      let word = word.lowercased()
      return word.contains("minister") || word.contains("secretaris") || word == "premier"
    }
  }

  static let particles: Set<String> = [
    "van", "de", "den", "der", "ter", "ten", "te", "'t", "het", "vande", "vanden", "vander", "di",
    "da", "del", "della", "le", "la", "du", "des", "el", "al", "ben", "von", "zu", "in",
  ]

  /// In small letters, those that have some.
  private static let parties: Set<String> = [
    "open vld", "vlaams belang", "groen", "vooruit", "sp.a", "ecolo", "ecolo-groen", "défi",
    "les engagés", "cdh", "pvda-go!", "lijst dedecker", "onafhankelijk", "onafhankelijke",
    "groenlinks", "groenlinks-pvda", "christenunie", "denk", "volt", "pvdd", "pvda",
    "partij voor de dieren", "forum voor democratie",
  ]
}
