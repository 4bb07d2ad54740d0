import Vraagbaak
import WrittenQuestions

/// What pages ask of the index, with files named as others may know them.
extension Call {
  func parse(_ text: String) throws(SearchError) -> SearchQuery { try library.parse(text).query }

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
