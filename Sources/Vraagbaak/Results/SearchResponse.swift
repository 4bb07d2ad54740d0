/// A page of results with what was asked for: what a search answers as a whole.
///
/// ```swift
/// let options = SearchOptions(limit: 20)
/// let results = try await searcher.search(.parse("inburgering"), options)
/// let response = SearchResponse(results, query: "inburgering", options)
/// ```
public struct SearchResponse: Sendable, Equatable {
  /// As typed.
  public let query: String
  public let limit, offset: Int
  /// How pieces of it were read that are no operator, field or group.
  public let notes: [QueryNote]
  public let results: SearchResults

  public init(
    _ results: SearchResults, query: String, notes: [QueryNote] = [],
    _ options: SearchOptions = SearchOptions()
  ) {
    self.query = query
    self.notes = notes
    self.results = results
    limit = options.limit
    offset = options.offset
  }

  /// The query with the words that were probably meant; nil where there are none.
  public var didYouMean: String? {
    results.corrections.isEmpty ? nil : Correction.apply(results.corrections, to: query)
  }
}

/// One object with the members of the results among its own.
extension SearchResponse: Codable {
  private enum Member: String, CodingKey { case query, limit, offset, notes, didYouMean }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    query = try members.decode(String.self, forKey: .query)
    limit = try members.decode(Int.self, forKey: .limit)
    offset = try members.decode(Int.self, forKey: .offset)
    notes = try members.decodeIfPresent([QueryNote].self, forKey: .notes) ?? []
    results = try SearchResults(from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try results.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(query, forKey: .query)
    try members.encode(limit, forKey: .limit)
    try members.encode(offset, forKey: .offset)
    try members.encode(notes, forKey: .notes)
    try members.encodeIfPresent(didYouMean, forKey: .didYouMean)
  }
}
