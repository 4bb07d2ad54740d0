import WrittenQuestions

/// A span of days, both ends included: `2022`, `2022-03`, `10/03/2022`, `2022..2023-03`, `..2021`.
public struct DateRange: Sendable, Hashable {
  /// Nil: from the beginning.
  public let first: CalendarDate?
  /// Nil: until the end.
  public let last: CalendarDate?

  /// From the first day of a month or year to the last of one.
  public init(first: CalendarDate?, last: CalendarDate?) {
    self.first = first?.firstDay
    self.last = last?.lastDay
  }

  /// Nil when the text is no date or range, or ends before it begins.
  public init?(_ text: String) {
    guard let (first, last) = Self.ends(of: text) else { return nil }
    if let first, let last, last < first { return nil }
    self.init(first: first, last: last)
  }

  /// Whether the text is a range from a later date to an earlier one.
  static func endsBeforeItBegins(_ text: String) -> Bool {
    guard let ends = ends(of: text), let first = ends.first, let last = ends.last else {
      return false
    }
    return last < first
  }

  /// The first and the last day, in whichever order they are; nil when the text is no date or range.
  private static func ends(of text: String) -> (first: CalendarDate?, last: CalendarDate?)? {
    guard let dots = text.range(ofDots: ()) else { return span(text).map { ($0.first, $0.last) } }
    let from = text[..<dots.lowerBound]
    let to = text[dots.upperBound...]
    guard !(from.isEmpty && to.isEmpty) else { return nil }
    let start = span(String(from))
    let end = span(String(to))
    guard from.isEmpty || start != nil, to.isEmpty || end != nil else { return nil }
    return (start?.first, end?.last)
  }

  /// The first and last day of a year, a month or a day.
  private static func span(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
    (CalendarDate(text) ?? CalendarDate(parsing: text)).map { ($0.firstDay, $0.lastDay) }
  }
}

extension DateRange: CustomStringConvertible {
  /// `2022-01-01..2022-12-31`; one day alone as itself.
  public var description: String {
    if let first, first == last { return first.description }
    return "\(first?.description ?? "")..\(last?.description ?? "")"
  }
}

extension String {
  fileprivate func range(ofDots: Void) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == "…" { return index..<next }
      if self[index] == ".", next < endIndex, self[next] == "." {
        return index..<self.index(after: next)
      }
      index = next
    }
    return nil
  }
}
