import WrittenQuestions

/// Searches an index for any number of tasks at once.
///
/// ```swift
/// let searcher = try Index(at: path).searcher()
/// let results = try await searcher.search(.parse("inburgering verblijfswetgeving"))
/// for hit in results.hits { print(hit.document.title, hit.passage.snippet.text) }
/// ```
///
/// Each search sees one whole state of the index: the newest when it began. So many run at once as the
/// searcher has sessions, on threads of their own; the others wait in the order in which they came,
/// and take no thread meanwhile.
///
/// Every call throws `SearchError`. It does so as soon as its task is cancelled or its deadline has
/// passed, waiting or not, and the core that worked for it is free a moment later.
public final class Searcher: Sendable {
  private let pool: SearchPool
  private let limits: QueryLimits
  private let completions = LatestCompletions()

  init(pool: SearchPool, limits: QueryLimits) {
    self.pool = pool
    self.limits = limits
  }

  /// Ranked hits for a query.
  ///
  /// ```swift
  /// let page = try await searcher.search(
  ///   .parse("fietspaden"), .init(limit: 20), deadline: .seconds(1))
  /// ```
  ///
  /// - Parameter deadline: how long it may take from now on, waiting included; nil: as long as it does.
  public func search(
    _ query: SearchQuery, _ options: SearchOptions = SearchOptions(), deadline: Duration? = nil
  ) async throws(SearchError) -> SearchResults {
    try check(query, options: options)
    return try await pool.run(deadline: deadline) { try $0.search(query, options) }
  }

  /// Written questions about the same as this one, which is not among them: those that share the
  /// words which are frequent in it and rare elsewhere.
  ///
  /// ```swift
  /// let others = try await searcher.similar(to: "inburgering-en-verblijfsrecht")
  /// ```
  ///
  /// - Parameter id: as for `documents`.
  /// - Throws: also `IndexError.noSuchDocument` and `.severalDocuments`, in a `SearchError`.
  public func similar(
    to id: String, _ options: SearchOptions = SearchOptions(), deadline: Duration? = nil
  ) async throws(SearchError) -> SearchResults {
    try check(options: options)
    return try await pool.run(deadline: deadline) { try $0.similar(to: id, options) }
  }

  /// The ids of the best documents with their scores, without passages: for measuring.
  public func rank(
    _ query: SearchQuery, limit: Int, expands: Bool = false, deadline: Duration? = nil
  ) async throws(SearchError) -> [(id: String, score: Double)] {
    try check(query)
    return try await pool.run(deadline: deadline) {
      try $0.rank(query, limit: max(0, limit), expands: expands)
    }
  }

  /// The document with this id, or else those that it is the number of, or the end of the id: `230` may
  /// be meant for `2019/230` and for `2020/230`. At most a hundred.
  ///
  /// ```swift
  /// let document = try await searcher.documents("inburgering-en-verblijfsrecht")[0]
  /// ```
  ///
  /// - Returns: at least one.
  /// - Throws: also `IndexError.noSuchDocument`, in a `SearchError`.
  public func documents(_ id: String, deadline: Duration? = nil) async throws(SearchError)
    -> [WrittenQuestion]
  {
    try await pool.run(deadline: deadline) { try $0.documents(id) }
  }

  /// The documents of this index that a reference names; none where it has none of them.
  public func documents(_ reference: Reference, deadline: Duration? = nil)
    async throws(SearchError) -> [WrittenQuestion]
  {
    try await pool.run(deadline: deadline) { try $0.documents(reference) }
  }

  /// All documents, and which of them these queries find.
  func survey(_ queries: [SearchQuery], withDates: Bool) async throws(SearchError) -> IndexSurvey {
    try await pool.run(deadline: nil) { try $0.survey(queries, withDates: withDates) }
  }

  /// The hits of a query that was looked through already, among the documents with these ids.
  func hits(of query: SearchQuery, among ids: [String]) async throws(SearchError) -> [Hit] {
    // An id that ends in `*` stands for others too.
    let options = SearchOptions(limit: 10 * ids.count)
    return try await pool.run(deadline: nil) {
      try $0.search(query.among(.filter(.id, ids)), options).hits
    }
  }

  /// What a query that is being typed may become, in some milliseconds: words, names of people and
  /// labels, titles.
  ///
  /// ```swift
  /// let found = try await searcher.suggestions("vragen over inbur", limit: 5)
  /// print(found.words.map(\.query))  // "vragen over inburgering" …
  /// ```
  ///
  /// The last word is taken for the beginning of one, unless a space follows it. Words and names are
  /// gathered at the first call after a build; as corrections, they are those of the last build.
  /// - Parameter limit: how many of each kind.
  public func suggestions(_ text: String, limit: Int = 5, deadline: Duration? = nil)
    async throws(SearchError) -> Suggestions
  {
    try check(.words(text), options: SearchOptions(limit: limit))
    return try await pool.run(deadline: deadline) { [completions] in
      try $0.suggestions(text, limit: limit, completions)
    }
  }

  /// Which state of the index searches see from now on.
  public func state(deadline: Duration? = nil) async throws(SearchError) -> IndexState {
    try await pool.run(deadline: deadline) { try $0.state() }
  }

  /// Before a thread is taken, and before anything else follows a tree down.
  private func check(
    _ query: SearchQuery = .everything, options: SearchOptions = SearchOptions()
  ) throws(SearchError) {
    do throws(QueryError) {
      try limits.check(query)
      try limits.check(options)
    } catch {
      throw .query(error)
    }
  }
}
