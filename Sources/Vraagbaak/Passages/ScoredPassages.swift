import WrittenQuestions

/// The passages of a document, each analysed only when its score may matter: analysing all of them
/// was a third of the median time of a search.
struct ScoredPassages {
  private let passages: [Passage]
  private let scorer: PassageScorer
  /// What they are worth at most.
  private var bounds: [PassageScorer.Worth]
  private var scored: [PassageScorer.Scored?]

  /// - Parameter kinds: only passages of these kinds; empty: of all.
  init(
    of document: WrittenQuestion, sequence: [UInt8], kinds: Set<PassageKind>, scorer: PassageScorer
  ) {
    let all = document.passages
    let estimates =
      scorer.estimates(for: document, sequence: sequence)
      ?? all.map { _ in .init(required: .max, score: .infinity) }
    let chosen = all.indices.filter { kinds.isEmpty || kinds.contains(all[$0].kind) }
    passages = chosen.map { all[$0] }
    bounds = chosen.map { estimates[$0] }
    scored = Array(repeating: nil, count: chosen.count)
    self.scorer = scorer
  }

  /// The one that is worth most; the first where none matches, so that a document of which only
  /// the title or a filter matches speaks through its beginning.
  mutating func best() throws -> PassageScorer.Scored? {
    while let highest = bounds.max(), let index = bounds.firstIndex(of: highest) {
      if let known = scored[index] { return known }
      let found = try scorer.score(passages[index])
      scored[index] = found
      bounds[index] = found.worth
    }
    return nil
  }

  /// Those with a word of the query, in their order; where some have a phrase or the like that every
  /// hit has to have, only these.
  func matching() throws -> [PassageScorer.Scored] {
    let matching = try passages.indices.filter { bounds[$0].score > 0 }
      .map { try scorer.score(passages[$0]) }.filter { $0.worth.score > 0 }
    let most = matching.map(\.worth.required).max() ?? 0
    return most == 0 ? matching : matching.filter { $0.worth.required > 0 }
  }
}
