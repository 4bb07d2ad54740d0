import Extraction

/// Writes the text of a document, in the layout that `ExtractedText` has, while its parts are walked in
/// reading order: paragraphs, rows of tables, notes, and what belongs to pages.
///
/// White space collapses and does not begin or end lines, characters without a form of their own are
/// left out, and letters are composed. So what is asked for between two texts is only noted, and written
/// with the second.
struct TextComposer {
  /// So much is nobody's document.
  private static let sizeLimit = 256 << 20

  private(set) var bytes: [UInt8] = []
  private var styles: [ExtractedText.Styled] = []
  private var notes: [ExtractedText.Note] = []
  private var furniture: [Range<Int>] = []
  var properties: [ExtractedText.Property] = []
  private var isFull = false

  /// What stands between the text so far and the next.
  fileprivate struct Gap {
    /// 2: a blank line.
    var lineEnds = 0
    /// Cells of a row that ended.
    var cells = 0
    var hasTab = false
    var hasSpace = false
    /// What ended the line was a break in a paragraph.
    var isBreak = false
  }
  private var gap = Gap()
  /// A label was written, and the paragraph that it stands before has not begun.
  private var holdsLine = false
  /// How many rows are open, one in the other.
  private var rows = 0
  /// Notes whose marks stand before the first text of a line.
  private var waiting: [Int] = []

  var isEmpty: Bool { bytes.isEmpty }

  // MARK: - Text

