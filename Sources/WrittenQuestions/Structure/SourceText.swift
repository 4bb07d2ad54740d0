/// Text taken from a source, perhaps with pieces left out, that knows where each byte came from.
struct SourceText {
  private(set) var bytes: [UInt8] = []
  /// The JSON field, or nil for a text file.
  let field: String?
  /// Where pieces begin: in `bytes`, and in the source.
  private var pieces: [(start: Int, source: Int)] = []

  init(field: String? = nil) { self.field = field }

  init(field: String, text: String) {
    self.field = field
    bytes = Array(text.utf8)
    pieces = [(0, 0)]
  }

  mutating func append(_ piece: ArraySlice<UInt8>, at source: Int) {
    pieces.append((bytes.count, source))
    bytes.append(contentsOf: piece)
  }

  /// A part of the text as a passage.
  func passage(_ kind: PassageKind, label: String?, _ range: Range<Int>) -> Passage {
    let source = sourceOffset(range.lowerBound)..<(sourceOffset(range.upperBound - 1) + 1)
    return Passage(
      kind: kind, label: label, text: String(decoding: bytes[range], as: UTF8.self),
      place: .init(field: field, range: source))
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
