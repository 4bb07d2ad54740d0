/// White space in UTF-8 text, of any kind: also no-break, narrow and wide spaces.
extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// How many bytes the space at `index` takes; 0 where something else stands, or nothing.
  @inlinable package func spaceLength(at index: Int) -> Int {
    guard index < endIndex else { return 0 }
    let first = self[index]
    guard first >= 0x80 else { return first.isSpace ? 1 : 0 }
    switch first {
    case 0xC2:
      return index + 1 < endIndex && isSpace(first, self[index + 1]) ? 2 : 0
    case 0xE1...0xE3:
      return index + 2 < endIndex && isSpace(first, self[index + 1], self[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  /// How many bytes the space takes that ends before `index`.
  @inlinable package func spaceLength(before index: Int) -> Int {
    guard index > startIndex else { return 0 }
    let last = self[index - 1]
    guard last >= 0x80 else { return last.isSpace ? 1 : 0 }
    if index - 2 >= startIndex, isSpace(self[index - 2], last) { return 2 }
    return index - 3 >= startIndex && isSpace(self[index - 3], self[index - 2], last) ? 3 : 0
  }

  /// The range without the white space at both its ends.
  @inlinable package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = spaceLength(at: start)
      guard length > 0 else { break }
      start += length
    }
    while end > start {
      let length = spaceLength(before: end)
      guard length > 0 else { break }
      end -= length
    }
    return start..<Swift.max(start, end)
  }

  /// U+0085, U+00A0.
  @inlinable func isSpace(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && (second == 0x85 || second == 0xA0)
  }

  /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  @inlinable func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    default: false
    }
  }
}
