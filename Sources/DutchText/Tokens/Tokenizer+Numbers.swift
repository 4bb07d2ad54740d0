extension Tokenizer {
  /// Reads what starts with a digit: a date, a time, a number, or a word such as `12bis`.
  mutating func readNumber() {
    if lastDate != start, readDate() || readWrittenDate() { return }
    if readTime() { return }
    var cursor = start
    while isDigit(cursor) { cursor += 1 }
    if isWordCharacter(cursor) || isInvisible(cursor) || byte(cursor) == UInt8(ascii: "@") {
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

  /// `1.234,56`, `3,5` and `3.5` lose what parts their thousands and get a decimal comma.
  /// `1.2.3` is the number of a section and stays. The corpus runs sentences together ("in
  /// 2016.2. Hoeveel"): a full stop behind a year, or before a second one, ends the number.
  private mutating func readDecimal(integerEnd: Int) {
    var cursor = integerEnd
    copyDigits(start..<integerEnd)
    end = integerEnd
    let point = UInt8(ascii: ".")
    let comma = UInt8(ascii: ",")
    if let thousands = thousands(from: integerEnd) {
      copyDigits(integerEnd..<thousands.end, dropping: thousands.sign)
      cursor = thousands.end
    } else if integerEnd - start <= 3, byte(cursor) == point, 1...2 ~= digitCount(at: cursor + 1) {
      readSection(integerEnd: integerEnd)
      return
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

  /// What parts the thousands of a number.
  private enum ThousandsSign: Equatable {
    case point
    /// A space at which no line is broken.
    case noBreakSpace(length: Int)
    /// May as well stand between two numbers.
    case space

    var length: Int {
      if case .noBreakSpace(let length) = self { length } else { 1 }
    }
  }

  /// Where groups of three digits end that go on from the first digits, and what parts them; nil
  /// where there are none.
  private func thousands(from integerEnd: Int) -> (end: Int, sign: ThousandsSign)? {
    guard let sign = thousandsSign(at: integerEnd) else { return nil }
    if sign == .space, byte(start) == UInt8(ascii: "0") || isBehindNumber { return nil }
    var (cursor, groups) = (integerEnd, 0)
    while groups < Self.mostGroups, thousandsSign(at: cursor) == sign,
      digitCount(at: cursor + sign.length) == 3
    {
      cursor += sign.length + 3
      groups += 1
    }
    // The number of a company, 0123.456.789, begins with four; else that is a year.
    let first = integerEnd - start
    guard groups > 0, first <= 3 || first == 4 && groups == 2 && sign != .space else { return nil }
    if sign == .space {
      let isBeforeNumber = byte(cursor) == UInt8(ascii: " ") && isDigit(cursor + 1)
      guard !isBeforeNumber, !isWordCharacter(cursor) else { return nil }
    }
    return (cursor, sign)
  }

  /// Such numbers are in a row, as in a table; a year before one is not.
  private var isBehindNumber: Bool {
    guard start >= 2, text[start - 1] == UInt8(ascii: " "), isDigit(start - 2) else { return false }
    var first = start - 2
    while first > 0, isDigit(first - 1), start - first < 8 { first -= 1 }
    let isYear = start - 1 - first == 4 && "12".utf8.contains(text[first])
    return !isYear
  }

  /// No number that anybody writes has more.
  private static let mostGroups = 6
  private static let mostSections = 12

  private func thousandsSign(at index: Int) -> ThousandsSign? {
    switch byte(index) {
    case UInt8(ascii: "."): return .point
    case UInt8(ascii: " "): return .space
    case 0xC2, 0xE2:
      let scalar = DecodedScalar(text, at: index)
      let isNoBreakSpace = [0xA0, 0x202F, 0x2007, 0x2009].contains(scalar.value)
      return isNoBreakSpace ? .noBreakSpace(length: scalar.length) : nil
    default: return nil
    }
  }

  /// - Parameter sign: is left out. A space stays, so that the groups are known as parts: it may part
  ///   two numbers.
  private mutating func copyDigits(_ range: Range<Int>, dropping sign: ThousandsSign? = nil) {
    for index in range {
      if sign == nil || sign == .space || isDigit(index) {
        word.append(text[index], from: index - start, to: index + 1 - start)
      }
    }
  }

  private func isInvisible(_ index: Int) -> Bool {
    guard byte(index) >= 0x80 else { return false }
    return DecodedScalar(text, at: index).role == .invisible
      && isWordCharacter(afterInvisible(index))
  }

  private func afterInvisible(_ index: Int) -> Int {
    var cursor = index
    while byte(cursor) >= 0x80 {
      let scalar = DecodedScalar(text, at: cursor)
      guard scalar.role == .invisible else { break }
      cursor += scalar.length
    }
    return cursor
  }

  /// `3.5` or `1.2.3`, from the first full stop on.
  private mutating func readSection(integerEnd: Int) {
    var cursor = integerEnd
    var groups = 1
    while groups < Self.mostSections, byte(cursor) == UInt8(ascii: "."),
      1...2 ~= digitCount(at: cursor + 1)
    {
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
