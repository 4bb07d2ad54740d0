import Text

/// A person's name as it is compared with others: without capitals, accents and signs.
///
/// It is the one place where names are compared: of what one source says of a question with another,
/// and of the documents of an index.
package struct PersonKey: Sendable, Hashable {
  /// The words of the family name: "van den berg-jansen".
  package let family: String
  /// "jan pieter"; `.jp` for initials; empty where no first name is known.
  package let given: String

  package init(family: String, given: String) {
    self.family = family
    self.given = given
  }

  package init(_ name: PersonName) {
    let given = Self.words(name.given ?? "").joined(separator: " ")
    self.init(
      family: Self.words(name.family).joined(separator: " "),
      given: name.isWhole || given.isEmpty ? given : "." + given.filter(\.isLetter))
  }

  package init(_ name: String) { self.init(PersonName(name)) }

  /// Of letters and figures; a hyphen joins the halves of a name.
  private static func words(_ text: String) -> [String] {
    let plain = String(text.folded.map { "–‑—".contains($0) ? "-" : $0 })
    return plain.split { $0.isWhitespace || $0 == "." }.compactMap { word in
      let halves = word.split(separator: "-").map { half in half.filter(isOfName) }
      let joined = halves.filter { !$0.isEmpty }.joined(separator: "-")
      return joined.isEmpty ? nil : joined
    }
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// "yesilgoz" and "zegerius" of a double name; none of another.
  package var halves: [String] {
    let halves = family.split(separator: "-").map(String.init)
    return halves.count > 1 ? halves : []
  }

  /// How much of the first name is known.
  package enum Fullness: Int {
    case none, initials, whole
  }

  package var fullness: Fullness {
    given.isEmpty ? .none : given.hasPrefix(".") ? .initials : .whole
  }

  /// Whether it says less than another name, and nothing else.
  package func isShorter(than other: PersonKey) -> Bool {
    guard family == other.family || other.halves.contains(family) else { return false }
    if given == other.given { return !given.isEmpty && family != other.family }
    return switch (fullness, other.fullness) {
    case (.none, .initials), (.none, .whole): true
    case (.initials, .whole): given.dropFirst().first == other.given.first
    default: false
    }
  }

  /// Whether two names may be those of one person: the family names are alike, and the first names
  /// where both are known.
  package func mayBe(_ other: PersonKey) -> Bool {
    guard isAlike(other) else { return false }
    if given == other.given { return true }
    return switch (fullness, other.fullness) {
    case (.none, _), (_, .none): true
    // "Hirsch Ballin" and "Ernst Hirsch Ballin".
    case (.whole, .whole):
      given.hasSuffix(" " + other.given) || other.given.hasSuffix(" " + given)
    case (.initials, .initials):
      given.hasPrefix(other.given) || other.given.hasPrefix(given)
    default: given.first { $0 != "." } == other.given.first { $0 != "." }
    }
  }

  /// The same, half of the other's, or without the small words before it.
  private func isAlike(_ other: PersonKey) -> Bool {
    if family == other.family { return true }
    let (own, others) = (stems, other.stems)
    guard !Set(own).isDisjoint(with: others) else { return false }
    let (particle, another) = (particle, other.particle)
    return particle.isEmpty || another.isEmpty || particle == another
  }

  /// What the name may be known by, without the small words before it.
  private var stems: [String] {
    ([family] + halves).map { half in
      half.split(separator: " ").drop { NameParticles.contains($0) }.joined()
    }
  }

  private var particle: String {
    family.split(separator: " ").prefix { NameParticles.contains($0) }.joined()
  }
}

extension PersonName {
  /// The name that says more: with a first name, with all of the family's, not in capitals alone.
  static func fuller(_ own: String?, _ other: String?) -> String? {
    guard let own, let other else { return own ?? other }
    return fuller(own, other)
  }

  static func fuller(_ own: String, _ other: String) -> String {
    func worth(_ name: String) -> Int {
      let key = PersonKey(name)
      return 4 * key.fullness.rawValue + (key.halves.isEmpty ? 0 : 2)
        + (name.contains(where: \.isLowercase) ? 1 : 0)
    }
    return worth(other) > worth(own) ? other : own
  }
}
