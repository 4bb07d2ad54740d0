/// Walks what documents of a format are made of, in order, and writes their text.
protocol DocumentStory {
  var composer: TextComposer { get set }
  /// Paragraphs, tables and whatever holds them.
  mutating func blocks(of parent: XMLElement)
  /// How many paragraphs with text a cell has.
  func filledParagraphs(in cell: XMLElement) -> Int
}

extension DocumentStory {
  /// - Parameter rows: of the table, each with its cells.
  mutating func table(_ rows: [[XMLElement]]) {
    composer.beginTable()
    for cells in rows {
      if isLayout(cells) {
        for cell in cells {
          composer.beginParagraph()
          blocks(of: cell)
        }
        composer.beginParagraph()
        continue
      }
      composer.beginRow()
      for (number, cell) in cells.enumerated() {
        if number > 0 { composer.nextCell() }
        blocks(of: cell)
      }
      composer.endRow()
    }
    composer.endTable()
  }

  /// Whether the cells only place running text on the page: it stays in paragraphs.
  private func isLayout(_ cells: [XMLElement]) -> Bool {
    let filled = cells.map(filledParagraphs).filter { $0 > 0 }
    return filled.count == 1 && filled[0] > 1 || filled.contains { $0 > 6 }
  }
}
