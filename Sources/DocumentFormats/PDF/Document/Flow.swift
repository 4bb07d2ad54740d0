import Extraction

/// A piece of text between spaces, or a part of one in letters of its own.
struct Token {
  var text: String
  var style: ExtractedText.Style
  var spaceAfter: Bool
  var height = PrintedWord.Height.onLine
  /// The note that a mark here stands for; the mark itself is not in the text.
  var note: Int?
}

/// The lines and table rows of a document in reading order, each with how it follows the one before.
struct Flow {
  enum Join {
    /// Of one paragraph.
    case continued
    /// A line of its own below the other: items of a list, rows of a table.
    case line
    case paragraph
  }

  struct Line {
    var print: PrintedLine
    var tokens: [Token]
    /// Where lines of its column begin and may end.
    var left: Double
    var margin: Double
    var bound: Double
    var isJustified: Bool
    var block: Int

    init(_ print: PrintedLine, bound: Double, block: Int) {
      self.print = print
      self.bound = bound
      self.block = block
      tokens = print.words.map {
        Token(text: $0.text, style: $0.style, spaceAfter: $0.spaceAfter, height: $0.height)
      }
      left = print.box.left
      margin = print.box.right
      isJustified = false
    }
  }

  struct Item {
    var page: Int
    /// One line, or the cells of a row, each with its lines.
    var cells: [[Line]]
    var isRow: Bool
    /// Whether it is in another language than Dutch.
    var isForeign = false
    var join = Join.paragraph
    /// The item that it follows: the one before it in its language.
    var previous: Int?
  }

  var items: [Item] = []
  /// The text of each note, line by line.
  var notes: [[Line]] = []

  init(_ pages: [LaidPage], notes: [NoteLines.Note]) {
    var block = 0
    for (number, page) in pages.enumerated() {
      for part in page.blocks {
        block += 1
        let start = items.count
        switch part.content {
        case .lines(let lines):
          items += lines.map {
            Item(
              page: number, cells: [[Line($0, bound: part.bound, block: block)]], isRow: false)
          }
        case .table(let rows):
          items += rows.map { row in
            Item(
              page: number,
              cells: row.cells.map { $0.map { Line($0, bound: part.bound, block: block) } },
              isRow: true)
          }
        }
        for index in items.indices[start...] { items[index].isForeign = part.isForeign }
      }
    }
    self.notes = notes.map { note in
      note.lines.map { Line($0, bound: 0, block: 0) }
    }
  }

  /// Whether a paragraph is open before an item, in its language or in the one beside it.
  func goesOn(at index: Int) -> Bool {
    guard index < items.count else { return false }
    let item = items[index]
    if item.join == .continued { return true }
    // The Dutch text may go on behind a column in another language, and the other behind the Dutch.
    let next = items[index...].prefix(2_000).first { $0.isForeign != item.isForeign }
    guard let next, index > 0, items[index - 1].isForeign != item.isForeign else { return false }
    return next.join == .continued && next.previous == index - 1
  }
}
