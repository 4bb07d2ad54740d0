/// A part of a page that is read on its own: lines under each other, or rows of cells.
struct LayoutBlock {
  enum Content {
    case lines([PrintedLine])
    case table([PrintedRow])
  }

  var content: Content
  /// Where the room for it ends at the right: a gutter, or the page's edge.
  var bound: Double
  /// Of columns beside each other: which of the page's bands of columns it stands in, and in which
  /// column of it, from the left.
  var column: (band: Int, number: Int)?
  /// Whether it is in another language than Dutch.
  var isForeign = false

  init(_ content: Content, bound: Double) {
    self.content = content
    self.bound = bound
  }

  var lines: [PrintedLine] {
    switch content {
    case .lines(let lines): lines
    case .table(let rows): rows.flatMap { $0.cells.joined() }
    }
  }

  var texts: [String] { lines.map(\.text) }
}

/// Cells beside each other, each of some lines, perhaps none.
struct PrintedRow {
  var cells: [[PrintedLine]]
}
