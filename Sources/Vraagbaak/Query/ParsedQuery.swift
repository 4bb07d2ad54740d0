/// What a typed query means, and how it was read where it could not mean what it looks like.
///
/// ```swift
/// let parsed = try ParsedQuery("a) Hoeveel fietspaden zijn er?")
/// parsed.query  // the words of the question
/// parsed.notes  // the parenthesis is punctuation
/// ```
public struct ParsedQuery: Sendable, Hashable {
  public let query: SearchQuery
  /// In the order of their places.
  public let notes: [QueryNote]

  /// The grammar is in `docs/query.md`.
  public init(_ text: String, limits: QueryLimits = .standard) throws(QueryError) {
    var parser = try QueryParser(text, limits: limits)
    query = try parser.parse()
    notes = parser.notes.sorted { $0.position < $1.position }
  }
}
