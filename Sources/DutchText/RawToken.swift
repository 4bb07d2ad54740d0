/// A folded token in the making. Its arrays are used again for every token of a text.
struct RawToken {
  var start = 0
  var end = 0
  var kind = Token.Kind.word
  var word: [UInt8] = []
  /// For each byte of `word` where it stands in the text.
  private(set) var places: [Int] = []
  /// Offsets in `word` before which a hyphen stood.
  private(set) var hyphens: [Int] = []

  mutating func clear(at start: Int) {
    self.start = start
    end = start
    kind = .word
    word.removeAll(keepingCapacity: true)
    clearMarks()
  }

  mutating func clearMarks() {
    places.removeAll(keepingCapacity: true)
    hyphens.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8, at place: Int) {
    word.append(byte)
    places.append(place)
  }

  mutating func markHyphen() { hyphens.append(word.count) }

  /// Bytes of the text from the first letter up to here.
  func sourceLength(upTo index: Int) -> Int { index - (places.first ?? index) }

  /// An address cut at its longest may end inside a character.
  mutating func trimIncompleteScalar() {
    while String(validating: word, as: UTF8.self) == nil, !word.isEmpty {
      word.removeLast()
      places.removeLast()
    }
  }

  /// The bytes of the text that a part of the word comes from.
  func sourceRange(of part: Range<Int>) -> Range<Int> {
    let first = part.lowerBound == 0 ? start : places[part.lowerBound]
    return first..<(part.upperBound == word.count ? end : places[part.upperBound])
  }
}

extension RawToken {
  /// The pieces between hyphens; none where there is no hyphen.
  var hyphenPieces: [Range<Int>] {
    guard !hyphens.isEmpty else { return [] }
    let bounds = [0] + hyphens + [word.count]
    return zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }
}
