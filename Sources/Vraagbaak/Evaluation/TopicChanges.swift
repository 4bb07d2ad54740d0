/// Which topics have other first hits in one index than in another.
public struct TopicChanges: Sendable, Equatable {
  public struct Change: Sendable, Equatable {
    public let id: String
    public let text: String
    /// Ids of the first documents, best first.
    public let before, after: [String]
  }

  /// How many topics were run.
  public let topics: Int
  public let changed: [Change]

  /// From 0 to 1.
  public var share: Double { topics > 0 ? Double(changed.count) / Double(topics) : 0 }

  /// Runs each topic on both. What is no well-formed query is taken as plain words.
  /// - Throws: `IndexError`, and `QueryError` for a word that expands too far.
  public static func between(
    _ old: Searcher, _ new: Searcher, topics: [Topics.Topic], first: Int = 10
  ) throws -> TopicChanges {
    var changed: [Change] = []
    for topic in topics {
      let query = (try? SearchQuery.parse(topic.text)) ?? .words(topic.text)
      let before = try old.rank(query, limit: first).map(\.id)
      let after = try new.rank(query, limit: first).map(\.id)
      if before != after {
        changed.append(Change(id: topic.id, text: topic.text, before: before, after: after))
      }
    }
    return TopicChanges(topics: topics.count, changed: changed)
  }
}
