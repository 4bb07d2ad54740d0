extension Tokenizer {
  /// Reads what starts with a digit: a date, a time, a number, or a word such as `12bis`.
  mutating func readNumber() {
    if lastDate != start, readDate() || readWrittenDate() { return }
    if readTime() { return }
    var cursor = start
    while isDigit(cursor) { cursor += 1 }
    if isWordCharacter(cursor) || byte(cursor) == UInt8(ascii: "@") {
      if !readAddress() { readJoinedWord() }
      return
    }
    let hyphen = hyphenLength(cursor)
    if hyphen > 0, isWordCharacter(cursor + hyphen) {
      readJoinedWord()
      return
    }
    kind = .number
    readDecimal(integerEnd: cursor)
  }

  /// `1.234,56`, `3,5` and `3.5` lose the full stops between thousands and get a decimal comma.
  /// `1.2.3` is the number of a section and stays. The corpus runs sentences together ("in
  /// 2016.2. Hoeveel"): a full stop behind a year, or before a second one, ends the number.
  private mutating func readDecimal(integerEnd: Int) {
    var cursor = integerEnd
    copyDigits(start..<integerEnd)
    end = integerEnd
    let point = UInt8(ascii: ".")
    let comma = UInt8(ascii: ",")
    if integerEnd - start <= 3 {
      while byte(cursor) == point, digitCount(at: cursor + 1) == 3 {
        copyDigits(cursor + 1..<cursor + 4)
        cursor += 4
      }
      if cursor == integerEnd, byte(cursor) == point, 1...2 ~= digitCount(at: cursor + 1) {
        readSection(integerEnd: integerEnd)
        return
      }
    }
    end = cursor
    // A list without spaces, 1,2,3, has no decimals.
    let isInList = start >= 2 && text[start - 1] == comma && isDigit(start - 2)
    let decimals = byte(cursor) == comma && !isInList ? digitCount(at: cursor + 1) : 0
    let after = cursor + 1 + decimals
    guard decimals > 0, !(byte(after) == comma && isDigit(after + 1)) else { return }
    copyDigits(cursor..<after)
    end = after
  }

  private func digitCount(at index: Int) -> Int {
    var cursor = index
    while isDigit(cursor) { cursor += 1 }
    return cursor - index
  }

  private mutating func copyDigits(_ range: Range<Int>) {
    for index in range { word.append(text[index], from: index - start, to: index + 1 - start) }
  }

  /// `3.5` or `1.2.3`, from the first full stop on.
  private mutating func readSection(integerEnd: Int) {
    var cursor = integerEnd
    var groups = 1
    while byte(cursor) == UInt8(ascii: "."), 1...2 ~= digitCount(at: cursor + 1) {
      cursor += 1 + digitCount(at: cursor + 1)
      groups += 1
    }
    guard groups > 2 || byte(cursor) != UInt8(ascii: "."), !isWordCharacter(cursor) else { return }
    for index in integerEnd..<cursor {
      let isDecimalPoint = groups == 2 && index == integerEnd
      let byte = isDecimalPoint ? UInt8(ascii: ",") : text[index]
      word.append(byte, from: index - start, to: index + 1 - start)
    }
    end = cursor
  }

  private func hyphenLength(_ index: Int) -> Int {
    guard index < text.count else { return 0 }
    let scalar = DecodedScalar(text, at: index)
    return scalar.role == .hyphen ? scalar.length : 0
  }

  /// `10:30`, `10u30`, `10h30` and `10.30 uur` all give `10:30`.
  private mutating func readTime() -> Bool {
    guard let (hour, afterHour) = number(at: start, digits: 1...2), hour < 25 else { return false }
    let separator = byte(afterHour) | 0x20
    guard let (minute, afterMinute) = number(at: afterHour + 1, digits: 2...2), minute < 60,
      !isWordCharacter(afterMinute)
    else { return false }
    switch separator {
    case UInt8(ascii: ":"), UInt8(ascii: "u"), UInt8(ascii: "h"): break
    case UInt8(ascii: "."):
      guard byte(afterMinute) == UInt8(ascii: " "),
        [UInt8(ascii: "u"), UInt8(ascii: "h")].contains(byte(afterMinute + 1)),
        !isWordCharacter(afterMinute + 2)
          || byte(afterMinute + 2) == UInt8(ascii: "u")
            && byte(afterMinute + 3) == UInt8(ascii: "r")
      else { return false }
    default: return false
    }
    kind = .time
    return finish(reading: Self.padded(hour) + ":" + Self.padded(minute), to: afterMinute)
  }

  /// The number at `index` and its end, when it has as many digits as asked.
  func number(at index: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var (cursor, value) = (index, 0)
    while isDigit(cursor), cursor - index < digits.upperBound {
      value = value * 10 + Int(text[cursor] - UInt8(ascii: "0"))
      cursor += 1
    }
    guard cursor - index >= digits.lowerBound, !isDigit(cursor) else { return nil }
    return (value, cursor)
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
