import Xapian

/// The parameters of ranking; chosen by evaluation, see `docs/ranking.md`.
struct Ranking: Sendable, Equatable {
  /// Saturation of a word's frequency, in tenths of a plain word as `TermWeights`.
  var k1 = 14.0
  /// How far long documents are levelled down: 0 not at all, 1 wholly.
  var b = 0.8
  /// What a part of a compound in the query weighs against the whole word.
  var partScale = 0.7

  static let standard = Ranking()

  var weighting: Enquire.Weighting { .bm25(k1: k1, k2: 0, k3: 1, b: b, minNormLength: 0.1) }
}
