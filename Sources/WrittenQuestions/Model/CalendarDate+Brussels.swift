extension CalendarDate {
  /// The day that it is in Brussels at a moment given in seconds since 1970, in UTC.
  ///
  /// By the rules of the European Union, without the system's table of zones, which not every
  /// machine has: summer time since 1981, until the last Sunday of September, since 1996 of October.
  /// Belgium's own summers before that are read as winter, an hour late.
  init?(inBrusselsAt seconds: Int) {
    guard let date = CalendarDate(daysSince1970: Self.days(seconds)) else { return nil }
    var offset = 3600
    if date.year >= 1981 {
      let start = Self.lastSunday(of: 3, date.year) * 86_400 + 3600
      let end = Self.lastSunday(of: date.year < 1996 ? 9 : 10, date.year) * 86_400 + 3600
      if start..<end ~= seconds { offset = 7200 }
    }
    self.init(daysSince1970: Self.days(seconds + offset))
  }

  private static func days(_ seconds: Int) -> Int {
    (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400
  }

  /// In days since 1970, a Thursday.
  private static func lastSunday(of month: Int, _ year: Int) -> Int {
    let last = days(to: year, month, month == 9 ? 30 : 31)
    return last - (last + 4) % 7
  }
}
