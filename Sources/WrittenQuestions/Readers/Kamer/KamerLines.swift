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
    let colophons = Self.colophons(lines)
    let heads = Self.pageHeads(lines)
    var left = heads.union(colophons)
    leftOut = (pages.furniture + left.map { lines[$0] }).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    if !text.isExtracted {
      let printed = PrintedNotes(
        lines, without: colophons, pageEnds: Self.pageEnds(pages, colophons, of: text))
      notes += printed.notes
      marks += printed.marks
      left.formUnion(printed.noteLines)
    }
    content = PagedLines.content(lines, lines.indices.map { left.contains($0) })
    let typed = TypedNotes(content, after: marks)
    notes += typed.notes
    marks = (marks + typed.marks).sorted { $0.lowerBound < $1.lowerBound }
    content.removeLast(content.count - typed.end)
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

  /// The lines behind which a page ends: at form feeds, or else at the last line of the imprint.
  private static func pageEnds(_ pages: PagedLines, _ colophons: Set<Int>, of text: ExtractedText)
    -> Set<Int>
  {
    let lines = pages.content
    // Those that were proven to belong to pages are no lines of the content any more.
    let feet = pages.furniture.filter { endsPage($0.text) }.map(\.range.lowerBound)
    let hasFeeds = text.bytes.contains(0x0c)
    var ends: Set<Int> = []
    var last: Int?
    for index in lines.indices where !lines[index].isBlank {
      let start = lines[index].range.lowerBound
      if let last {
        let end = lines[last].range.upperBound
        let between = end..<max(end, start)
        if hasFeeds
          ? text.bytes[between].contains(0x0c)
          : endsPage(lines[index].text) || feet.contains(where: between.contains)
        {
          ends.insert(last)
        }
      }
      if !colophons.contains(index) { last = index }
    }
    if let last { ends.insert(last) }
    return ends
  }

  private static func endsPage(_ text: String) -> Bool {
    text.range(ofWord: "tweede kamer, vergaderjaar") != nil && isColophon(text)
  }

  /// The lines of the imprint, and the page numbers that stand on lines of their own below it.
  private static func colophons(_ lines: [TextLine]) -> Set<Int> {
    var found: Set<Int> = []
    var isFoot = false
    for index in lines.indices where !lines[index].isBlank {
      let text = lines[index].text
      if isColophon(text) {
        found.insert(index)
        isFoot = endsPage(text) && !(text.last?.isNumber ?? false)
      } else {
        if isFoot, text.count <= 3, text.allSatisfy(\.isASCIIDigit) { found.insert(index) }
        isFoot = false
      }
    }
    return found
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
