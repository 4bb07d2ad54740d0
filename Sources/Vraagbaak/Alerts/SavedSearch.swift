/// A search whose news is told again and again.
public struct SavedSearch: Sendable, Hashable {
  /// How often it is looked for news.
  public enum Interval: String, Sendable, CaseIterable {
    case day = "dag"
    case week, month = "maand"

    /// Reads a Dutch or an English name.
    init?(named name: String) {
      let name = name.lowercased()
      let english = ["day": Interval.day, "month": .month]
      guard let interval = Interval(rawValue: name) ?? english[name] else { return nil }
      self = interval
    }

    /// After so many seconds it is due. That is less than the name says, for a run that begins a little
    /// earlier than the one before.
    var seconds: Int {
      let hour = 3600
      return switch self {
      case .day: 20 * hour
      case .week: 6 * 24 * hour + 12 * hour
      case .month: 28 * 24 * hour - 12 * hour
      }
    }
  }

  /// One line.
  public let name: String
  /// In the query language, with its filters.
  public let query: String
  /// Nil: at every run.
  public let every: Interval?
  /// The query as it was understood.
  public let parsed: ParsedQuery

  /// - Throws: where the query cannot be understood.
  public init(name: String, query: String, every: Interval? = nil) throws(QueryError) {
    self.name = PrintedLine.clean(name)
    self.query = query
    self.every = every
    parsed = try ParsedQuery(query)
  }
}
