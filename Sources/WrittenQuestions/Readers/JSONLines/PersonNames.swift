import Text

/// The people that a text names. One comma turns a name, "Burton, Emmanuel", or parts two names.
struct PersonNames {
  /// The group is a party or a role.
  private(set) var people: [(name: String, group: String?)] = []
  /// False where the text may be read in another way.
  private(set) var isClear = true

  init(askers text: String) {
    for piece in Self.pieces(of: text, at: ";|\n/") {
      let first = people.count
      addList(piece)
      Self.shareParties(&people[first...])
    }
  }

  /// Roles have commas and "en" of their own, as fields of a minister have: only what stands before
  /// a role is a name that may be turned.
  init(ministers text: String, hasRoles: Bool) {
    for piece in Self.pieces(of: text, at: ";|\n") {
      people += hasRoles ? [(piece, nil)] : Self.ministers(piece)
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

  /// "Jan Peeters, Piet Jans en Els Bo", "de leden Omtzigt (CDA) en Leijten (SP)".
  private mutating func addList(_ text: String) {
    var words = Self.words(text).map { String($0) }
    let isAddressed = PersonName.isAddressOfSeveral(words)
    if isAddressed { words = PersonName.withoutForm(PersonName.withoutPreposition(words)) }
    if words.count > 2, words.suffix(2).joined(separator: " ").lowercased() == "en anderen" {
      words.removeLast(2)
    }
    let list = words.joined(separator: " ")
    let parts = Self.parts(of: list, areLastNames: isAddressed || list.contains("("))
    // Where one of them is a single word, all may be family names.
    let areLastNames =
      isAddressed
      || parts.count > 1
        && parts.contains { Self.words(Self.withParty($0).name).count == 1 }
    for part in parts { addAskers(part, areLastNames: areLastNames) }
  }

  /// A party stands behind the last of its members: "Bikker en Ceder (beiden ChristenUnie)".
  private static func shareParties(_ people: inout ArraySlice<(name: String, group: String?)>) {
    var party: String?
    for index in people.indices.reversed() {
      if let own = people[index].group { party = own } else { people[index].group = party }
    }
  }

  /// Cut at "en" between two names.
  private static func parts(of text: String, areLastNames: Bool) -> [String] {
    let joints = [" en ", " et ", " and ", " & "] + (isInCapitals(text) ? [" EN "] : [])
    for joint in joints {
      var rest = text[...]
      var before = ""
      while let range = rest.firstRange(of: joint) {
        let sides = [before + rest[..<range.lowerBound], String(rest[range.upperBound...])]
        if sides.allSatisfy({ isName($0, isLastName: areLastNames) }) {
          return sides.flatMap { parts(of: $0, areLastNames: areLastNames) }
        }
        before += rest[..<range.upperBound]
        rest = rest[range.upperBound...]
      }
    }
    return [text]
  }

  /// But for the word that it is taken over with: "van JAN PEETERS EN PIET JANS".
  private static func isInCapitals(_ text: String) -> Bool {
    FlemishName.isCapitals(text.hasPrefix("van ") ? text.dropFirst(4) : text[...])
  }

  /// Of at least two words, where it is no family name alone, as behind "mevrouw".
  private static func isName(_ text: String, isLastName: Bool) -> Bool {
    let words = words(text).map { String($0) }
    let capitals = words.count { $0.first?.isUppercase == true }
    guard text.count(where: { $0 == "(" }) == text.count(where: { $0 == ")" }) else { return false }
    let isAddressed = PersonName.withoutForm(words).count < words.count
    return capitals > (isLastName || isAddressed ? 0 : 1)
  }

  private mutating func addAskers(_ text: String, areLastNames: Bool) {
    let parts = Self.commaParts(of: text).map(Self.withParty)
    guard !areLastNames else {
      people += parts
      return
    }
    if parts.count == 2, let party = parts.last, party.group == nil, parts[0].group == nil,
      Self.words(parts[0].name).count > 1, Self.isParty(party.name, of: parts[0].name)
    {
      people.append((parts[0].name, party.name))
    } else if parts.count == 2, parts[0].group == nil, Self.isTurned(parts[0].name, parts[1].name) {
      // "Burton, Emmanuel" is written as it is sorted.
      people.append((parts[1].name + " " + parts[0].name, parts[1].group))
    } else {
      people += parts
      let isUnclear = parts.contains { $0.group == nil && Self.isLastName($0.name) }
      if parts.count > 2, isUnclear { isClear = false }
    }
  }

  static func commaParts(of text: String) -> [String] { cut(text, at: ",") }

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

  /// "Jan Peeters (N-VA)"; initials in brackets stay with the name.
  private static func withParty(_ text: String) -> (name: String, group: String?) {
    guard let group = NameBrackets(text)?.groups.last,
      let range = text.firstRange(of: "(" + group + ")") ?? Self.lastBrackets(text)
    else { return (text, nil) }
    let name = JSONRecord.trimmed(text[..<range.lowerBound] + " " + text[range.upperBound...])
    return name.isEmpty ? (text, nil) : (name, Party.withoutCount(group))
  }

  private static func lastBrackets(_ text: String) -> Range<String.Index>? {
    guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return nil
    }
    return open..<text.index(after: close)
  }

  /// "Zuhal Demir, Ben Weyts" are two; "Openbare Werken en Sociale Zaken" is no name of any.
  private static func ministers(_ text: String) -> [(name: String, group: String?)] {
    if let range = text.ranges(of: " en ").first(where: {
      Office.begins(String(text[$0.upperBound...]))
    }) {
      let sides = [String(text[..<range.lowerBound]), String(text[range.upperBound...])]
      let read = sides.map { Office.minister(in: $0) }
      if read.allSatisfy({ $0?.name != nil }) { return sides.flatMap(ministers) }
    }
    let titled = commaParts(of: text)
    if titled.count > 1,
      titled.allSatisfy({ Office.begins($0) && Office.minister(in: $0)?.name != nil })
    {
      return titled.flatMap(ministers)
    }
    if let read = Office.minister(in: text) {
      return [(read.name ?? text, read.name == nil ? nil : read.role)]
    }
    let names = commaParts(of: text).flatMap { parts(of: $0, areLastNames: false) }
    let areAll = names.allSatisfy {
      !isLastName(withParty($0).name) && Office.isPerson(withParty($0).name)
    }
    return names.count > 1 && areAll ? names.map { ($0, nil) } : [(text, nil)]
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
    words(text).drop { NameParticles.contains($0) }.count < 2
  }

  /// A known name, or letters that are all capitals beside a name that is not.
  static func isParty(_ text: String, of name: String) -> Bool {
    if Party.isKnown(text) { return true }
    let letters = text.filter(\.isLetter)
    return !letters.isEmpty && !text.contains(".") && letters.allSatisfy(\.isUppercase)
      && name.contains(where: \.isLowercase)
  }
}
