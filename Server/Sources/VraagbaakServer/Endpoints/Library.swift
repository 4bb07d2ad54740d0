import Logging
import Synchronization
import Vraagbaak
import WrittenQuestions

/// What the endpoints answer from: one searcher for all of them, with the server's limits.
struct Library: Sendable {
  let searcher: Searcher
  let settings: ServerSettings
  let metrics = Metrics()
  let logger: Logger
  let exports: Slots
  private let paths = LatestPaths()
  /// Differs after each start: synonyms, the program and its settings may be others then.
  private let start = String(UInt32.random(in: 0 ... .max), radix: 36)

  var limits: RequestLimits { settings.limits }

  /// - Throws: `IndexError`.
  init(_ index: Index, _ settings: ServerSettings, logger: Logger) throws(IndexError) {
    searcher = try index.searcher(
      limits: settings.limits.queryLimits, sessions: settings.limits.searches,
      mostWaiting: settings.limits.waiting)
    self.settings = settings
    self.logger = logger
    exports = Slots(settings.limits.exports)
  }

  func state() async throws(SearchError) -> IndexState {
    try await searcher.state(deadline: limits.deadline)
  }

  /// What says that an answer is as it was.
  func entityTag(_ state: IndexState) -> String { "W/\"\(state.token)-\(start)\"" }

  /// What a typed query means.
  func parse(_ text: String) throws(SearchError) -> ParsedQuery {
    do throws(QueryError) {
      return try ParsedQuery(text, limits: limits.queryLimits)
    } catch {
      throw .query(error)
    }
  }

  func search(_ query: SearchQuery, _ options: SearchOptions) async throws -> SearchResults {
    guard !query.asksForFiles else {
      throw Problem(
        .unprocessableContent,
        "bron: asks for files of the server's machine, which it does not tell of")
    }
    let found = try await searcher.search(query, options, deadline: limits.deadline)
    let paths = try await publicPaths()
    return found.replacingPaths { paths.path($0) }
  }

  func similar(to id: String, _ options: SearchOptions) async throws -> SearchResults {
    let found = try await searcher.similar(to: id, options, deadline: limits.deadline)
    let paths = try await publicPaths()
    return found.replacingPaths { paths.path($0) }
  }

  /// The document with this id, or those that it is the number of, or the end of the id.
  func documents(_ id: String) async throws -> [WrittenQuestion] {
    let paths = try await publicPaths()
    return try await searcher.documents(id, deadline: limits.deadline).map { document in
      var document = document
      document.source.replacePaths { paths.path($0) }
      return document
    }
  }

  /// The one document that is meant.
  /// - Throws: `SearchError`, also where several are.
  func document(_ id: String) async throws -> WrittenQuestion {
    let documents = try await documents(id)
    guard documents.count == 1 else {
      throw SearchError.index(
        .severalDocuments(Candidates(name: id, documents: documents.map(\.heading))))
    }
    return documents[0]
  }

  func publicPaths() async throws(SearchError) -> PublicPaths {
    let state = try await state()
    return paths.paths(of: state)
  }
}

extension SearchQuery {
  /// Whether it looks for the files of documents, whose places are not told; asking would find them out.
  fileprivate var asksForFiles: Bool {
    switch self {
    case .filter(let field, _): field == .source
    case .any(let queries): queries.contains(where: \.asksForFiles)
    case .group(let must, let should, let not):
      (must + should + not).contains(where: \.asksForFiles)
    case .everything, .words, .phrase, .phrasePrefix, .near, .prefix, .dates, .answered, .days:
      false
    }
  }
}

/// Made anew when the index changes.
private final class LatestPaths: Sendable {
  private let latest = Mutex<(token: String, paths: PublicPaths)?>(nil)

  func paths(of state: IndexState) -> PublicPaths {
    latest.withLock { latest in
      if let latest, latest.token == state.token { return latest.paths }
      let paths = PublicPaths(roots: state.roots.map(\.text))
      latest = (state.token, paths)
      return paths
    }
  }
}
