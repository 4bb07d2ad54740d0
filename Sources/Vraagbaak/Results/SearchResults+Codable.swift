import WrittenQuestions

/// `unmatched` follows from the words, and is made anew.
extension SearchResults: Codable {
  private enum Member: CodingKey {
    case total, more, hits, words, unmatchedValues, corrections, facets, seconds, unmatched
  }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      total: try members.decode(Total.self, forKey: .total),
      hasMore: try members.decodeIfPresent(Bool.self, forKey: .more) ?? false,
      hits: try members.decode([Hit].self, forKey: .hits),
      words: try members.decode([QueryWord].self, forKey: .words),
      unmatchedValues: try members.decodeIfPresent([UnmatchedValue].self, forKey: .unmatchedValues)
        ?? [],
      corrections: try members.decode([Correction].self, forKey: .corrections),
      facets: try members.decode([Facet].self, forKey: .facets),
      seconds: try members.decode(Double.self, forKey: .seconds))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(total, forKey: .total)
    try members.encode(hasMore, forKey: .more)
    try members.encode(hits, forKey: .hits)
    try members.encode(words, forKey: .words)
    try members.encode(unmatchedValues, forKey: .unmatchedValues)
    try members.encode(corrections, forKey: .corrections)
    try members.encode(facets, forKey: .facets)
    try members.encode(seconds, forKey: .seconds)
    try members.encode(unmatchedWords, forKey: .unmatched)
  }
}

/// One object with the members of the document's heading among its own; `link` follows from them.
extension Hit: Codable {
  private enum Member: CodingKey { case rank, score, passage, counterparts, contributions, link }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      rank: try members.decode(Int.self, forKey: .rank),
      score: try members.decode(Double.self, forKey: .score),
      document: try WrittenQuestion.Heading(from: decoder),
      passage: try members.decode(PassageHit.self, forKey: .passage),
      counterparts: try members.decode([PassageHit].self, forKey: .counterparts),
      contributions: try members.decodeIfPresent([Contribution].self, forKey: .contributions) ?? [])
  }

  public func encode(to encoder: any Encoder) throws {
    try document.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(rank, forKey: .rank)
    try members.encode(score, forKey: .score)
    try members.encode(passage, forKey: .passage)
    try members.encodeIfPresent(link, forKey: .link)
    try members.encode(counterparts, forKey: .counterparts)
    if !contributions.isEmpty { try members.encode(contributions, forKey: .contributions) }
  }
}

/// A passage, and what of it to show.
extension PassageHit: Codable {
  private enum Member: CodingKey { case snippet }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      passage: try Passage(from: decoder),
      snippet: try members.decode(Snippet.self, forKey: .snippet))
  }

  public func encode(to encoder: any Encoder) throws {
    try passage.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(snippet, forKey: .snippet)
  }
}
