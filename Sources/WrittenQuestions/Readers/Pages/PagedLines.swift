import Extraction
import Text

/// A line of a laid-out text.
struct TextLine {
  /// Bytes in the text, without the line's end and the white space around.
  var range: Range<Int>
  var text: String

  var isBlank: Bool { text.isEmpty }
}

/// A text cut into lines and pages, and parted into what it says and what belongs to its pages.
/// Every reader of laid-out text reads `content`.
struct PagedLines {
  /// In order, without page headers, footers and page numbers.
  let content: [TextLine]
  /// The page headers, footers and page numbers, in order.
  let furniture: [TextLine]

  init(_ text: ExtractedText) {
    var (lines, breaks) = Self.lines(of: text)
    let known = Self.lines(in: text.furniture, of: lines)
    let apart = known + Self.lines(in: text.notes.map(\.range), of: lines)
    let whole = lines
    // Nothing is to be proven of them, nor by them.
    for line in apart { lines[line].text = "" }
    var pages = Self.pages(of: lines, breaks)
    var labels: [Int] = []
    if pages.count < 2, let found = PageLabels.pages(of: lines) { (pages, labels) = found }
    let isFurniture = PageFurniture(lines, pages: pages, labels: labels).isFurniture
    let proven = lines.indices.filter { isFurniture[$0] }
    furniture = (known + proven).sorted().map { whole[$0] }
    let isApart = Set(apart)
    let rest = lines.indices.filter { !isApart.contains($0) }
    content = Self.content(rest.map { lines[$0] }, rest.map { isFurniture[$0] })
  }

  /// The numbers of the lines in these parts of the text.
  private static func lines(in parts: [Range<Int>], of lines: [TextLine]) -> [Int] {
    var parts = parts.sorted { $0.lowerBound < $1.lowerBound }[...]
    return lines.indices.filter { number in
      let range = lines[number].range
      while let part = parts.first, part.upperBound <= range.lowerBound { parts.removeFirst() }
      return !lines[number].isBlank && parts.first?.overlaps(range) ?? false
    }
  }

  /// The furniture with its places.
  func leftOut(of text: ExtractedText) -> [PageLine] {
    furniture.map { PageLine(text: $0.text, place: text.place(of: $0.range)) }
  }

  /// The lines, and the indices of those before which a page ends: at form feeds, and where the
  /// source says that a page begins.
  private static func lines(of text: ExtractedText) -> (lines: [TextLine], breaks: [Int]) {
    let bytes = text.bytes
    var lines: [TextLine] = []
    var breaks: [Int] = []
    var pageStarts = text.pageStarts.drop { $0 == 0 }
    var start = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
      let isReturn = byte == UInt8(ascii: "\r")
      let beginsPage = pageStarts.first == index
      guard byte == UInt8(ascii: "\n") || isReturn || byte == 0x0c || beginsPage else { continue }
      if isReturn, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { continue }
      var first = start
      var last = index
      while first < last, bytes[first].isSpace { first += 1 }
      while last > first, bytes[last - 1].isSpace { last -= 1 }
      if !beginsPage || first < last {
        lines.append(
          TextLine(range: first..<last, text: String(decoding: bytes[first..<last], as: UTF8.self)))
      }
      if beginsPage {
        pageStarts.removeFirst()
        if breaks.last != lines.count { breaks.append(lines.count) }
        start = index
        // The byte may end a line itself.
        guard byte == UInt8(ascii: "\n") || isReturn || byte == 0x0c else { continue }
      }
      if byte == 0x0c, index + 1 < bytes.count { breaks.append(lines.count) }
      start = index + 1
    }
    return (lines, breaks)
  }

  private static func pages(of lines: [TextLine], _ breaks: [Int]) -> [Range<Int>] {
    zip([0] + breaks, breaks + [lines.count]).map { $0..<$1 }
  }

  /// Without the blank lines that set furniture off, which end no paragraph: where a sentence has
  /// ended before them, one of them stays.
  static func content(_ lines: [TextLine], _ isFurniture: [Bool]) -> [TextLine] {
    var content: [TextLine] = []
    var gap: [TextLine] = []
    var hasFurniture = false
    for (line, isFurniture) in zip(lines, isFurniture) {
      if isFurniture {
        hasFurniture = true
      } else if line.isBlank {
        gap.append(line)
      } else {
        let endsSentence = content.last.map { ".?!:;".contains($0.text.last ?? " ") } ?? false
        content += hasFurniture ? gap.prefix(endsSentence ? 1 : 0) : gap[...]
        content.append(line)
        gap = []
        hasFurniture = false
      }
    }
    return content + (hasFurniture ? [] : gap)
  }
}
