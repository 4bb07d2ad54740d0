import Text

/// The day that an export means, or the month or the year where it says no more.
///
/// A moment, which has a zone or counts from 1970, is the day that it is in Brussels; a time without
/// a zone says nothing of the day beside it. The day stands before the month, where the month is not
/// a word. Of two digits a year is 1969 to 2068.
struct ExportDate {
  private enum Token: Equatable {
    case number(String)
    /// In small letters.
    case word(String)
    case sign(Character)
  }

  private var tokens: ArraySlice<Token>

  /// Nil where it is none or cannot be told.
  static func date(_ text: String) -> CalendarDate? {
    if text.hasPrefix("/Date("),
      let number = Double(text.dropFirst(6).prefix { $0.isNumber || $0 == "-" })
    {
      return moment(milliseconds: number)
    }
    if let number = Double(text), let date = date(ofNumber: number, text) { return date }
    var date = ExportDate(tokens: tokens(of: text)[...])
    if let date = date.whole() { return date }
    date = ExportDate(tokens: tokens(of: text)[...])
    guard case .word(let word) = date.tokens.first, weekdays.contains(word) else { return nil }
    date.tokens.removeFirst()
    date.skip(".,")
    return date.whole().flatMap { $0.day == nil ? nil : $0 }
  }

  // MARK: Numbers

  /// `2020`, `2020.0`, `20200503`, `20200503140000`, or what counts from 1970.
  private static func date(ofNumber number: Double, _ text: String) -> CalendarDate? {
    guard number.isFinite else { return nil }
    let digits = Array(text.utf8)
    if digits.prefix(while: \.isDigit).count == 4 {
      return Int(exactly: number).flatMap { date($0) }
    }
    if [8, 12, 14].contains(digits.count), digits.allSatisfy(\.isDigit) {
      let parts = [4, 6, 8, 10, 12, 14].map {
        Int(String(text.prefix($0).suffix($0 == 4 ? 4 : 2))) ?? 0
      }
      if let day = date(parts[0], parts[1], parts[2]),
        digits.count == 8 || parts[3] < 24 && parts[4] < 60
      {
        return day
      }
      if digits.count == 8 { return nil }
    }
    switch abs(number) {
    case 1e17...: return moment(milliseconds: number / 1e6)
    case 1e14...: return moment(milliseconds: number / 1e3)
    case 1e11...: return moment(milliseconds: number)
    case 1e8... where number > 0: return moment(milliseconds: number * 1e3)
    case 1...:
      // Around 1970 only whole days tell which they are.
      if number.truncatingRemainder(dividingBy: 86_400_000) == 0 {
        return moment(milliseconds: number)
      }
      return number.truncatingRemainder(dividingBy: 86_400) == 0
        ? moment(milliseconds: number * 1e3) : nil
    default: return nil
    }
  }

  private static func moment(milliseconds: Double) -> CalendarDate? {
    guard abs(milliseconds) < 1e14 else { return nil }
    return CalendarDate(inBrusselsAt: Int((milliseconds / 1e3).rounded(.down))).flatMap {
      date($0.year, $0.month, $0.day)
    }
  }

  /// Other years are those of no question.
  private static func date(
    _ year: Int, _ month: Int? = nil, _ day: Int? = nil
  ) -> CalendarDate? {
    1800...2199 ~= year ? CalendarDate(year: year, month: month, day: day) : nil
  }

