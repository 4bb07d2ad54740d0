import WrittenQuestions

/// The news of one run, each document once.
public struct Digest: Sendable, Equatable, Codable {
  public struct Group: Sendable, Equatable, Codable {
    /// Of the saved search.
    public let name: String
    public let query: String
    public let items: [DigestItem]
  }

  /// The same where the digest had to be told again.
  public let id: String
  /// Seconds since 1970.
  public let made: Int
  /// In the order of the file; only those that have news.
  public let groups: [Group]

  public var isEmpty: Bool { groups.isEmpty }

  /// "3 nieuw, 1 beantwoord"
  public static func counts(of items: [DigestItem]) -> String {
    DigestItem.News.allCases.compactMap { news in
      let count = items.count { $0.news == news }
      return count > 0 ? "\(count) \(news.rawValue)" : nil
    }.joined(separator: ", ")
  }
}

/// A document that is news, shown as a hit of the search that found it.
public struct DigestItem: Sendable, Equatable {
  public enum News: String, Sendable, CaseIterable, Codable {
    /// Not told before.
    case new = "nieuw"
    /// It was open, and has its answer now.
    case answered = "beantwoord"
  }

  public let news: News
  public let hit: Hit
  /// Until the answer; nil where there is none, or a day is not known.
  public let workingDays: Int?
  /// As it is cited in a text.
  public let citation: String
  /// Names of other searches to which it is news too.
  public let alsoIn: [String]

  init(_ news: News, _ hit: Hit, of document: WrittenQuestion, alsoIn: [String]) {
    self.news = news
    self.hit = hit.showingAnswer(of: document)
    workingDays = document.daysUntilAnswer
    citation = Citation(of: document).text
    self.alsoIn = alsoIn
  }

  /// "beantwoord na 47 werkdagen"; "nieuw".
  public var label: String {
    guard hit.document.state == .answered, let days = workingDays else { return news.rawValue }
    let answer = "beantwoord na \(days) \(days == 1 ? "werkdag" : "werkdagen")"
    return news == .answered ? answer : "\(news.rawValue), \(answer)"
  }

  /// Where it can be read: the page of a file, or the file.
  public var place: String {
    hit.link ?? hit.document.source.path.description
  }
}

extension Hit {
  /// With the beginning of the answer where neither the passage nor its counterparts are of it.
  fileprivate func showingAnswer(of document: WrittenQuestion) -> Hit {
    let kinds = [passage.passage.kind] + counterparts.map(\.passage.kind)
    guard !kinds.contains(.answerPart), let answer = document.answer.first?.passage,
      // Nothing is looked for in it, so that nothing can stop it.
      let snippet = try? SnippetGenerator.snippet(
        of: answer.text, matches: [], length: SearchOptions().snippetLength)
    else { return self }
    return Hit(
      rank: rank, score: score, document: self.document, passage: passage,
      counterparts: counterparts + [PassageHit(passage: answer, snippet: snippet)],
      contributions: contributions)
  }
}

/// One object with the members of the hit among its own.
extension DigestItem: Codable {
  private enum Member: CodingKey { case news, workingDays, citation, alsoIn }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    news = try members.decode(News.self, forKey: .news)
    hit = try Hit(from: decoder)
    workingDays = try members.decodeIfPresent(Int.self, forKey: .workingDays)
    citation = try members.decode(String.self, forKey: .citation)
    alsoIn = try members.decodeIfPresent([String].self, forKey: .alsoIn) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    try hit.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(news, forKey: .news)
    try members.encodeIfPresent(workingDays, forKey: .workingDays)
    try members.encode(citation, forKey: .citation)
    if !alsoIn.isEmpty { try members.encode(alsoIn, forKey: .alsoIn) }
  }
}
