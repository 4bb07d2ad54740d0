import WrittenQuestions

/// What is searched for, as a tree: what `QueryParser` makes of a typed query, and what programs
/// build directly.
///
/// ```swift
/// let query: SearchQuery = try .parse(#"inburgering +"Van Rooy" partij:N-VA"#)
/// let same = SearchQuery.group(
///   must: [.phrase("Van Rooy"), .filter(.party, ["N-VA"])],
///   should: [.words("inburgering")], not: [])
/// ```
///
/// Words inside a case are plain text: the same analysis as at indexing turns them into terms.
public indirect enum SearchQuery: Sendable, Hashable {
  /// Every document, all with the same score.
  case everything
  /// Running text of one or many words: documents rank by how many of the words they have and how
  /// rare these are. Stop words count only when there is nothing else.
  case words(String, in: TextField = .text)
  /// The words in this order and next to each other, stop words included.
  case phrase(String, in: TextField = .text)
  /// The same, where the last is every indexed word that begins so: `"hoeveel fiets*"`.
  case phrasePrefix(String, in: TextField = .text)
  /// All the words in any order, with at most `within` words from the first to the last.
  case near([String], within: Int)
  /// Every indexed word that begins so: `inburger*`.
  case prefix(String, in: TextField = .text)
  /// A property of the document; one of the values has to fit. A value that ends in `*` fits whatever
  /// begins so. One with a comma fits the name both ways: `Peeters, Jan`, `Jan Peeters`.
  case filter(FilterField, [String])
  /// The document's date lies in the range, as a whole where it is a month or a year.
  case dates(DateRange)
  /// The day of the answer lies in the range, in the same way.
  case answered(DateRange)
  /// So many working days lie between the question and its answer (`WorkingDays`).
  case days(DayRange)
  /// At least one has to match; each that does adds to the score.
  case any([SearchQuery])
  /// All of `must` and none of `not` match; `should` only adds to the score, except where `must` is
  /// empty: then at least one of them has to match.
  case group(must: [SearchQuery], should: [SearchQuery], not: [SearchQuery])

  /// All have to match: `a AND b`.
  public static func all(_ queries: [SearchQuery]) -> SearchQuery {
    queries.count == 1 ? queries[0] : .group(must: queries, should: [], not: [])
  }

  /// Its matches that meet one more condition.
  /// - Parameter condition: is only met by matches.
  func among(_ condition: SearchQuery) -> SearchQuery {
    switch self {
    case .group(let must, let should, let not) where !must.isEmpty || should.isEmpty:
      .group(must: must + [condition], should: should, not: not)
    case .everything, .phrase, .phrasePrefix, .near, .filter, .dates, .answered, .days:
      .all([self, condition])
    // Words that are required count otherwise.
    case .words, .prefix, .any, .group: .group(must: [condition], should: [self], not: [])
    }
  }

  /// Parses what a person typed; `ParsedQuery` also says how it was read.
  public static func parse(
    _ text: String, limits: QueryLimits = .standard
  ) throws(QueryError) -> SearchQuery {
    try ParsedQuery(text, limits: limits).query
  }
}

/// Which text of a document a word is looked for in.
public enum TextField: String, Sendable, Hashable, CaseIterable {
  /// Title, introduction, questions and answers.
  case text
  /// The title alone.
  case title
}
