import Text

/// A text cut at the numbers that ascend through it.
struct NumberedText {
  struct Item: Hashable {
    var labels: [Label]
    var written: String
    /// The text of the item, without its number.
    var range: Range<Int>
  }

  /// What stands before the first number.
  var lead: Range<Int>
  /// Empty: the text is not numbered.
  var items: [Item]

  /// Cuts a question: labels 1, 2, 3 … without a gap, at least two, each with the same sign, and
  /// a, b, c … inside them.
  init(question bytes: UnsafeBufferPointer<UInt8>, places: MarkerScanner.Places) {
    let scanner = MarkerScanner(bytes, places: places)
    let markers = scanner.numbers(in: 0..<bytes.count).filter { $0.labels.count == 1 }
    let chain = Self.chain(markers, minimum: 2) { marker, previous in
      guard let previous else { return marker.labels[0].number == 1 ? 10 : nil }
      guard marker.style == previous.style, marker.labels[0].follows(previous.labels[0]) else {
        return nil
      }
      return 10
    }
    self.init(chain, in: bytes, scanner, fewestLetters: 2)
  }

  /// Cuts an answer: labels that ascend, among those of the question where these are known.
  init(
    answer bytes: UnsafeBufferPointer<UInt8>, places: MarkerScanner.Places, asked: Set<Int>?
  ) {
    let scanner = MarkerScanner(bytes, places: places)
    let markers = scanner.numbers(in: 0..<bytes.count).filter { marker in
      asked.map { asked in marker.labels.allSatisfy { asked.contains($0.number) } } ?? true
    }
    let chain = Self.chain(markers, minimum: 1) { marker, previous in
      guard let previous else {
        let isFirst = marker.labels[0].number == 1
        return asked == nil && !isFirst ? nil : isFirst ? 15 : 10
      }
      // By the first label of each: "1., 4. en 6. …" may come before "2. …".
      let first = marker.labels[0]
      let last = previous.labels[previous.labels.count - 1]
      guard first > previous.labels[0] else { return nil }
      if let style = marker.style, let previousStyle = previous.style, style != previousStyle,
        first.letter == nil, last.letter == nil
      {
        return nil
      }
      return first.follows(last) ? 15 : asked == nil ? nil : 10
    }
    let covered = chain.reduce(0) { $0 + $1.labels.count }
    let isAlone = covered < 2 && (asked == nil || (chain.first?.range.lowerBound ?? 0) > 0)
    self.init(isAlone ? [] : chain, in: bytes, scanner, fewestLetters: asked == nil ? 2 : 1)
  }

  private init(
    _ chain: [Marker], in bytes: UnsafeBufferPointer<UInt8>, _ scanner: MarkerScanner,
    fewestLetters: Int
  ) {
    lead = bytes.trimmed(0..<(chain.first?.range.lowerBound ?? bytes.count))
    items = []
    for (index, marker) in chain.enumerated() {
      let end = index + 1 < chain.count ? chain[index + 1].range.lowerBound : bytes.count
      let range = marker.range.upperBound..<max(end, marker.range.upperBound)
      let letters =
        marker.labels.count == 1 && marker.labels[0].letter == nil
        ? Self.letterChain(
          scanner.letters(in: range, number: marker.labels[0].number), start: range.lowerBound,
          fewest: fewestLetters) : []
      append(
        marker, range.lowerBound..<(letters.first?.range.lowerBound ?? range.upperBound), bytes)
      for (index, letter) in letters.enumerated() {
        let end =
          index + 1 < letters.count ? letters[index + 1].range.lowerBound : range.upperBound
        append(letter, letter.range.upperBound..<end, bytes)
      }
    }
  }

  private mutating func append(
    _ marker: Marker, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let range = bytes.trimmed(range)
    guard !range.isEmpty else { return }
    items.append(Item(labels: marker.labels, written: marker.written, range: range))
  }

  /// Letters a, b, c …; a single one, as an answer has where others were answered elsewhere, only
  /// directly behind the number.
  private static func letterChain(_ markers: [Marker], start: Int, fewest: Int) -> [Marker] {
    let letters = chain(markers, minimum: fewest) { marker, previous in
      guard let previous else {
        let isFirst = marker.labels[0].letter == UInt8(ascii: "a")
        return isFirst || fewest == 1 && marker.range.lowerBound == start ? 10 : nil
      }
      return marker.style == previous.style && marker.labels[0].follows(previous.labels[0])
        ? 10 : nil
    }
    return letters.count == 1 && letters[0].range.lowerBound != start ? [] : letters
  }

  /// The best-scoring chain of markers in reading order. Every marker skipped inside it costs a
  /// point, so that a list inside the text does not lend its numbers to the questions around it.
  private static func chain(
    _ markers: [Marker], minimum: Int, score: (Marker, Marker?) -> Int?
  ) -> [Marker] {
    var best: [(score: Int, previous: Int?, length: Int)?] = []
    for (index, marker) in markers.enumerated() {
      var choice: (score: Int, previous: Int?, length: Int)? = score(marker, nil).map {
        ($0, nil, 1)
      }
      // A chain skips few markers; looking back a bounded way keeps long lists linear.
      for earlier in stride(from: index - 1, through: max(0, index - 60), by: -1) {
        guard let before = best[earlier], let gain = score(marker, markers[earlier]) else {
          continue
        }
        let total = before.score + gain - (index - earlier - 1)
        if total > choice?.score ?? Int.min { choice = (total, earlier, before.length + 1) }
      }
      best.append(choice)
    }
    let candidates = best.indices.filter { (best[$0]?.length ?? 0) >= minimum }
    // Of equals the last: a list in the introduction stands before the questions.
    guard
      let end = candidates.max(by: { (best[$0]?.score ?? 0) <= (best[$1]?.score ?? 0) })
    else { return [] }
    var chain: [Marker] = []
    var index: Int? = end
    while let current = index {
      chain.append(markers[current])
      index = best[current]?.previous
    }
    return chain.reversed()
  }
}
