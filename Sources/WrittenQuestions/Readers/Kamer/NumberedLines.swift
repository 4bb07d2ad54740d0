import Text

/// Numbers of questions alone on their lines, "1" or "2 en 3", above the answers to them.
enum NumberedLines {
  typealias Part = (labels: WrittenLabels, range: Range<Int>)

  /// The parts of an answer that begins with such a line; none where there are fewer than two.
  /// - Parameter asked: labels of the questions without an answer, in the order in which they are taken.
  static func parts(of bytes: [UInt8], _ range: Range<Int>, asked: [String]) -> [Part] {
    var found: [(labels: WrittenLabels, line: Range<Int>)] = []
    var left = asked[...]
    var start = range.lowerBound
    while start < range.upperBound {
      let end =
        bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
      // What is longer is no list of numbers.
      let text = String(decoding: bytes[start..<end].prefix(100), as: UTF8.self)
        .trimming(where: \.isWhitespace)
      if let (labels, rest) = LabelList.read(text), left.starts(with: labels.labels),
        text[rest...].allSatisfy({ ".):".contains($0) })
      {
        found.append((labels, start..<end))
        left = left.dropFirst(labels.labels.count)
      }
      start = end + 1
    }
    guard found.count > 1, found[0].line.lowerBound == range.lowerBound else { return [] }
    let ends = found.dropFirst().map(\.line.lowerBound) + [range.upperBound]
    return zip(found, ends).map { part, end in
      (part.labels, bytes.trimmed(part.line.upperBound..<end))
    }
  }
}
