import WrittenQuestions

/// The passages of a document, each analysed only when its score may matter: analysing all of them
/// was a third of the median time of a search.
struct ScoredPassages {
  private let passages: [Passage]
  private let scorer: PassageScorer
  /// What the scores seem to be; nil: they are not known without analysis.
  private var bounds: [Double]
  private var scored: [PassageScorer.Scored?]

  /// - Parameter kinds: only passages of these kinds; empty: of all.
  init(
    of document: WrittenQuestion, sequence: [UInt8], kinds: Set<PassageKind>, scorer: PassageScorer
  ) {
    let all = document.passages
    let estimates =
      scorer.estimates(for: document, sequence: sequence)
      ?? [Double](repeating: .infinity, count: all.count)
    let chosen = all.indices.filter { kinds.isEmpty || kinds.contains(all[$0].kind) }
    passages = chosen.map { all[$0] }
    bounds = chosen.map { estimates[$0] }
    scored = Array(repeating: nil, count: chosen.count)
    self.scorer = scorer
  }

  /// The one with the highest score; the first where none matches, so that a document of which only
  /// the title or a filter matches speaks through its beginning.
  mutating func best() throws -> PassageScorer.Scored? {
    while let highest = bounds.max(), let index = bounds.firstIndex(of: highest) {
      if let known = scored[index] { return known }
      let found = try scorer.score(passages[index])
      scored[index] = found
      bounds[index] = found.score
    }
    return nil
  }

  /// Those with a word of the query, in their order.
  func matching() throws -> [PassageScorer.Scored] {
    try passages.indices.filter { bounds[$0] > 0 }.map { try scorer.score(passages[$0]) }
      .filter { $0.score > 0 }
  }
}
