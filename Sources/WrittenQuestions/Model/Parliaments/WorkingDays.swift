/// Working days, in which the rules of parliaments count how long an answer may take: neither Saturdays
/// and Sundays, nor the country's holidays.
public enum WorkingDays {
  /// From the day after the first to the last, which counts: Friday to Monday is 1, a day to itself 0.
  ///
  /// Where the country is not known only the holidays of both are left out. Nil where the last day comes
  /// before the first, or one of them is not known to the day.
  public static func count(
    from first: CalendarDate, to last: CalendarDate, in country: Country?
  ) -> Int? {
    guard first.day != nil, last.day != nil, first <= last else { return nil }
    let holidays = (first.year...last.year).reduce(into: 0) { count, year in
      count += Holidays.all(in: year, country).count { day in
        first.daysSince1970 < day && day <= last.daysSince1970 && !isWeekend(day)
      }
    }
    return weekdays(through: last.daysSince1970) - weekdays(through: first.daysSince1970) - holidays
  }

  /// From Monday, 0, to Sunday; 1970 began on a Thursday.
  static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  private static func isWeekend(_ day: Int) -> Bool { weekday(day) > 4 }

  /// How many days from Monday to Friday there are up to this one, from a Monday long ago.
  private static func weekdays(through day: Int) -> Int {
    // A multiple of seven before the year 1.
    let days = day + 3 + 7 * 110_000
    return days / 7 * 5 + min(days % 7 + 1, 5)
  }
}

/// The holidays of a country, in days since 1970.
enum Holidays {
  /// Those of Belgium are the ten of the law; those of the Netherlands are those of the Algemene
  /// termijnenwet, with Good Friday, and the Fifth of May every year since 1990. Nil: those of both.
  static func all(in year: Int, _ country: Country?) -> Set<Int> {
    switch country {
    case .belgium: belgian(year)
    case .netherlands: dutch(year)
    case nil: belgian(year).intersection(dutch(year))
    }
  }

  private static func belgian(_ year: Int) -> Set<Int> {
    movable(year).union(
      [(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
        .map { CalendarDate.days(to: year, $0.0, $0.1) })
  }

  private static func dutch(_ year: Int) -> Set<Int> {
    var days = movable(year).union(
      [(1, 1), (12, 25), (12, 26)].map { CalendarDate.days(to: year, $0.0, $0.1) })
    days.insert(easter(year) - 2)
    if let day = monarch(year) { days.insert(day) }
    if year >= 1990 { days.insert(CalendarDate.days(to: year, 5, 5)) }
    return days
  }

  /// Easter Monday, Ascension Day and Whit Monday.
  private static func movable(_ year: Int) -> Set<Int> {
    let easter = easter(year)
    return [easter + 1, easter + 39, easter + 50]
  }

  /// The monarch's birthday is kept on another day than Sunday: since 1980 on the one before, until
  /// then on the one after.
  private static func monarch(_ year: Int) -> Int? {
    guard year >= 1949 else { return nil }
    let day = CalendarDate.days(to: year, 4, year >= 2014 ? 27 : 30)
    guard WorkingDays.weekday(day) == 6 else { return day }
    return day + (year >= 1980 ? -1 : 1)
  }

  /// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
  private static func easter(_ year: Int) -> Int {
    let golden = year % 19
    let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
    let shift = (century + 8) / 25
    let moon = (19 * golden + century - century / 4 - (century - shift + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let correction = (golden + 11 * moon + 22 * weekday) / 451
    let days = moon + weekday - 7 * correction + 114
    return CalendarDate.days(to: year, days / 31, days % 31 + 1)
  }
}

extension CalendarDate {
  /// A weekday of a month by its number there, such as the third Tuesday; Monday is 0.
  static func weekday(_ weekday: Int, number: Int, of month: Int, _ year: Int) -> CalendarDate? {
    let first = days(to: year, month, 1)
    let offset = (weekday - WorkingDays.weekday(first) + 7) % 7
    return CalendarDate(daysSince1970: first + offset + 7 * (number - 1))
  }
}

extension WrittenQuestion {
  /// Working days from when it was asked until it was answered; nil where one of these is not known.
  public var daysUntilAnswer: Int? {
    guard let date, let answered else { return nil }
    return WorkingDays.count(from: date, to: answered, in: country)
  }
}
