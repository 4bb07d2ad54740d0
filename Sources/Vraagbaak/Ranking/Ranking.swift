import Xapian

/// The parameters of ranking; chosen by evaluation, see `docs/ranking.md`.
public struct Ranking: Settings, Sendable, Equatable {
  /// Saturation of a word's frequency, in tenths of a plain word as `TermWeights`.
  public var k1 = 12.0
  /// How far long documents are levelled down: 0 not at all, 1 wholly.
  public var b = 0.85
  /// What a compound in the query weighs itself, against a plain word: where it stands in a document
  /// its parts do too, and add to it.
  public var compound = 0.5
  /// What the parts of a compound weigh before its head: `inburgering` in `inburgeringsbeleid`.
  public var modifier = 0.8
  /// What the head weighs, which many compounds share: `beleid`.
  public var head = 0.55
  /// What words of the same family weigh: `migrant` for `migratie`.
  public var kin = 0.2
  /// What an abbreviation weighs for what it stands for, and other synonyms.
  public var synonym = 0.7

  public static let standard = Ranking()
  public static let names: [String: WritableKeyPath<Ranking, Double> & Sendable] = [
    "k1": \.k1, "b": \.b, "compound": \.compound, "modifier": \.modifier, "head": \.head,
    "kin": \.kin, "synonym": \.synonym,
  ]

  public init() {}

  var weighting: Enquire.Weighting { .bm25(k1: k1, k2: 0, k3: 1, b: b, minNormLength: 0.1) }
}
