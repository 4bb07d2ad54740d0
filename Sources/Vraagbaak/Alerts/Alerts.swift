import WrittenQuestions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Saved searches, and what is new to them since the last time.
///
/// ```swift
/// let alerts = try Alerts(file: "zoekvragen.json")
/// let news = try await alerts.news(in: searcher)
/// if !news.digest.isEmpty { print(news.digest.text) }
/// try alerts.told(news)
/// ```
///
/// What is known of earlier runs lies in a directory beside the file. A digest is kept there before it
/// is handed out, and until `told`: a run that is cut short between the two loses nothing, and the next
/// one hands out the same digest, with the same id. As long as it lives no other process works with
/// this file.
public struct Alerts {
  /// So many entries a feed has at least, where so many were told.
  private static let recentCount = 100

  public let searches: SavedSearches
  private let store: AlertStore
  private let lock: WriterLock?

  /// - Parameter isDryRun: whether nothing is written, so that the next run tells the same.
  public init(file: String, isDryRun: Bool = false) throws(AlertsError) {
    searches = try SavedSearches(file: file)
    store = AlertStore(beside: file)
    lock = isDryRun ? nil : try store.lock(of: file)
  }

  /// What is to be told.
  public struct News: Sendable {
    public let digest: Digest
    /// The last things told, this digest's first, for a feed; see `Digest.feed`.
    public var feed: Feed { Feed(id: state.feed, entries: state.recent) }
    public let notes: [AlertNote]
    let state: AlertState
  }

  /// Looks for news.
  /// - Parameters:
  ///   - since: what was asked or answered since then is news to a search that never ran; nil: nothing is.
  ///   - time: now, in seconds since 1970.
  public func news(
    in searcher: Searcher, since: CalendarDate? = nil,
    time: Int = Int(Date().timeIntervalSince1970)
  ) async throws(AlertsError) -> News {
    let known = try store.state()
    if let pending = try store.pending() {
      if pending.state.run > known?.run ?? 0 {
        return News(
          digest: pending.digest, notes: [.repeated(id: pending.digest.id)], state: pending.state)
      }
      // Only its removal was missed.
      if lock != nil { try store.removePending() }
    }
    let news = try await find(searcher, known, since, time)
    if lock != nil, !news.digest.isEmpty {
      try store.write(.init(digest: news.digest, state: news.state))
    }
    return news
  }

  /// The digest has arrived: the next run tells what is new after it.
  public func told(_ news: News) throws(AlertsError) {
    guard lock != nil else { return }
    try store.write(news.state)
    try store.removePending()
  }

  private func find(
    _ searcher: Searcher, _ known: AlertState?, _ since: CalendarDate?, _ time: Int
  ) async throws(AlertsError) -> News {
    do throws(SearchError) {
      let survey = try await searcher.survey(
        searches.searches.map(\.parsed.query), withDates: since != nil)
      let found = AlertNews(
        searches, survey, after: known ?? AlertState(feed: Self.newID()), since: since, time: time)
      return try await news(found, survey, searcher, time)
    } catch {
      throw .search(error)
    }
  }

  private func news(
    _ found: AlertNews, _ survey: IndexSurvey, _ searcher: Searcher, _ time: Int
  ) async throws(SearchError) -> News {
    var state = found.state
    var groups: [Digest.Group] = []
    var postponed = 0
    for group in found.groups {
      let ids = group.items.compactMap { survey.documents[$0.documentID]?.id }
      var items: [DigestItem] = []
      let hits = try await hits(of: group.search, ids, searcher)
      for (item, id) in zip(group.items, ids) {
        // An update may have come in between.
        guard let hit = hits[Array(id.utf8)],
          let document = try await document(hit.document.id, searcher)
        else {
          if let key = survey.documents[item.documentID]?.key { state.forget(key) }
          postponed += 1
          continue
        }
        items.append(DigestItem(item.news, hit, of: document, alsoIn: item.alsoIn))
      }
      guard !items.isEmpty else { continue }
      groups.append(
        .init(name: group.search.name, query: group.search.query, items: Self.sorted(items)))
    }
    let told = groups.flatMap { group in
      group.items.map { AlertState.Told(time: time, search: group.name, item: $0) }
    }
    let older = max(0, Self.recentCount - told.count)
    state.recent = told + state.recent.prefix(older)
    return News(
      digest: Digest(id: Self.newID(), made: time, groups: groups),
      notes: found.notes + (postponed > 0 ? [.postponed(count: postponed)] : []), state: state)
  }

  /// As the search shows them, by the bytes of their ids.
  private func hits(of search: SavedSearch, _ ids: [String], _ searcher: Searcher)
    async throws(SearchError) -> [[UInt8]: Hit]
  {
    let batch = 200
    var found: [[UInt8]: Hit] = [:]
    for start in stride(from: 0, to: ids.count, by: batch) {
      let part = Array(ids[start..<min(start + batch, ids.count)])
      for hit in try await searcher.hits(of: search.parsed.query, among: part) {
        found[Array(hit.document.id.utf8)] = hit
      }
    }
    return found
  }

  private func document(_ id: String, _ searcher: Searcher) async throws(SearchError)
    -> WrittenQuestion?
  {
    do throws(SearchError) {
      return try await searcher.documents(id).first { $0.id.utf8.elementsEqual(id.utf8) }
    } catch .index(.noSuchDocument) {
      return nil
    }
  }

  /// Answers first, then the latest.
  private static func sorted(_ items: [DigestItem]) -> [DigestItem] {
    func day(_ item: DigestItem) -> String {
      let document = item.hit.document
      let date = item.news == .answered ? document.answered ?? document.date : document.date
      return date?.description ?? ""
    }
    return items.sorted { left, right in
      if left.news != right.news { return left.news == .answered }
      let (first, second) = (day(left), day(right))
      return first == second ? left.hit.document.id < right.hit.document.id : first > second
    }
  }

  private static func newID() -> String { UUID().uuidString.lowercased() }
}
