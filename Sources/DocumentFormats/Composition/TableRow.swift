/// Tells rows of tables from tables that only place text on the page.
enum TableRow {
  /// Whether the cells of a row hold running text, which stays in paragraphs.
  /// - Parameter paragraphs: how many paragraphs with text each cell has.
  static func isLayout(_ paragraphs: [Int]) -> Bool {
    let filled = paragraphs.filter { $0 > 0 }
    return filled.count == 1 && filled[0] > 1 || filled.contains { $0 > 6 }
  }
}
