import Xapian

/// Finds more by the words that set the first hits apart (Xapian's ESet). Measured, these words find
/// more relevant documents but order the first ten worse; so the first ten stay as they are, and
/// what is found besides follows.
struct Expansion {
  /// How many hits are taken for relevant.
  var documents = 20
  /// How many of them are kept in front.
  var kept = 10
  /// How many words are taken from them.
  var terms = 80
  /// What these weigh against the words of the query.
  var scale = 0.15

  static let standard = Expansion()

  /// The first `count` hits with their scores, which never rise; and the facets of what the query finds
  /// without these words, as its filters do.
  /// - Parameter widen: makes the query that also looks for the words found.
  func run(
    _ enquire: Enquire, on database: Database, count: Int, checkAtLeast: Int,
    widen: (Query) -> Query
  ) throws(XapianError) -> (
    mset: MSet, facets: [MSet.Facet], hits: [(hit: MSet.Hit, score: Double)]
  ) {
    let front = try enquire.run(
      on: database, maxItems: documents,
      checkAtLeast: enquire.facetSlots.isEmpty ? 0 : checkAtLeast)
    let words = try enquire.expansion(
      on: database, relevant: front.hits.map(\.documentID), maxItems: terms,
      excludedFirstBytes: Schema.Prefix.firstBytes)
    var wider = enquire
    wider.facetSlots = []
    if !words.isEmpty {
      wider.query = widen(.scale(.or(words.map { .term($0.term) }), by: scale))
    }
    let mset = try wider.run(
      on: database, maxItems: count + kept, checkAtLeast: checkAtLeast)
    let first = front.hits.prefix(kept)
    let firstIDs = Set(first.map(\.documentID))
    let last = first.last?.weight ?? 0
    let hits =
      first.map { ($0, $0.weight) }
      + mset.hits.filter { !firstIDs.contains($0.documentID) }.map { ($0, min($0.weight, last)) }
    return (mset, front.facets, Array(hits.prefix(count)))
  }
}
