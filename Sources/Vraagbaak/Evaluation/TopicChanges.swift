/// Which topics have other first hits in one index than in another.
public struct TopicChanges: Sendable, Equatable, Codable {
  public struct Change: Sendable, Equatable, Codable {
    public let id: String
    public let text: String
    /// Ids of the first documents, best first.
    public let before, after: [String]

    private enum CodingKeys: String, CodingKey { case id, text = "query", before, after }
  }

  /// How many topics were run.
  public private(set) var topics = 0
  public private(set) var changed: [Change] = []

  /// From 0 to 1.
  public var share: Double { topics > 0 ? Double(changed.count) / Double(topics) : 0 }

  /// Runs each topic on both. What is no well-formed query is taken as plain words.
  ///
  /// ```swift
  /// let changes = try await TopicChanges.between(
  ///   index.searcher(generation: 1), index.searcher(), topics: Topics.read("topics.tsv") { print($0) })
  /// ```
  public static func between(
    _ old: Searcher, _ new: Searcher, topics: [Topics.Topic], first: Int = 10
  ) async throws(SearchError) -> TopicChanges {
    var changes = TopicChanges()
    for topic in topics {
      let query = query(of: topic)
      let before = try await old.rank(query, limit: first)
      changes.note(topic, before, try await new.rank(query, limit: first))
    }
    return changes
  }

  /// The same for sessions of the caller.
  static func between(
    _ old: SearchSession, _ new: SearchSession, topics: [Topics.Topic], first: Int = 10
  ) throws -> TopicChanges {
    var changes = TopicChanges()
    for topic in topics {
      let query = query(of: topic)
      let before = try old.rank(query, limit: first, expands: false)
      changes.note(topic, before, try new.rank(query, limit: first, expands: false))
    }
    return changes
  }

  private static func query(of topic: Topics.Topic) -> SearchQuery {
    (try? SearchQuery.parse(topic.text)) ?? .words(topic.text)
  }

  private typealias Ranked = [(id: String, score: Double)]

  private mutating func note(_ topic: Topics.Topic, _ old: Ranked, _ new: Ranked) {
    topics += 1
    let (before, after) = (old.map(\.id), new.map(\.id))
    guard before != after else { return }
    changed.append(Change(id: topic.id, text: topic.text, before: before, after: after))
  }
}
