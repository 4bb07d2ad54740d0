/// A query that stands for itself among others.
struct Clause {
  var query: SearchQuery
  /// Whether documents have to fit, and do not only rank.
  var isCondition = false
  /// What is left out, where it says nothing else.
  var excluded: [SearchQuery] = []
}

/// Clauses gathered side by side; neighbouring bare words become one running text.
struct Clauses {
  var must: [SearchQuery] = []
  var not: [SearchQuery] = []
  /// Where a `*` stands alone.
  var everything: [Int] = []
  private var should: [SearchQuery] = []
  private var words: [String] = []

  var hasWords: Bool { !words.isEmpty }

  mutating func addWord(_ word: String) { words.append(word) }

  mutating func add(_ clause: Clause) {
    if !clause.excluded.isEmpty {
      not += clause.excluded
    } else if clause.isCondition {
      must.append(clause.query)
    } else {
      should.append(clause.query)
    }
  }

  /// Nil when nothing is left to find.
  var query: SearchQuery? {
    let ranked =
      (words.isEmpty ? [] : [.words(words.joined(separator: " "))]) + should
      + (everything.isEmpty ? [] : [.everything])
    switch (must.count, ranked.count, not.count) {
    case (0, 0, _): return nil
    case (0, 1, 0): return ranked[0]
    case (1, 0, 0):
      // A word that is required is more than one that ranks.
      if case .words = must[0] { return .group(must: must, should: [], not: []) }
      return must[0]
    default: return .group(must: must, should: ranked, not: not)
    }
  }
}
