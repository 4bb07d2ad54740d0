/// A part of a page that is read on its own: lines under each other, or rows of cells.
struct LayoutBlock {
  enum Content {
    case lines([PrintedLine])
    case table([PrintedRow])
  }

  var content: Content
  /// Where the room for it ends at the right: a gutter, or the page's edge.
  var bound: Double
}

/// Cells beside each other, each of some lines, perhaps none.
struct PrintedRow {
  var cells: [[PrintedLine]]
}
