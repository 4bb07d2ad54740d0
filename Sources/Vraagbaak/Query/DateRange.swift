import WrittenQuestions

/// A span of days, both ends included: `2022`, `2022-03`, `10/03/2022`, `2022..2023-03`, `..2021`.
public struct DateRange: Sendable, Hashable {
  /// Nil: from the beginning.
  public let first: CalendarDate?
  /// Nil: until the end.
  public let last: CalendarDate?

  public init(first: CalendarDate?, last: CalendarDate?) {
    self.first = first
    self.last = last
  }

  /// Nil when the text is no date or range, or ends before it begins.
  public init?(_ text: String) {
    guard let dots = text.range(ofDots: ()) else {
      guard let span = Self.span(text) else { return nil }
      self.init(first: span.first, last: span.last)
      return
    }
    let from = text[..<dots.lowerBound]
    let to = text[dots.upperBound...]
    guard !(from.isEmpty && to.isEmpty) else { return nil }
    let start = Self.span(String(from))
    let end = Self.span(String(to))
    guard from.isEmpty || start != nil, to.isEmpty || end != nil else { return nil }
    if let start, let end, end.last < start.first { return nil }
    self.init(first: start?.first, last: end?.last)
  }

  /// The first and last day of a year, a month or a day.
  private static func span(_ text: String) -> (first: CalendarDate, last: CalendarDate)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    if numbers.count == parts.count, parts[0].count == 4 {
      switch numbers.count {
      case 1:
        guard let first = CalendarDate(year: numbers[0], month: 1, day: 1),
          let last = CalendarDate(year: numbers[0], month: 12, day: 31)
        else { return nil }
        return (first, last)
      case 2:
        guard let first = CalendarDate(year: numbers[0], month: numbers[1], day: 1) else {
          return nil
        }
        let days = (28...31).compactMap {
          CalendarDate(year: numbers[0], month: numbers[1], day: $0)
        }
        return (first, days.last ?? first)
      default: break
      }
    }
    return CalendarDate(parsing: text).map { ($0, $0) }
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
