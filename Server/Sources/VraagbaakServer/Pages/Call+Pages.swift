import Vraagbaak
import WrittenQuestions

/// What pages ask of the index, with files named as others may know them.
extension Call {
  /// What an address searches for, and how its words were read. Words mean beside filters what they mean alone.
  func parse(_ address: SearchAddress) throws(SearchError) -> (
    query: SearchQuery, notes: [QueryNote]
  ) {
    var filters: [SearchQuery] = []
    for condition in address.conditions { filters.append(try library.parse(condition).query) }
    guard address.hasWords else { return (.all(filters), []) }
    let words = try library.parse(address.words)
    guard !filters.isEmpty else { return (words.query, words.notes) }
    return (words.query.filtered(by: filters), words.notes)
  }

  func search(_ query: SearchQuery, _ options: SearchOptions) async throws -> SearchResults {
    try await library.search(query, options, paths)
  }

  func count(_ query: SearchQuery) async throws -> Int {
    try await search(query, SearchOptions(limit: 0, countsAll: true)).total.count
  }

  /// The document with this id, or all that it is the number of.
  func documents(_ id: String) async throws(SearchError) -> [WrittenQuestion] {
    let paths = paths
    return try await library.searcher.documents(id, deadline: library.limits.deadline).map {
      var document = $0
      document.source.replacePaths { paths.path($0) }
      return document
    }
  }
}

extension SearchQuery {
  /// The same hits as far as they meet the conditions. What is required is met by fewer words than what
  /// only ranks, so that nothing becomes required here that was not.
  func filtered(by filters: [SearchQuery]) -> SearchQuery {
    switch self {
    case .group(let must, let should, let not):
      .group(must: filters + must, should: should, not: not)
    case .words, .any: .group(must: filters, should: [self], not: [])
    default: .group(must: filters + [self], should: [], not: [])
    }
  }
}
