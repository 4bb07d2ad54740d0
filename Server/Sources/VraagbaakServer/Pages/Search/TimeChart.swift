import Vraagbaak
import WrittenQuestions

/// Hits by year, or by the months of the only year: bars that lead to the hits of theirs.
struct TimeChart {
  /// More years would be too thin to be hit with a finger.
  private static let mostYears = 40

  let name: String
  let bars: [Bar]

  struct Bar {
    /// Below the bar.
    let label: String
    /// For those who do not see it: "maart 2017: 12 vragen".
    let spoken: String
    /// Nil where there are none.
    let href: String?
    /// Of 100.
    let height: Int
    /// Above it.
    let top: Int
  }

  /// Nil where there is nothing to compare.
  init?(_ found: SearchResults, _ address: SearchAddress, _ call: Call) async throws {
    let counts = Self.years(of: found)
    guard let last = counts.map(\.year).max(), let first = counts.map(\.year).min() else {
      return nil
    }
    if first == last {
      // A month that was chosen is all that there is.
      guard address.filters[.date].flatMap({ CalendarDate($0) })?.month == nil else { return nil }
      name = "Vragen per maand in \(last)"
      bars = Self.bars(
        try await Self.months(of: last, address, call), address,
        label: { $0.month.map { Self.monthNames[$0 - 1] } ?? "" })
    } else {
      name = "Vragen per jaar"
      let known = Dictionary(counts.map { ($0.year, $0.count) }) { $0 + $1 }
      bars = Self.bars(
        (max(first, last - Self.mostYears + 1)...last).compactMap { year in
          CalendarDate(year: year).map { ($0, known[year] ?? 0) }
        }, address, label: { String($0.year) })
    }
  }

  /// Bars that lead nowhere are of no use: nil where no year is known.
  static func years(of found: SearchResults) -> [(year: Int, count: Int)] {
    found.facets.first { $0.field == .year }?.values.compactMap { value in
      Int(value.name).map { ($0, value.count) }
    } ?? []
  }

  private static let monthNames = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  private static func months(of year: Int, _ address: SearchAddress, _ call: Call)
    async throws -> [(CalendarDate, Int)]
  {
    var counts: [(CalendarDate, Int)] = []
    for month in 1...12 {
      guard let date = CalendarDate(year: year, month: month) else { continue }
      let inMonth = try call.parse(address.with(.date, date.description)).query
      counts.append((date, try await call.count(inMonth)))
    }
    return counts
  }

  private static func bars(
    _ counts: [(date: CalendarDate, count: Int)], _ address: SearchAddress,
    label: (CalendarDate) -> String
  ) -> [Bar] {
    let most = max(1, counts.map(\.count).max() ?? 1)
    return counts.map { date, count in
      // What there is can be seen.
      let height = count == 0 ? 0 : max(3, count * 100 / most)
      return Bar(
        label: label(date), spoken: "\(date.dutch): \(Wording.questions(count))",
        href: count == 0 ? nil : address.with(.date, date.description).path, height: height,
        top: 100 - height)
    }
  }
}
