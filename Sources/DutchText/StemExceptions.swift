/// Words whose stem the Kraaij-Pohlmann stemmer of Xapian 1.4 gets harmfully wrong.
enum StemExceptions {
  static let stems: [String: String] = {
    var stems: [String: String] = [:]
    for group in groups {
      for form in group.forms { stems[form] = group.stem }
    }
    return stems
  }()

  private static let groups: [(stem: String, forms: [String])] = [
    ("gezondheid", ["gezondheid"]),
    ("gezond", ["gezond", "gezonde", "gezonder", "gezondst", "gezondste"]),
    ("minister", ["minister", "ministers"]),
    ("ministerie", ["ministerie", "ministeries"]),
    ("gemeente", ["gemeente", "gemeenten", "gemeentes"]),
    ("kans", ["kans", "kansen"]),
    ("antwoord", ["antwoord", "antwoorden", "antwoordt", "antwoordde", "antwoordden"]),
    ("politiek", ["politiek", "politieke"]),
    ("staat", ["staat", "staten"]),
  ]
}