  // MARK: Words

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      let run: Substring
      if first.isASCII, first.isNumber {
        run = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(.number(String(run)))
      } else if first.isLetter {
        run = rest.prefix(while: \.isLetter)
        tokens.append(.word(run.lowercased()))
      } else {
        run = rest.prefix(1)
        if !first.isWhitespace { tokens.append(.sign(first)) }
      }
      rest = rest[run.endIndex...]
    }
    return tokens
  }

  private var isAtEnd: Bool { tokens.allSatisfy { $0 == .sign(".") || $0 == .sign(",") } }

  private mutating func skip(_ signs: String) {
    while case .sign(let sign) = tokens.first, signs.contains(sign) { tokens.removeFirst() }
  }

  private mutating func word(_ words: Set<String>) -> Bool {
    guard case .word(let word) = tokens.first, words.contains(word) else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
    guard case .number(let digits) = tokens.first, lengths.contains(digits.utf8.count),
      let number = Int(digits)
    else { return nil }
    tokens.removeFirst()
    return number
  }

  /// A date, perhaps a time, and nothing more.
  private mutating func whole() -> CalendarDate? {
    _ = word(Self.articles)
    guard let date = date() else { return nil }
    skip(".,")
    if tokens.isEmpty { return date }
    // Only a day has a time.
    guard date.day != nil else { return nil }
    var seconds = 0
    let hasTime = time(&seconds)
    // After `T` or a word nothing but a time comes.
    guard let hasTime else { return nil }
    var zone: Int?
    guard self.zone(&zone) else { return nil }
    guard tokens.isEmpty else { return nil }
    guard hasTime, let zone else { return date }
    return CalendarDate(inBrusselsAt: date.daysSince1970 * 86_400 + seconds - zone)
  }

  private static let separators = "-/.,'’‐‑–−"

  private mutating func date() -> CalendarDate? {
    if case .number(let digits) = tokens.first, digits.utf8.count == 8 {
      tokens.removeFirst()
      return Int(digits).flatMap { Self.date($0 / 10_000, $0 / 100 % 100, $0 % 100) }
    }
    if let year = number(4...4) {
      if isAtEnd { return Self.date(year) }
      // Of a number the last nought is not written: `2020.1` may be month 10.
      let digits = tokens.count == 2 && tokens.first == .sign(".") ? 2...2 : 1...2
      skip(Self.separators)
      guard let month = month() ?? number(digits) else { return nil }
      if isAtEnd { return Self.date(year, month) }
      skip(Self.separators)
      return number(1...2).flatMap { Self.date(year, month, $0) }
    }
    var month = month()
    if month != nil {
      skip(Self.separators)
      if let year = number(4...4) { return Self.date(year, month) }
    }
    guard let day = number(1...2) else { return nil }
    let isOrdinal = word(Self.ordinals)
    skip(Self.separators)
    if month == nil {
      if !isOrdinal, let year = number(4...4) { return Self.date(year, day) }
      month = self.month() ?? number(1...2)
      skip(Self.separators)
    }
    guard let month else { return nil }
    if let year = number(4...4) { return Self.date(year, month, day) }
    return number(2...2).flatMap { Self.date(Years.full(ofTwoDigits: $0), month, day) }
  }

  private mutating func month() -> Int? {
    guard case .word(let word) = tokens.first,
      let month = Months.number(of: word) ?? Self.otherMonths[word]
    else { return nil }
    tokens.removeFirst()
    return month
  }

  /// False where none stands here, nil where none can be made of what does.
  private mutating func time(_ seconds: inout Int) -> Bool? {
    let isAnnounced = word(Self.timeWords)
    guard let hour = clock() else { return isAnnounced ? nil : false }
    guard hour.hours <= 24, hour.minutes < 60, hour.seconds <= 60 else { return nil }
    var hours = hour.hours
    if word(["pm"]), hours < 12 { hours += 12 } else if word(["am"]), hours == 12 { hours = 0 }
    _ = word(Self.hourWords)
    seconds = hours * 3600 + hour.minutes * 60 + hour.seconds
    return true
  }

  private mutating func clock() -> (hours: Int, minutes: Int, seconds: Int)? {
    if case .number(let digits) = tokens.first, [4, 6].contains(digits.utf8.count),
      let number = Int(digits)
    {
      tokens.removeFirst()
      skipFraction()
      let whole = digits.utf8.count == 4 ? number * 100 : number
      return (whole / 10_000, whole / 100 % 100, whole % 100)
    }
    guard let hours = number(1...2) else { return nil }
    let hasSign = tokens.first == .sign(":") || tokens.first == .sign(".")
    if hasSign { tokens.removeFirst() } else { _ = word(Self.hourWords) }
    let minutes = number(2...2) ?? 0
    guard tokens.first == .sign(":") || tokens.first == .sign(".") else {
      return (hours, minutes, 0)
    }
    tokens.removeFirst()
    let seconds = number(2...2) ?? 0
    skipFraction()
    return (hours, minutes, seconds)
  }

  private mutating func skipFraction() {
    guard tokens.first == .sign(".") || tokens.first == .sign(",") else { return }
    tokens.removeFirst()
    _ = number(1...12)
  }

  /// Seconds before UTC; false for what is no zone.
  private mutating func zone(_ seconds: inout Int?) -> Bool {
    if case .word(let word) = tokens.first {
      guard let offset = Self.zones[word] else { return false }
      tokens.removeFirst()
      seconds = offset
    }
    if case .sign(let sign) = tokens.first, "+-−".contains(sign) {
      tokens.removeFirst()
      if let hours = number(1...2) {
        skip(":")
        seconds = hours * 3600 + (number(2...2) ?? 0) * 60
      } else if let both = number(4...4) {
        seconds = both / 100 * 3600 + both % 100 * 60
      } else {
        return false
      }
      if sign != "+" { seconds = seconds.map { -$0 } }
    }
    // The zone's name, which says the same: [Europe/Brussels].
    if tokens.first == .sign("["), tokens.last == .sign("]") { tokens = [] }
    if tokens.first == .sign("("), tokens.last == .sign(")") { tokens = [] }
    return true
  }

  private static let articles: Set<String> = ["op", "de", "den", "le", "on", "the"]
  private static let ordinals: Set<String> = [
    "e", "de", "ste", "er", "st", "nd", "rd", "th", "of",
  ]
  private static let timeWords: Set<String> = ["t", "om", "te", "at", "à"]
  private static let hourWords: Set<String> = ["u", "uur", "h", "heures"]
  private static let zones = ["z": 0, "utc": 0, "gmt": 0, "cet": 3600, "cest": 7200]
  private static let weekdays = Set(
    """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// In French and English, where they are not as in Dutch.
  private static let otherMonths = [
    "janvier": 1, "janv": 1, "january": 1, "février": 2, "fevrier": 2, "févr": 2, "fév": 2,
    "february": 2, "mars": 3, "march": 3, "mar": 3, "avril": 4, "avr": 4, "mai": 5, "may": 5,
    "juin": 6, "june": 6, "juillet": 7, "juil": 7, "july": 7, "août": 8, "aout": 8, "august": 8,
    "septembre": 9, "octobre": 10, "october": 10, "oct": 10, "novembre": 11, "décembre": 12,
    "decembre": 12, "déc": 12,
  ]
}
