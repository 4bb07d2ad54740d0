import Text

/// Finds words of the same family: `migrant` and `migratie`, `ambtenaar` and `ambtelijk`,
/// `crimineel` and `criminaliteit`.
///
/// They differ in meaning, so their stems differ. Still the one helps to find the other, at a low
/// weight.
struct WordFamilies {
  /// Endings that stand for one another on the same root.
  static let endings: [[[UInt8]]] = WordList(PackageResources.word_families_txt).lines.map { line in
    line.map { $0 == [UInt8(ascii: "-")] ? [] : Array($0) }
  }

  /// A root shorter than this says too little.
  static let shortestRoot = 4

  let table: LexiconTable

  /// Other known words of the same family as a stem.
  func kin(of stem: String) -> [String] {
    let bytes = Array(stem.utf8)
    var found: Set<[UInt8]> = []
    for family in Self.endings {
      for ending in family where bytes.count >= ending.count + Self.shortestRoot {
        guard bytes.ends(with: ending) else { continue }
        let root = Array(bytes.dropLast(ending.count))
        for other in family where other != ending {
          let word = root + other
          if table.entry(WordHash.of(word)).isKnown { found.insert(word) }
        }
      }
    }
    return found.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
