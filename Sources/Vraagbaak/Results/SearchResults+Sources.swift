import Extraction
import WrittenQuestions

/// The paths of the machine that the index lies on, as others are to see them.
extension SearchResults {
  /// The same with other paths of the hits' sources; links follow them.
  public func replacingPaths(_ path: (SourcePath) -> SourcePath) -> SearchResults {
    SearchResults(
      total: total, hasMore: hasMore,
      hits: hits.map { hit in
        var document = hit.document
        document.source.replacePaths(path)
        return Hit(
          rank: hit.rank, score: hit.score, document: document, passage: hit.passage,
          counterparts: hit.counterparts, contributions: hit.contributions)
      },
      words: words, unmatchedValues: unmatchedValues, corrections: corrections, facets: facets,
      seconds: seconds)
  }
}

extension Source {
  /// Puts others in place of the file's path and of those with the same content.
  public mutating func replacePaths(_ path: (SourcePath) -> SourcePath) {
    also = also.map(path)
    self.path = path(self.path)
  }
}
