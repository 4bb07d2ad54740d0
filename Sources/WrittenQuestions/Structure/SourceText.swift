/// Text taken from a source, perhaps with pieces left out, that knows where each byte came from.
struct SourceText {
  private(set) var bytes: [UInt8] = []
  /// What a part of the source's text is cited as.
  private let place: (Range<Int>) -> Passage.Place
  /// Where pieces begin: in `bytes`, and in the source's text.
  private var pieces: [(start: Int, source: Int)] = []

  /// - Parameter place: makes the place of some bytes of the source's text as UTF-8.
  init(place: @escaping (Range<Int>) -> Passage.Place) { self.place = place }

  /// The text of a field.
  init(field: String, text: String) {
    let bytes = Array(text.utf8)
    self.init(field: field, bytes[...])
  }

  /// A part of a field's text.
  init(field: String, _ piece: ArraySlice<UInt8>) {
    self.init { .field(field, $0) }
    append(piece, at: piece.startIndex)
  }

  /// - Parameter source: where the piece begins in the source's text.
  mutating func append(_ piece: ArraySlice<UInt8>, at source: Int) {
    pieces.append((bytes.count, source))
    bytes.append(contentsOf: piece)
  }

  /// A part of the text as a passage.
  func passage(_ kind: PassageKind, label: String?, _ range: Range<Int>) -> Passage {
    let source = sourceOffset(range.lowerBound)..<(sourceOffset(range.upperBound - 1) + 1)
    return Passage(
      kind: kind, label: label, text: String(decoding: bytes[range], as: UTF8.self),
      place: place(source))
  }

  /// How many of `bytes` come from before a place in the source's text; pieces ascend there.
  func offset(ofSource source: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].source <= source { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let piece = pieces[low - 1]
    let end = low < pieces.count ? pieces[low].start : bytes.count
    return min(end, piece.start + source - piece.source)
  }

  private func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return pieces[low].source + offset - pieces[low].start
  }
}
