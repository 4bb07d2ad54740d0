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
  private let prepared = PreparedGeneration()
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
    let state = try await searcher.state(deadline: limits.deadline)
    prepare(state)
    return state
  }

  /// Has the words and names of a new generation gathered for suggestions, before somebody types.
  private func prepare(_ state: IndexState) {
    let isNew = prepared.value.withLock { prepared in
      defer { prepared = state.generation }
      return prepared != state.generation
    }
    guard isNew else { return }
    Task { [searcher] in _ = try? await searcher.suggestions("vraag", limit: 1) }
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

  /// - Parameter paths: how files are named.
  func search(_ query: SearchQuery, _ options: SearchOptions, _ paths: PublicPaths) async throws
    -> SearchResults
  {
    try await searcher.search(query, options, deadline: limits.deadline)
      .replacingPaths { paths.path($0) }
  }

  func similar(to id: String, _ options: SearchOptions, _ paths: PublicPaths) async throws
    -> SearchResults
  {
    try await searcher.similar(to: id, options, deadline: limits.deadline)
      .replacingPaths { paths.path($0) }
  }

  /// The one document that is meant.
  /// - Throws: `SearchError`, also where several are.
  func document(_ id: String, _ paths: PublicPaths) async throws(SearchError) -> WrittenQuestion {
    let documents = try await searcher.documents(id, deadline: limits.deadline)
    guard documents.count == 1 else {
      throw .index(.severalDocuments(Candidates(name: id, documents: documents.map(\.heading))))
    }
    var document = documents[0]
    document.source.replacePaths { paths.path($0) }
    return document
  }

  /// How files are named to others, in this state of the index.
  func publicPaths(_ state: IndexState) -> PublicPaths { paths.paths(of: state) }
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

/// The generation whose suggestions were asked for.
private final class PreparedGeneration: Sendable {
  let value = Mutex<Int?>(nil)
}
