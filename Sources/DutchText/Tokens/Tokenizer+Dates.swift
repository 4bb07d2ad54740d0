import Text

extension Tokenizer {
  /// Reads a date in figures, `10/03/2023`, `10-3-2023`, `10.03.2023`, `10-03-23` or `2023-03-10`, as
  /// one token `2023-03-10`.
  mutating func readDate() -> Bool {
    guard let (first, afterFirst) = number(at: start, digits: 1...4) else { return false }
    let separator = byte(afterFirst)
    guard [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(separator),
      let (month, afterMonth) = number(at: afterFirst + 1, digits: 1...2),
      byte(afterMonth) == separator,
      let (last, afterLast) = number(at: afterMonth + 1, digits: 1...4),
      !isWordCharacter(afterLast)
    else { return false }
    let isISO = afterFirst - start == 4 && separator == UInt8(ascii: "-")
    let (day, year) = isISO ? (last, first) : (first, last)
    let yearDigits = isISO ? 4 : afterLast - afterMonth - 1
    // `3.2.17` is rather the number of a section, and `12-11-10-09` a list; a 0 is put before days and
    // months.
    let isPadded =
      afterFirst - start == 2 && afterMonth - afterFirst == 3
      && (byte(start) == UInt8(ascii: "0") || byte(afterFirst + 1) == UInt8(ascii: "0"))
      && !(byte(afterLast) == separator && isDigit(afterLast + 1))
    let isShort = yearDigits == 2 && (separator == UInt8(ascii: "/") || isPadded)
    guard yearDigits == 4 || isShort, afterFirst - start <= 2 || isISO else { return false }
    return take(
      day: day, month: month, year: isShort ? Years.full(ofTwoDigits: year) : year, to: afterLast)
  }

  /// Reads `10 maart 2023` and `10 maart '23` as `2023-03-10`, beside its three words.
  mutating func readWrittenDate() -> Bool {
    guard let (day, afterDay) = number(at: start, digits: 1...2) else { return false }
    var cursor = skipSpaces(afterDay)
    guard cursor > afterDay, isASCIILetter(cursor) else { return false }
    let name = cursor
    while isASCIILetter(cursor) { cursor += 1 }
    guard 3...9 ~= cursor - name else { return false }
    let folded = String(decoding: text[name..<cursor].lazy.map { $0 | 0x20 }, as: UTF8.self)
    guard let month = Months.number(of: folded) else { return false }
    if byte(cursor) == UInt8(ascii: ".") { cursor += 1 }
    let afterMonth = cursor
    cursor = skipSpaces(cursor)
    guard cursor > afterMonth, let (year, afterYear) = yearNumber(at: cursor),
      take(day: day, month: month, year: year, to: afterYear)
    else { return false }
    sharesPosition = true
    lastDate = start
    return true
  }

  private mutating func take(day: Int, month: Int, year: Int, to end: Int) -> Bool {
    guard 1...31 ~= day, 1...12 ~= month, 1500...2500 ~= year else { return false }
    kind = .date
    return finish(reading: "\(year)-" + Self.padded(month) + "-" + Self.padded(day), to: end)
  }

  /// Four digits, or two behind an apostrophe.
  private func yearNumber(at index: Int) -> (value: Int, end: Int)? {
    guard index < text.count else { return nil }
    let scalar = DecodedScalar(text, at: index)
    guard scalar.role == .apostrophe else { return number(at: index, digits: 4...4) }
    return number(at: index + scalar.length, digits: 2...2).map {
      (Years.full(ofTwoDigits: $0), $1)
    }
  }

  private func skipSpaces(_ index: Int) -> Int {
    var cursor = index
    while true {
      let length = text.spaceLength(at: cursor)
      guard length > 0 else { return cursor }
      cursor += length
    }
  }
}
