extension CalendarDate {
  /// The first day of the month or the year; of a day itself.
  public var firstDay: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// The last day of the month or the year; of a day itself.
  public var lastDay: CalendarDate {
    let month = month ?? 12
    return CalendarDate(
      year: year, month: month, day: day ?? Self.days(inMonth: month, of: year)) ?? self
  }

  /// The year and the month that it lies in, without what is not known.
  public var spans: [CalendarDate] {
    [CalendarDate(year: year), month.flatMap { CalendarDate(year: year, month: $0) }]
      .compactMap { $0 }
  }

  /// Whether it is the same, or lies within this month or year.
  public func covers(_ other: CalendarDate) -> Bool { self == other || other.spans.contains(self) }
}
