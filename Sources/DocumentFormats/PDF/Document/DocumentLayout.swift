import Extraction

/// Puts the text of a document together from the words of its pages.
enum DocumentLayout {
  /// - Parameter turned: of each page, the words that are set in another direction.
  static func text(of pages: [PrintedPage], turned: [[PrintedWord]] = []) -> ExtractedText {
    let lines = pages.map { LineBuilder.lines(of: $0.words) }
    let bodySize = bodySize(of: lines)
    let parts = RunningLines.part(
      zip(lines, pages).map { ($0, $1.height) }, bodySize: bodySize)
    var notes = NoteLines(bodySize: bodySize)
    var laid: [LaidPage] = []
    for (number, part) in parts.enumerated() {
      var page = LaidPage(width: pages[number].width, height: pages[number].height)
      page.header = part.header
      page.footer = part.footer
      if number < turned.count, !turned[number].isEmpty {
        page.footer.append(PrintedLine(turned[number]))
      }
      page.blocks = PageLayout.blocks(of: part.text, bound: page.width)
      notes.take(from: &page.blocks, page: number)
      laid.append(page)
    }
    ColumnLanguages.settle(&laid)
    var flow = Flow(laid, notes: notes.notes)
    NoteMarks.resolve(in: &flow, notes: notes.notes)
    let margins = Margins.measure(&flow)
    ParagraphBreaks.find(in: &flow, margins)
    PrintedHeadings.mark(in: &flow, bodySize: bodySize)
    LineEnds.join(&flow)
    return TextWriter.text(flow, laid, notes: notes.notes)
  }

  /// The size that most letters have.
  private static func bodySize(of pages: [[PrintedLine]]) -> Double {
    var counts: [Double: Int] = [:]
    for word in pages.joined().flatMap(\.words) {
      counts[word.size, default: 0] += word.text.utf8.count
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 10
  }
}
