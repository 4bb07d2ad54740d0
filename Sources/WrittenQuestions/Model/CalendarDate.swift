import Text

/// A day, or the month or the year of which no day is known.
public struct CalendarDate: Sendable, Hashable, Comparable, LosslessStringConvertible {
  public let year: Int
  /// Nil where only the year is known.
  public let month: Int?
  /// Nil where only the month or the year is known.
  public let day: Int?

  /// Nil for what no calendar has, and for a day without its month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month ?? 1), month != nil || day == nil,
      (1...Self.days(inMonth: month ?? 1, of: year)).contains(day ?? 1)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2023-03-10`, `2023-03` or `2023`.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
    guard 1...3 ~= parts.count, numbers.count == parts.count, parts[0].count == 4 else {
      return nil
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// Reads whole days: `2023-03-10`, `10/03/2023`, `10-3-2023`, `10.03.2023` or `10 maart 2023`.
  public init?(parsing text: some StringProtocol) {
    let parts = text.split { " \u{a0}/-.\n\r\t".contains($0) }
    guard parts.count == 3 else { return nil }
    let month = Months.number(of: parts[1].lowercased()) ?? Int(parts[1])
    guard let month, let first = Int(parts[0]), let last = Int(parts[2]) else { return nil }
    if parts[0].count == 4 {
      self.init(year: first, month: month, day: last)
    } else if parts[2].count == 4 {
      self.init(year: last, month: month, day: first)
    } else {
      return nil
    }
  }

  /// The day of a moment given in milliseconds since 1970, in UTC.
  public init?(epochMilliseconds: Double) {
    guard abs(epochMilliseconds) < 1e15 else { return nil }
    self.init(daysSince1970: Int((epochMilliseconds / 86_400_000).rounded(.down)))
  }

  init?(daysSince1970: Int) {
    // By eras of 400 years, which all have the same number of days.
    let days = daysSince1970 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    // The year is counted from March, so that a leap day comes last.
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// To the first day of a month or a year.
  var daysSince1970: Int { Self.days(to: year, month ?? 1, day ?? 1) }

  /// Days from 1970 to a date.
  static func days(to year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// `2023-03-10`, `2023-03` or `2023`.
  public var description: String {
    let monthAndDay = [month, day].compactMap { $0.map { "-" + Self.padded($0, to: 2) } }
    return Self.padded(year, to: 4) + monthAndDay.joined()
  }

  /// `10 maart 2023`, `maart 2023` or `2023`.
  public var dutch: String {
    [day.map(String.init), month.map { Months.names[$0 - 1] }, String(year)]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// A year comes before its months, a month before its days.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
