/// Finds the columns and tables of a page by the gutters between words, and says in which order its
/// parts are read.
struct PageLayout {
  /// Pages with more lines are not written text.
  private static let lineLimit = 3_000

  private let lines: [PrintedLine]
  private let bound: Double

  /// The parts of a page in the order of reading.
  /// - Parameter bound: where the room for the lines ends.
  static func blocks(of lines: [PrintedLine], bound: Double, depth: Int = 0) -> [LayoutBlock] {
    guard lines.count <= lineLimit, depth < 4 else {
      return lines.isEmpty ? [] : [LayoutBlock(.lines(lines), bound: bound)]
    }
    return PageLayout(lines: lines, bound: bound).blocks(depth)
  }

  private func blocks(_ depth: Int) -> [LayoutBlock] {
    var blocks: [LayoutBlock] = []
    var plain: [PrintedLine] = []
    func endPlain() {
      if !plain.isEmpty { blocks.append(LayoutBlock(.lines(plain), bound: bound)) }
      plain = []
    }
    var index = 0
    while index < lines.count {
      guard var band = GutterBand(in: lines, from: index) else {
        plain.append(lines[index])
        index += 1
        continue
      }
      while let last = plain.last, band.begins(lower: last, than: lines[band.rows.lowerBound]) {
        plain.removeLast()
        band.takeAbove()
      }
      endPlain()
      var columns = ColumnBand(Array(lines[band.rows]), gutters: band.gutters, bound: bound)
      if columns.isTable {
        blocks.append(LayoutBlock(.table(columns.tableRows), bound: bound))
      } else {
        band.takeRest(of: lines, within: 3.5)
        columns = ColumnBand(Array(lines[band.rows]), gutters: band.gutters, bound: bound)
        for (number, part) in columns.parts.enumerated() {
          for var block in Self.blocks(of: part.lines, bound: part.bound, depth: depth + 1) {
            block.column = (band.rows.lowerBound, number)
            blocks.append(block)
          }
        }
      }
      index = band.rows.upperBound
    }
    endPlain()
    return blocks
  }
}
