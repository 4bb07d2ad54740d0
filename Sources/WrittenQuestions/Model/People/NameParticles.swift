/// Small words that belong to a family name and stand before the rest of it.
enum NameParticles {
  /// Those that are nothing else in a list of names.
  static let sure: Set<String> = [
    "van", "de", "den", "der", "het", "'t", "’t", "te", "ten", "ter", "von", "zu", "le", "la", "du",
    "des", "d'", "d’", "di", "da", "del", "della", "dos", "el", "al", "vande", "vanden", "vander",
  ]

  private static let all = sure.union(["in", "op", "aan"])

  static func contains(_ word: some StringProtocol) -> Bool { all.contains(word.lowercased()) }

  /// Behind a first name also "Ben", which is one itself: "Nawal Ben Hamou", "Ben Weyts".
  static func contains(_ word: some StringProtocol, at place: Int) -> Bool {
    contains(word) || place > 0 && ["ben", "bin", "abou"].contains(word.lowercased())
  }
}
