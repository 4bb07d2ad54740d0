/// Finds the notes at the foot of pages: lines in smaller letters that begin with a mark.
struct NoteLines {
  /// A note in the order of the document.
  struct Note {
    var mark: String
    var lines: [PrintedLine]
    /// From 0.
    var page: Int
  }

  private let bodySize: Double
  private(set) var notes: [Note] = []
  /// Raised numbers in the text so far that have no note yet: its own number may stand on the line, and
  /// on a later page.
  private var marks: Set<String> = []
  /// Where the last note ended, if it may go on.
  private var open: (left: Double, size: Double, page: Int)?

  init(bodySize: Double) { self.bodySize = bodySize }

  /// Takes the notes out of the blocks of a page.
  mutating func take(from blocks: inout [LayoutBlock], page: Int) {
    marks.formUnion(Self.raised(in: blocks))
    for index in blocks.indices {
      guard case .lines(let lines) = blocks[index].content,
        !Self.isFollowed(lines, in: blocks[(index + 1)...])
      else { continue }
      let start = self.start(in: lines, page: page)
      guard start < lines.count else { continue }
      keep(lines[start...], page: page)
      blocks[index].content = .lines(Array(lines[..<start]))
    }
    blocks.removeAll {
      if case .lines(let lines) = $0.content { lines.isEmpty } else { false }
    }
  }

  /// The numbers of the marks that stand behind words, one by one.
  private static func raised(in blocks: [LayoutBlock]) -> Set<String> {
    let words = blocks.flatMap(\.lines).flatMap { $0.words.dropFirst() }
    let texts = words.filter { $0.height == .raised }.flatMap { word in
      word.text.split { !$0.isASCIIDigit }
    }
    return Set(texts.filter { $0.utf8.count <= 3 }.map(String.init))
  }

  /// Whether text stands below it.
  private static func isFollowed(_ lines: [PrintedLine], in later: ArraySlice<LayoutBlock>) -> Bool
  {
    guard let last = lines.last else { return true }
    return later.contains { block in
      block.lines.contains { line in
        line.box.top >= last.box.bottom && line.box.sharedWidth(last.box) > 0
      }
    }
  }

  /// The first line of the notes; the end where there are none.
  private func start(in lines: [PrintedLine], page: Int) -> Int {
    var start = lines.count
    var index = lines.count - 1
    while index >= 0 {
      let line = lines[index]
      let below = index + 1 < lines.count ? lines[index + 1] : nil
      let isSmall = Self.textSize(line) <= bodySize * 0.93
      if let below, below.box.top - line.box.bottom > line.box.height * 2.5 { break }
      if mark(of: line) != nil, isSmall || hasGap(above: index, in: lines) {
        start = index
      } else if !isSmall {
        // Notes may be as large as the text, as long as each begins with its mark.
        guard isNearMark(above: index, in: lines) else { break }
      }
      index -= 1
    }
    if let open, page == open.page + 1 { start = continuation(in: lines, before: start, open) }
    return start
  }

  private static func textSize(_ line: PrintedLine) -> Double {
    var words = line.words[...]
    while let first = words.first, first.height != .onLine { words.removeFirst() }
    return words.isEmpty ? line.size : PrintedLine(Array(words)).size
  }

  private func hasGap(above index: Int, in lines: [PrintedLine]) -> Bool {
    guard index > 0 else { return true }
    return lines[index].box.top - lines[index - 1].box.bottom > lines[index].box.height * 0.8
      || mark(of: lines[index - 1]) != nil
  }

  /// Whether a line in letters of the text's size goes on a note that begins a little above.
  private func isNearMark(above index: Int, in lines: [PrintedLine]) -> Bool {
    let size = Self.textSize(lines[index])
    guard size <= bodySize * 1.02 else { return false }
    for above in lines[max(0, index - 6)..<index].reversed() {
      if abs(Self.textSize(above) - size) > 0.3 { return false }
      if mark(of: above) != nil { return true }
    }
    return false
  }

  /// Small lines above the first mark, or alone, that go on a note of the page before.
  private func continuation(
    in lines: [PrintedLine], before start: Int, _ open: (left: Double, size: Double, page: Int)
  ) -> Int {
    var first = start
    while first > 0 {
      let line = lines[first - 1]
      guard abs(Self.textSize(line) - open.size) < 0.3, abs(line.box.left - open.left) < 12,
        open.size < bodySize * 0.93,
        first == lines.count || lines[first].box.top - line.box.bottom < line.box.height
      else { break }
      first -= 1
    }
    // It stands apart from the text, or is all that the page has.
    guard first < start, first == 0 || lines[first].box.top - lines[first - 1].box.bottom > 2
    else { return start }
    return first
  }

  /// The mark that a line begins with: raised, or smaller than what follows it; or on the line, in small
  /// letters, where the text has it raised.
  private func mark(of line: PrintedLine) -> String? {
    guard let first = line.words.first, line.words.count > 1 else { return nil }
    guard first.height == .raised else {
      let number = first.text.trimming { ".):[(".contains($0) || $0 == "]" }
      return marks.contains(String(number)) && Self.textSize(line) <= bodySize * 0.93
        ? String(number) : nil
    }
    let text = first.text.trimming { ".):".contains($0) }
    let isNumber = text.utf8.count <= 3 && !text.isEmpty && text.allSatisfy(\.isASCIIDigit)
    let isSign = (1...3).contains(text.count) && text.allSatisfy { "*†‡§".contains($0) }
    let isLetter = text.utf8.count == 1 && text.allSatisfy(\.isLetter)
    return isNumber || isSign || isLetter ? String(text) : nil
  }

  private mutating func keep(_ lines: ArraySlice<PrintedLine>, page: Int) {
    for line in lines {
      if let mark = mark(of: line) {
        marks.remove(mark)
        notes.append(
          Note(mark: mark, lines: [PrintedLine(Array(line.words.dropFirst()))], page: page))
      } else if !notes.isEmpty {
        notes[notes.count - 1].lines.append(line)
      }
    }
    guard let last = notes.last?.lines.last else { return }
    open = (last.box.left, Self.textSize(last), page)
  }
}
