import Extraction
import Text

/// Paragraphs of a text: what blank lines part, or, without any, its lines.
enum Paragraphs {
  static func ranges(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let parted = cut(bytes, range, lineEnds: 2)
    guard parted.count == 1 else { return parted }
    let lines = cut(bytes, range, lineEnds: 1)
    let areParagraphs = lines.allSatisfy { "?.!".utf8.contains(bytes[$0.upperBound - 1]) }
    return areParagraphs ? lines : parted
  }

  private static func cut(_ bytes: [UInt8], _ range: Range<Int>, lineEnds: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard bytes[index].isSpace else {
        index += 1
        continue
      }
      let end = index
      var count = 0
      while index < range.upperBound, bytes[index].isSpace {
        count += bytes[index] == UInt8(ascii: "\n") ? 1 : 0
        index += 1
      }
      if count >= lineEnds {
        if end > start { found.append(start..<end) }
        start = index
      }
    }
    if start < range.upperBound { found.append(start..<range.upperBound) }
    return found.map { bytes.trimmed($0) }.filter { !$0.isEmpty }
  }

  /// Whether it ends in a question mark, quotes and notes behind it aside.
  static func asks(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].suffix(12).contains(UInt8(ascii: "?"))
  }

  /// Begins with the sign of a list, or in a small letter.
  static func isItem(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = bytes[range].first else { return false }
    return first.isLowercaseLetter || "-*".utf8.contains(first)
      || bytes[range].starts(with: "•".utf8) || bytes[range].starts(with: "–".utf8)
  }

  /// Whether most of it lies in some of these ranges.
  static func isCovered(_ range: Range<Int>, by parts: [Range<Int>]) -> Bool {
    let covered = parts.reduce(0) { $0 + range.clamped(to: $1).count }
    return !range.isEmpty && covered * 10 >= range.count * 8
  }
}

/// Where a question ends and its answer begins that has no heading.
struct QuestionEnd {
  private let bytes: [UInt8]
  private let range: Range<Int>

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The answer: what is set in other letters than the question's bold or italic ones; else the
  /// paragraphs behind those that ask.
  /// - Parameter isCertain: no answer of the document has a heading, so that one may also begin behind
  ///   the last question mark of its paragraph.
  func answer(
    styles: [(range: Range<Int>, style: ExtractedText.Style)], isCertain: Bool
  ) -> Range<Int>? {
    let paragraphs = Paragraphs.ranges(bytes, range)
    for style in [ExtractedText.Style.bold, .italic] {
      let parts = styles.filter { $0.style.contains(style) }.map(\.range)
      guard let first = paragraphs.first, Paragraphs.isCovered(first, by: parts) else { continue }
      guard let start = paragraphs.first(where: { !Paragraphs.isCovered($0, by: parts) }) else {
        return nil
      }
      return start.lowerBound..<range.upperBound
    }
    let asking = paragraphs.prefix { Paragraphs.asks(bytes, $0) }
    if !asking.isEmpty, asking.count < paragraphs.count {
      return paragraphs[asking.count].lowerBound..<range.upperBound
    }
    guard isCertain else { return nil }
    // A statement may come before the question.
    if let last = paragraphs.firstIndex(where: { Paragraphs.asks(bytes, $0) }),
      last + 1 < paragraphs.count
    {
      return paragraphs[last + 1].lowerBound..<range.upperBound
    }
    guard let mark = bytes[range].lastIndex(of: UInt8(ascii: "?")) else { return nil }
    let reply = bytes.trimmed((mark + 1)..<range.upperBound)
    return reply.count > 1 ? reply : nil
  }
}