  mutating func append(_ text: String, _ style: ExtractedText.Style = []) {
    let start = bytes.count
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch WrittenForm(scalar) {
      case .space:
        write(word)
        word.removeAll(keepingCapacity: true)
        gap.hasSpace = true
      case .nothing: continue
      case .itself: word.append(scalar)
      case .other(let form): word.append(contentsOf: form.unicodeScalars)
      }
    }
    write(word)
    guard !style.isEmpty, bytes.count > start else { return }
    add(style, from: start)
  }

  private mutating func write(_ word: String.UnicodeScalarView) {
    guard let first = word.first else { return }
    guard bytes.count < Self.sizeLimit else {
      isFull = true
      return
    }
    var word = word
    if first.properties.canonicalCombiningClass != .notReordered, gap.isNothing {
      // Its letter was written with the text before.
      word.insert(contentsOf: removeLastCharacter().unicodeScalars, at: word.startIndex)
    }
    writeGap()
    holdsLine = false
    for note in waiting { notes[note].anchor = bytes.count }
    waiting = []
    let isPlain = word.allSatisfy { $0.value < 0x300 }
    bytes += isPlain ? Array(String(word).utf8) : Array(String(word).composed.utf8)
  }

  private mutating func writeGap() {
    defer { gap = Gap() }
    if gap.lineEnds > 0, !bytes.isEmpty {
      bytes += repeatElement(UInt8(ascii: "\n"), count: gap.lineEnds)
    }
    let beginsLine = bytes.isEmpty || gap.lineEnds > 0
    if gap.cells > 0 {
      bytes += repeatElement(UInt8(ascii: "\t"), count: gap.cells)
    } else if !beginsLine, gap.hasTab || gap.hasSpace {
      bytes.append(gap.hasTab ? UInt8(ascii: "\t") : UInt8(ascii: " "))
    }
  }

  private mutating func removeLastCharacter() -> String {
    let tail = String(decoding: bytes.suffix(32), as: UTF8.self)
    guard let last = tail.last, !last.isWhitespace, last != "\u{fffd}" else { return "" }
    let length = last.utf8.count
    // A mark of a note or the end of a style may stand right behind it.
    bytes.removeLast(length)
    for index in styles.indices.reversed() where styles[index].range.upperBound > bytes.count {
      let start = min(styles[index].range.lowerBound, bytes.count)
      styles[index].range = start..<bytes.count
    }
    styles.removeAll { $0.range.isEmpty }
    return String(last)
  }

  private mutating func add(_ style: ExtractedText.Style, from start: Int) {
    var start = start
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == 0x0a
    {
      start += 1
    }
    if let last = styles.last, last.style == style, last.range.upperBound <= start,
      bytes[last.range.upperBound..<start].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      styles[styles.count - 1].range = last.range.lowerBound..<bytes.count
    } else {
      styles.append(.init(start..<bytes.count, style))
    }
  }

  // MARK: - Paragraphs and rows

  /// - Parameter isTight: it stands right below the one before, as items of a list do.
  mutating func beginParagraph(isTight: Bool = false) {
    if holdsLine { return }
    if rows > 0 { gap.hasSpace = true } else { endLine(isTight ? 1 : 2) }
  }

  /// What stands before a paragraph, which is not to begin another line.
  mutating func label(_ text: String, _ style: ExtractedText.Style = []) {
    append(text, style)
    gap.hasSpace = true
    holdsLine = true
  }

  /// Ends the line where the paragraph goes on in another. Two such ends leave a blank line.
  mutating func breakLine() {
    guard rows == 0 else {
      gap.hasSpace = true
      return
    }
    endLine(gap.isBreak ? 2 : 1)
    gap.isBreak = true
  }

  mutating func tab() {
    if rows > 0 { gap.hasSpace = true } else { gap.hasTab = true }
  }

  mutating func beginTable() { beginParagraph() }

  mutating func beginRow() {
    beginParagraph(isTight: true)
    rows += 1
  }

  /// Between two cells of a row.
  mutating func nextCell() {
    if rows == 1 { gap.cells += 1 } else { gap.hasSpace = true }
  }

  mutating func endRow() {
    rows -= 1
    if rows == 0 { gap = Gap(lineEnds: 1) }
  }

  /// What comes next is another paragraph.
  mutating func endTable() { beginParagraph() }

  private mutating func endLine(_ count: Int) {
    gap = Gap(lineEnds: max(gap.lineEnds, count))
  }

  // MARK: - Notes and furniture

  /// The mark of a note stands here. The result is for `note(_:)`.
  mutating func refer(toNote mark: String) -> Int {
    let beginsLine = bytes.isEmpty || gap.lineEnds > 0 || gap.cells > 0
    notes.append(.init(mark: mark, anchor: beginsLine ? nil : bytes.count, range: 0..<0))
    if beginsLine { waiting.append(notes.count - 1) }
    return notes.count - 1
  }

  /// What is written in `body` is the text of a note.
  mutating func note(_ number: Int, _ body: (inout TextComposer) -> Void) {
    notes[number].range = part(body)
  }

  /// A note whose mark stands nowhere.
  mutating func note(marked mark: String, _ body: (inout TextComposer) -> Void) {
    let range = part(body)
    notes.append(.init(mark: mark, anchor: nil, range: range))
  }

  mutating func furniture(_ body: (inout TextComposer) -> Void) {
    let range = part(body)
    if !range.isEmpty { furniture.append(range) }
  }

  /// Lines of their own; where they stand.
  private mutating func part(_ body: (inout TextComposer) -> Void) -> Range<Int> {
    let openRows = rows
    rows = 0
    holdsLine = false
    beginParagraph()
    let before = bytes.count
    body(&self)
    rows = openRows
    let start = bytes[before...].firstIndex { $0 != 0x0a && $0 != 0x09 } ?? bytes.count
    beginParagraph()
    return start..<bytes.count
  }

  /// Writes all of another text, but for its notes.
  mutating func append(_ other: TextComposer) {
    guard !other.isEmpty else { return }
    holdsLine = false
    beginParagraph()
    writeGap()
    let start = bytes.count
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound + start..<range.upperBound + start
    }
    bytes += other.bytes
    styles += other.styles.map { .init(moved($0.range), $0.style) }
    furniture += other.furniture.map(moved)
    isFull = isFull || other.isFull
    beginParagraph()
  }

  // MARK: - Result

  func finished() throws(ExtractionError) -> ExtractedText {
    guard !isFull else { throw .tooLarge(limit: Self.sizeLimit) }
    var text = ExtractedText(bytes: bytes)
    text.styles = styles
    text.furniture = furniture
    text.notes = notes.filter { !$0.range.isEmpty }
    text.properties = properties
    return text
  }
}

extension TextComposer.Gap {
  fileprivate var isNothing: Bool { lineEnds == 0 && cells == 0 && !hasTab && !hasSpace }
}
