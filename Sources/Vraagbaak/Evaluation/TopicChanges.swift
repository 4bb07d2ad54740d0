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
  public let topics: Int
  public let changed: [Change]

  /// From 0 to 1.
  public var share: Double { topics > 0 ? Double(changed.count) / Double(topics) : 0 }

  /// Runs each topic on both. What cannot be understood or run as a query is taken as plain words.
  /// - Throws: `IndexError`.
  public static func between(
    _ old: Searcher, _ new: Searcher, topics: [Topics.Topic], first: Int = 10
  ) throws -> TopicChanges {
    func ids(_ query: SearchQuery) throws -> (before: [String], after: [String]) {
      (
        try old.rank(query, limit: first).map(\.id), try new.rank(query, limit: first).map(\.id)
      )
    }
    var changed: [Change] = []
    for topic in topics {
      var found: (before: [String], after: [String])
      do {
        found = try ids(.parse(topic.text))
      } catch is QueryError {
        found = try ids(.words(topic.text))
      }
      if found.before != found.after {
        changed.append(
          Change(id: topic.id, text: topic.text, before: found.before, after: found.after))
      }
    }
    return TopicChanges(topics: topics.count, changed: changed)
  }
}
