/// A day written in numbers: `10/03/2023`, `10-3-2023`, `10.03.2023`, `2023-03-10`.
struct NumericDate {
  /// `20230310`
  let term: String
  let end: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var numbers: [Int] = []
    var widths: [Int] = []
    var index = start
    var sign: UInt8?
    while true {
      let first = index
      var value = 0
      while index < bytes.count, bytes[index].isASCIIDigit, index - first < 5 {
        value = value * 10 + Int(bytes[index] & 0x0f)
        index += 1
      }
      guard index > first else { return nil }
      numbers.append(value)
      widths.append(index - first)
      if numbers.count == 3 { break }
      guard index < bytes.count, [0x2f, 0x2d, 0x2e].contains(bytes[index]),
        sign == nil || sign == bytes[index]
      else { return nil }
      sign = bytes[index]
      index += 1
    }
    if index < bytes.count, bytes[index].isASCIIDigit { return nil }
    let yearFirst = widths[0] == 4
    guard yearFirst || widths[2] == 4, widths[1] <= 2, (yearFirst ? widths[2] : widths[0]) <= 2,
      let term = Self.term(
        day: yearFirst ? numbers[2] : numbers[0], month: numbers[1],
        year: yearFirst ? numbers[0] : numbers[2])
    else { return nil }
    self.term = term
    end = index
  }

  /// Nil where no calendar has such a day.
  static func term(day: Int, month: Int, year: Int) -> String? {
    guard (1...31).contains(day), (1...12).contains(month), (1000...2999).contains(year) else {
      return nil
    }
    return String(year * 10_000 + month * 100 + day)
  }

  /// 3 for "maart"; nil for what is no month.
  static func month(named word: String) -> Int? {
    months.firstIndex(of: word).map { $0 + 1 }
  }

  private static let months = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
}
