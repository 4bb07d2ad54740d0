import WrittenQuestions

/// A moment in UTC as mail and feeds write it.
struct Moment {
  private let date: CalendarDate
  private let weekday: Int
  private let clock: String

  /// - Parameter seconds: since 1970. Nil outside of the calendar's years.
  init?(_ seconds: Int) {
    guard seconds >= 0, let date = CalendarDate(epochMilliseconds: Double(seconds) * 1000) else {
      return nil
    }
    self.date = date
    // 1970 began on a Thursday.
    weekday = (seconds / 86_400 + 3) % 7
    let time = seconds % 86_400
    clock = [time / 3600, time / 60 % 60, time % 60].map(Self.padded).joined(separator: ":")
  }

  /// `2026-11-25T07:00:00Z`, as RFC 3339 has it; 1970 where the moment is in no calendar.
  static func iso(_ seconds: Int) -> String {
    Moment(seconds).map { "\($0.date)T\($0.clock)Z" } ?? "1970-01-01T00:00:00Z"
  }

  /// `Wed, 25 Nov 2026 07:00:00 +0000`, as RFC 5322 has it.
  var mail: String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let month = months[(date.month ?? 1) - 1]
    return "\(weekdays[weekday]), \(date.day ?? 1) \(month) \(date.year) \(clock) +0000"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
