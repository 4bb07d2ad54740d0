import Text

/// A person's name, however a source writes it: "SAM VAN ROOY", "Van Rooy, Sam", "het lid Van Rooy (VB)",
/// "van Sam VAN ROOY", "Marianne Thieme (M.L.)" and "H.G.J. (Hilde) Palland".
///
/// What is no name of one person is all of it a family name, as it is written.
public struct PersonName: Sendable, Hashable {
  /// First names or initials; nil where only the family name is known.
  public private(set) var given: String?
  /// With what stands before it: "Van Rooy", "van den Berg".
  public private(set) var family: String
  /// What else stood behind it, in brackets or after a comma: a party or a role.
  public private(set) var group: String?

  /// In the order in which it is spoken.
  public var display: String { given.map { $0 + " " + family } ?? family }

  /// Whether the first name is known, and not only its initial.
  public var isWhole: Bool { given.map { !Self.isInitials($0) } ?? false }

  /// "van den" and "Berg" of "van den Berg"; the first is empty where nothing stands before the name.
  public var particleAndStem: (particle: String, stem: String) {
    let words = Self.words(family)
    let particles = words.prefix { NameParticles.contains($0) }
    guard particles.count < words.count else { return ("", family) }
    return (
      particles.joined(separator: " "),
      words.dropFirst(particles.count).joined(separator: " ")
    )
  }

  public init(_ text: some StringProtocol) {
    family = Self.words(text).joined(separator: " ")
    guard family.utf8.count < 200, !Office.isRole(family), !family.contains(where: \.isNumber),
      let brackets = NameBrackets(family), brackets.groups.count <= 1
    else { return }
    let sides = brackets.outside.split(separator: ",").map(Self.words).filter { !$0.isEmpty }
    guard 1...2 ~= sides.count, !sides.contains(where: { $0.contains("en") }) else { return }
    let first = Self.withoutForm(sides.count == 1 ? Self.withoutPreposition(sides[0]) : sides[0])
    guard !first.isEmpty, first.count <= 8 else { return }

    if sides.count == 1 {
      self = Self.spoken(first)
    } else {
      let behind = sides[1].joined(separator: " ")
      if PersonNames.isParty(behind, of: sides[0].joined(separator: " ")) {
        self = Self.spoken(first)
        group = behind
      } else if sides[1].count <= 5, !Self.areTwo(first, sides[1]) {
        self = Self.sorted(first, Self.withoutForm(sides[1]))
      } else {
        return
      }
    }
    take(brackets)
  }

  private init(given: some Sequence<String>, family: some Sequence<String>) {
    let given = given.joined(separator: " ")
    self.given = given.isEmpty ? nil : FlemishName.spelt(given)
    self.family = FlemishName.spelt(family.joined(separator: " "))
  }

  /// "Zuhal Demir, Ben Weyts", and not "Garcia Garcia, Luz" or "Van den Bergh, Jan Pieter".
  private static func areTwo(_ left: [String], _ right: [String]) -> Bool {
    [left, right].allSatisfy { words in
      let own = words.enumerated().filter { !NameParticles.contains($1, at: $0) }.map(\.element)
      return own.count > 1 && !NameParticles.contains(words[0]) && !own.contains(where: isInitials)
    }
  }

  /// "Berg, Joba van den": small words behind the first name belong to the family's.
  private static func sorted(_ family: [String], _ given: [String]) -> PersonName {
    let count = given.reversed().prefix {
      $0.first?.isLowercase == true && NameParticles.contains($0)
    }
    .count
    return PersonName(given: given.dropLast(count), family: given.suffix(count) + family)
  }

  private static func spoken(_ words: [String]) -> PersonName {
    if let capitals = capitals(in: words) {
      // "Annika BRUNA" and "VAN ROOY Sam".
      return PersonName(
        given: words[..<capitals.lowerBound] + words[capitals.upperBound...],
        family: words[capitals].map { FlemishName.spelt($0) })
    }
    if words.count > 1, let last = words.last, isInitials(last), !isInitials(words[0]) {
      return PersonName(given: [last], family: words.dropLast())
    }
    let particle = words.indices.dropLast().first { NameParticles.contains(words[$0], at: $0) }
    let start = particle ?? words.count - 1
    return PersonName(given: words[..<start], family: words[start...])
  }

  /// Where the family name stands, when it alone is in capitals.
  private static func capitals(in words: [String]) -> Range<Int>? {
    func isCapitals(_ word: String) -> Bool {
      FlemishName.isCapitals(word) && !isInitials(word)
        && (word.count(where: \.isLetter) > 1 || NameParticles.contains(word))
    }
    guard var first = words.firstIndex(where: isCapitals) else { return nil }
    let end = words[first...].firstIndex { !isCapitals($0) } ?? words.count
    // "Sam van ROOY".
    while first > 0, words[first - 1].first?.isLowercase == true,
      NameParticles.contains(words[first - 1])
    {
      first -= 1
    }
    guard first > 0 || end < words.count, first == 0 || end == words.count,
      words[first..<end].contains(where: { $0.count(where: \.isLetter) > 2 }),
      !words[first..<end].contains(where: { Party.isKnown($0) })
    else { return nil }
    return first..<end
  }

  private mutating func take(_ brackets: NameBrackets) {
    for (text, isLast) in brackets.inside {
      if NameBrackets.isInitials(text) {
        if given == nil { given = text.count == 1 ? text + "." : text }
      } else if !isLast, let own = given, Self.isInitials(own) {
        given = FlemishName.spelt(text)
      } else if group == nil {
        group = Party.withoutCount(text)
      }
    }
  }

  // MARK: Words

  static func words(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { String($0) }
  }

  /// "M.L.", "M. L.", "Ch.", "J"
  static func isInitials(_ text: some StringProtocol) -> Bool {
    let letters = text.count(where: \.isLetter)
    guard letters > 0, text.first?.isUppercase == true else { return false }
    if letters == 1 { return text.count <= 2 }
    guard text.last == "." else { return false }
    return text.allSatisfy { $0.isLetter || ". -".contains($0) }
      && text.split(whereSeparator: { !$0.isLetter }).allSatisfy { $0.count <= 2 }
  }
}
