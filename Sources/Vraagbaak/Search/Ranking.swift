import Xapian

/// The parameters of ranking; chosen by evaluation, see `docs/ranking.md`.
struct Ranking: Sendable, Equatable {
  /// Saturation of a word's frequency, in tenths of a plain word as `TermWeights`.
  var k1 = 12.0
  /// How far long documents are levelled down: 0 not at all, 1 wholly.
  var b = 0.85
  /// What a compound in the query weighs itself, against a plain word: where it stands in a document
  /// its parts do too, and add to it.
  var compound = 0.5
  /// What the parts of a compound weigh before its head: `inburgering` in `inburgeringsbeleid`.
  var modifier = 0.8
  /// What the head weighs, which many compounds share: `beleid`.
  var head = 0.55
  /// What words of the same family weigh: `migrant` for `migratie`.
  var kin = 0.2
  /// What an abbreviation weighs for what it stands for, and other synonyms.
  var synonym = 0.7

  static let standard = Ranking()

  var weighting: Enquire.Weighting { .bm25(k1: k1, k2: 0, k3: 1, b: b, minNormLength: 0.1) }
}
