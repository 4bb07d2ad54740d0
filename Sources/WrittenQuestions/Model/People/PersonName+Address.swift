/// What stands before a name and is no part of it.
extension PersonName {
  /// Without how a member is addressed: "het lid Van Rooy c.s.", "mevr. An Van 't Hof".
  static func withoutForm(_ words: [String]) -> [String] {
    var rest = words[...]
    while rest.count > 1, let last = rest.last, ["c.s.", "c.s", "cs.", "e.a."].contains(last) {
      rest = rest.dropLast()
    }
    while let first = rest.first, rest.count > 1 {
      let word = first.lowercased()
      if ["de", "het"].contains(word), forms.contains(rest.dropFirst().first?.lowercased() ?? "") {
        rest = rest.dropFirst()
      } else if forms.contains(word) {
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return Array(rest)
  }

  /// "de leden", "de heren": several follow, of whom only the family name may be written.
  static func isAddressOfSeveral(_ words: [String]) -> Bool {
    let rest = withoutPreposition(words)
    let word = rest.first.map { ["de", "het"].contains($0.lowercased()) } == true ? 1 : 0
    return rest.count > word && formsOfSeveral.contains(rest[word].lowercased())
  }

  /// Without the word that a name is taken over with: "van SAM VAN ROOY", "van het lid Thieme", "door
  /// Jan Peeters". One that may belong to the name stays: "van Rooy", "van Haersma Buma".
  static func withoutPreposition(_ words: [String]) -> [String] {
    let rest = Array(words.dropFirst())
    guard let first = words.first, let next = rest.first else { return words }
    let word = first.lowercased()
    if ["vraag", "vragen"].contains(word), next.lowercased() == "van" {
      return withoutPreposition(rest)
    }
    if word == "door" { return rest }
    let isAllCapitals = FlemishName.isCapitals(words.joined())
    guard first == "van" || word == "van" && (isAllCapitals || forms.contains(next.lowercased()))
    else { return words }
    if withoutForm(rest).count < rest.count { return rest }
    guard rest.count > 1, !NameParticles.contains(next) else { return words }
    // What follows is a whole name by itself: "Sam Van Rooy", "S. Peeters", "Sam PEETERS".
    let hasParticle = rest.indices.dropFirst().dropLast().contains {
      NameParticles.contains(rest[$0], at: $0) && rest[$0 - 1].last != "-"
    }
    let last = rest.last ?? ""
    let endsInCapitals = FlemishName.isCapitals(last) && last.count(where: \.isLetter) > 1
    let isWhole =
      isInitials(next) || hasParticle && !next.contains("-") || endsInCapitals && !isAllCapitals
    return isWhole ? rest : words
  }

  private static let formsOfSeveral: Set<String> = [
    "leden", "heren", "dames", "mevrouwen", "kamerleden", "raadsleden", "gemeenteraadsleden",
    "volksvertegenwoordigers", "senatoren", "collega's",
  ]

  private static let forms: Set<String> = formsOfSeveral.union([
    "lid", "heer", "mevrouw", "mevr.", "mevr", "mw.", "mw", "dhr.", "dhr", "mme", "kamerlid",
    "raadslid", "gemeenteraadslid", "volksvertegenwoordiger", "senator", "collega",
    "dr.", "drs.", "ir.", "ing.", "mr.", "prof.", "dr", "drs", "ir", "ing", "prof", "em.",
  ])
}
