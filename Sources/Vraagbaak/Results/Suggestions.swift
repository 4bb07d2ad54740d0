import WrittenQuestions

/// What a query that is being typed may become.
public struct Suggestions: Sendable, Equatable, Codable {
  /// The query with its last word completed.
  public struct Word: Sendable, Equatable, Codable {
    /// Folded, as it is searched for.
    public let word: String
    /// How often it occurs in the documents that a build counts words of.
    public let count: Int
    public let query: String
  }

  /// A name or label that stands in documents, in place of the words that begin it.
  public struct Name: Sendable, Equatable, Codable {
    public let field: FacetField
    public let name: String
    /// Documents that have it.
    public let count: Int
    public let query: String

    private enum CodingKeys: String, CodingKey { case field, name = "value", count, query }
  }

  /// A document whose title has all the words.
  public struct Title: Sendable, Equatable, Codable {
    public let id: String
    public let title: String
    public let number: String?
    public let date: CalendarDate?
  }

  /// As typed.
  public let query: String
  /// The most frequent first.
  public let words: [Word]
  public let names: [Name]
  /// The best first.
  public let titles: [Title]
}
