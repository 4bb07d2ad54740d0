/// Finds words of the same family: `migrant` and `migratie`, `ambtenaar` and `ambtelijk`,
/// `crimineel` and `criminaliteit`.
///
/// Stems keep such words apart, for they differ in meaning; who searches for the one is still helped
/// by the other, at a low weight.
struct WordFamilies {
  /// Endings that stand for one another on the same root.
  static let endings: [[[UInt8]]] = """
    eer atie ant ator atief ateur abel abiliteit
    eel aal aliteit alisme alist aliseer
    iel iliteit iliseer
    ief iviteit ivisme ivist
    air ariteit arisme iteit
    iteit itair
    schap schappelijk schappelijkheid
    ie isch isme ist ioneel ionalisme eer
    iek isch icus iciteit iceer icatie ici
    oom omie omisch
    oog ologie ologisch
    aaf afie afisch
    ent entie entieel
    uctie uceer uct ucent uctief uctiviteit
    utie ueer utief
    - heid schap loos loosheid lijk elijk lijkheid elijkheid baar baarheid achtig dom ig igheid te zaam zaamheid enaar erij ier
    """.split(separator: "\n").map { line in
      line.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8) }
    }

  /// A root shorter than this says too little.
  static let shortestRoot = 4

  let table: LexiconTable

  /// Known words of the same family as a stem; not itself.
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
