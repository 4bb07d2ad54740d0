import Extraction

/// The lines of a document of the House, parted into its text, what belongs to its pages, and its notes.
struct KamerLines {
  /// Without page heads, colophons and notes.
  private(set) var content: [TextLine] = []
  private(set) var leftOut: [TextLine] = []
  /// Those that the extractor found, and those that stand among the lines of a text file.
  private(set) var notes: [ExtractedText.Note]
  /// Note marks in the text, which are left out of it: bytes of the text.
  private(set) var marks: [Range<Int>] = []

  init(_ text: ExtractedText) {
    let pages = PagedLines(text)
    notes = text.notes
    let lines = pages.content
    let isColophon = lines.map { Self.isColophon($0.text) }
    let heads = Self.pageHeads(lines)
    leftOut = pages.furniture
    leftOut += lines.indices.filter { isColophon[$0] || heads.contains($0) }.map { lines[$0] }
    leftOut.sort { $0.range.lowerBound < $1.range.lowerBound }
    if !text.isExtracted {
      let printed = PrintedNotes(
        lines, pageEnds: Self.pageEnds(lines, isColophon, pages.furniture, of: text))
      notes += printed.notes
      marks += printed.marks
      content = Self.content(
        lines,
        without: printed.noteLines.union(heads).union(lines.indices.filter { isColophon[$0] }))
    } else {
      content = Self.content(
        lines, without: heads.union(lines.indices.filter { isColophon[$0] }))
    }
    let typed = TypedNotes(content, after: marks)
    notes += typed.notes
    marks = (marks + typed.marks).sorted { $0.lowerBound < $1.lowerBound }
    content.removeLast(content.count - typed.end)
  }

  private static func content(_ lines: [TextLine], without left: Set<Int>) -> [TextLine] {
    PagedLines.content(lines, lines.indices.map { left.contains($0) })
  }

  /// A line of the imprint at a page's foot: "ah-tk-20242025-594", "ISSN 0921 - 7398",
  /// "’s-Gravenhage 2024", "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1".
  static func isColophon(_ text: String) -> Bool {
    guard text.utf8.count <= 160 else { return false }
    let lower = text.lowercased()
    if lower.hasPrefix("ah-tk-") || lower.hasPrefix("kv-tk-") {
      return !text.contains { $0.isWhitespace } || lower.contains("issn")
    }
    if lower.hasPrefix("issn 0921") { return true }
    let place = lower.drop { "'’‘`´".contains($0) }
    if place.hasPrefix("s-gravenhage ") || place == "s-gravenhage" { return true }
    return lower.hasPrefix("tweede kamer, vergaderjaar")
      && (lower.contains("aanhangsel") || lower.contains("vragen")) && text.utf8.count <= 100
  }

  /// The lines at the head of the first page: "Tweede Kamer der Staten-Generaal", the number of the
  /// House beside it, "Vergaderjaar …", "Vragen gesteld door de leden der Kamer, met …".
  private static func pageHeads(_ lines: [TextLine]) -> Set<Int> {
    var heads: Set<Int> = []
    var isHead = false
    for (index, line) in lines.enumerated().prefix(40) where !line.isBlank {
      let lower = line.text.lowercased()
      if lower.hasPrefix("tweede kamer der staten-generaal") && lower.count < 40
        || lower.hasPrefix("vergaderjaar ") && lower.count < 110
        || lower.hasPrefix("vragen gesteld door de leden der kamer")
        || lower == "regering gegeven antwoorden" || lower == "aanhangsel van de handelingen"
        || isHead
          && ["2", "met de daarop door de", "met de daarop door de regering gegeven antwoorden"]
            .contains(lower)
      {
        heads.insert(index)
        isHead = true
      } else if KamerSentence.beginsQuestion(line.text) || KamerHeading(line.text) != nil {
        break
      }
    }
    return heads
  }

  /// The lines behind which a page ends.
  private static func pageEnds(
    _ lines: [TextLine], _ isColophon: [Bool], _ furniture: [TextLine], of text: ExtractedText
  ) -> Set<Int> {
    var ends: Set<Int> = []
    var furniture = furniture[...]
    var last: Int?
    for index in lines.indices {
      let start = lines[index].range.lowerBound
      var isBroken = isColophon[index]
      while let next = furniture.first, next.range.lowerBound < start {
        furniture.removeFirst()
        isBroken = true
      }
      if let last {
        let gap = lines[last].range.upperBound..<max(lines[last].range.upperBound, start)
        isBroken = isBroken || text.bytes[gap].contains(0x0c)
        if isBroken { ends.insert(last) }
      }
      if !lines[index].isBlank, !isColophon[index] { last = index }
    }
    if let last { ends.insert(last) }
    return ends
  }
}

extension KamerLines {
  /// The lines from one on as one text, without note marks. A paragraph that goes on behind a page's
  /// end is one there.
  func body(from first: Int, of text: ExtractedText) -> SourceText {
    var body = SourceText(place: text.place)
    var marks = marks[...]
    let newline: [UInt8] = [UInt8(ascii: "\n")]
    let space: [UInt8] = [UInt8(ascii: " ")]
    for index in content.indices.dropFirst(first) {
      let range = content[index].range
      var start = range.lowerBound
      let before = body.bytes.count
      while let mark = marks.first, mark.lowerBound < range.upperBound {
        marks.removeFirst()
        guard mark.lowerBound >= start, mark.upperBound <= range.upperBound else { continue }
        body.append(text.bytes[start..<mark.lowerBound], at: start)
        start = mark.upperBound
      }
      body.append(text.bytes[start..<range.upperBound], at: start)
      // A line of marks alone leaves no blank line.
      if body.bytes.count == before, !content[index].isBlank { continue }
      let isSeam = index + 1 < content.count && isSeam(index, of: text)
      body.append((isSeam ? space : newline)[...], at: range.upperBound)
    }
    return body
  }

  /// Whether a page ends between two lines of one paragraph.
  private func isSeam(_ index: Int, of text: ExtractedText) -> Bool {
    let (line, next) = (content[index], content[index + 1])
    guard text.isExtracted, !line.isBlank, !next.isBlank, KamerHeading(next.text) == nil,
      KamerHeading(line.text) == nil, line.range.upperBound <= next.range.lowerBound
    else { return false }
    let gap = line.range.upperBound..<next.range.lowerBound
    return text.bytes[gap].count { !$0.isSpace } > 0
      || text.pageStarts.contains { gap.lowerBound < $0 && $0 <= gap.upperBound }
  }

  func leftOut(of text: ExtractedText) -> [PageLine] {
    leftOut.map { PageLine(text: $0.text, place: text.place(of: $0.range)) }
  }
}
