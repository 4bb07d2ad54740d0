import TestSupport
@testable import Vraagbaak

/// Places in the checkout that the tests run in.
enum Repository {
  static let sample = "indexes/voorbeeld/documenten"
  static let questions = "indexes/voorbeeld/vragen.tsv"
  static let topics = "indexes/voorbeeld/topics.tsv"
  static let judgements = "indexes/voorbeeld/topics.qrels"
}

/// The bundled sample, indexed once for all tests.
enum SampleIndex {
  private static let built: Result<(Index, TemporaryDirectory), any Error> = Result {
    let directory = try TemporaryDirectory()
    let index = Index(at: directory.path + "/voorbeeld")
    try index.build(from: [Repository.sample])
    return (index, directory)
  }

  static func index() throws -> Index { try built.get().0 }

  static func search(_ query: String, _ options: SearchOptions = SearchOptions()) async throws
    -> SearchResults
  {
    try await index().searcher().search(.parse(query), options)
  }
}
