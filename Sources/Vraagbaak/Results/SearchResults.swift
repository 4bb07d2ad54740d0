import WrittenQuestions

/// What to bring of the matches, and in which order.
public struct SearchOptions: Sendable, Equatable {
  public enum Sort: String, Sendable, CaseIterable {
    case relevance
    /// The latest first.
    case date
    /// Those that were answered last first.
    case answered
    /// Those that waited longest for their answer first.
    case days

    /// Reads an English or a Dutch name.
    public init?(named name: String) {
      switch name.lowercased() {
      case "relevance", "relevantie": self = .relevance
      case "date", "datum": self = .date
      case "answered", "beantwoord": self = .answered
      case "days", "dagen": self = .days
      default: return nil
      }
    }

    /// The value by which it sorts; nil for relevance.
    var slot: Int? {
      switch self {
      case .relevance: nil
      case .date: Schema.Slot.date
      case .answered: Schema.Slot.answered
      case .days: Schema.Slot.days
      }
    }
  }

  /// What one hit is.
  public enum Unit: String, Sendable, CaseIterable {
    /// A written question, with its best passage.
    case documents
    /// A passage; a question comes as often as its passages match.
    case passages
  }

  public var limit: Int
  public var offset: Int
  public var sort: Sort
  public var unit: Unit
  /// Only passages of this kind match and are shown.
  public var kind: PassageKind?
  /// About how many bytes of a passage to show.
  public var snippetLength: Int
  /// Whether words of the first hits find further documents, after the first ten.
  public var expands: Bool
  /// By what all matching documents are counted.
  public var facets: [FacetField]
  /// Whether every hit says what made its score.
  public var explains: Bool
  /// Whether the total is exact however many match, which takes longer; with facets it always is.
  public var countsAll: Bool

  public init(
    limit: Int = 10, offset: Int = 0, sort: Sort = .relevance, unit: Unit = .documents,
    kind: PassageKind? = nil, snippetLength: Int = 400, expands: Bool = false,
    facets: [FacetField] = [], explains: Bool = false, countsAll: Bool = false
  ) {
    self.limit = limit
    self.offset = offset
    self.sort = sort
    self.unit = unit
    self.kind = kind
    self.snippetLength = snippetLength
    self.expands = expands
    self.facets = facets
    self.explains = explains
    self.countsAll = countsAll
  }
}

/// A page of hits.
public struct SearchResults: Sendable, Equatable {
  /// How many written questions match.
  public struct Total: Sendable, Equatable, Codable {
    public let count: Int
    /// False: about so many.
    public let isExact: Bool

    private enum CodingKeys: String, CodingKey { case count, isExact = "exact" }
  }

  public let total: Total
  /// Whether there are hits after this page.
  public let hasMore: Bool
  public let hits: [Hit]
  /// The query as it was understood.
  public let words: [QueryWord]
  /// Values of fields that no document has; where there are hits, only of those with alternatives.
  public let unmatchedValues: [UnmatchedValue]
  /// What was probably meant instead.
  public let corrections: [Correction]
  /// In the order asked for.
  public let facets: [Facet]
  public let seconds: Double

  /// Words of the query that no document has.
  public var unmatchedWords: [String] { words.filter(\.isUnmatched).map(\.text) }
}

/// One result: a passage, the document around it, and its counterparts.
public struct Hit: Sendable, Equatable {
  /// From 1.
  public let rank: Int
  public let score: Double
  /// What identifies its document, whose text is to be had by `Searcher.documents`.
  public let document: WrittenQuestion.Heading
  public let passage: PassageHit
  /// The answers to a sub-question, the sub-questions of an answer.
  public let counterparts: [PassageHit]
  /// What made the document's score, the most first; empty unless asked for.
  public let contributions: [Contribution]

  /// `documenten/2023/230.pdf#page=3`: where the passage is to be seen, in documents with pages.
  public var link: String? { document.source.link(to: passage.passage) }
}

/// A passage and what of it to show.
public struct PassageHit: Sendable, Equatable {
  public let passage: Passage
  public let snippet: Snippet
}
