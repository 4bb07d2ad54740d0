import Xapian

/// The parameters of ranking; chosen by evaluation, see `docs/ranking.md`.
struct Ranking: Sendable, Equatable {
  /// Saturation of a word's frequency, in tenths of a plain word as `TermWeights`.
  var k1 = 14.0
  /// How far long documents are levelled down: 0 not at all, 1 wholly.
  var b = 0.85
  /// What a part of a compound in the query weighs against the whole word: in a short query as much,
  /// in a long one the many words find their way without.
  var partScale = 0.6
  var shortQueryPartScale = 1.0
  /// The most words that a short query has.
  var shortQuery = 3

  static let standard = Ranking()

  func partScale(words: Int) -> Double {
    words <= shortQuery ? shortQueryPartScale : partScale
  }

  var weighting: Enquire.Weighting { .bm25(k1: k1, k2: 0, k3: 1, b: b, minNormLength: 0.1) }
}
