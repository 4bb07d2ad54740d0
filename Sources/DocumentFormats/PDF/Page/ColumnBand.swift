/// Lines that gutters cut into parts: columns of running text, or the cells of a table.
struct ColumnBand {
  private let lines: [PrintedLine]
  /// Where each column begins; the first at the far left.
  private let starts: [Double]
  private let bound: Double
  private let gutters: [ClosedRange<Double>]
  /// The lines of each column, and where its room ends.
  private(set) var parts: [(lines: [PrintedLine], bound: Double)] = []

  init(_ lines: [PrintedLine], gutters: [ClosedRange<Double>], bound: Double) {
    self.lines = lines
    self.gutters = gutters
    self.bound = bound
    starts = [-.infinity] + gutters.map { ($0.lowerBound + $0.upperBound) / 2 }
    let cells = lines.map(cells)
    parts = starts.indices.map { column in
      let end = column < gutters.count ? gutters[column].upperBound : bound
      return (cells.compactMap { $0[column] }, end)
    }
  }

  private func cells(of line: PrintedLine) -> [PrintedLine?] {
    var cells = [[PrintedWord]](repeating: [], count: starts.count)
    for word in line.words {
      let column = starts.lastIndex { $0 <= word.box.left } ?? 0
      cells[column].append(word)
    }
    return cells.map { $0.isEmpty ? nil : PrintedLine($0) }
  }

  /// Cells stand on common lines, and are short in one column at least; or each of them begins where
  /// the others of its row do.
  var isTable: Bool {
    let parts = parts.map(\.lines)
    let languages = Set(parts.compactMap { WrittenLanguage.of($0.map(\.text)) })
    if languages.count > 1 { return false }
    if parts.allSatisfy(Self.isProse) { return haveCommonRows(parts) }
    let sizes = parts.map { PrintedLine($0.flatMap(\.words)).size }
    let areAlike = (sizes.min() ?? 0) >= (sizes.max() ?? 0) * 0.88
    let least = parts.min { $0.count < $1.count } ?? []
    let aligned = least.count { line in
      lines.contains {
        abs($0.box.middle - line.box.middle) < 1.2 && $0.words.count > line.words.count
      }
    }
    return aligned * 10 >= least.count * 6 && (areAlike || parts.count > 2)
  }

  /// Whether nearly all spaces within the columns end at the same heights.
  private func haveCommonRows(_ parts: [[PrintedLine]]) -> Bool {
    let begins = parts.map { lines in
      zip(lines, lines.dropFirst()).compactMap { above, line in
        line.box.top - above.box.bottom > line.box.height * 0.5 ? line.box.middle : nil
      }
    }
    let all = begins.joined()
    let common = all.count { height in
      begins.allSatisfy { $0.contains { abs($0 - height) < 1.2 } }
    }
    return common >= parts.count * 2 && common * 5 >= all.count * 4
  }

  /// Whether lines run on to the end of their column.
  private static func isProse(_ lines: [PrintedLine]) -> Bool {
    let widest = lines.map(\.box.width).max() ?? 0
    let filled = lines.count { $0.box.width >= widest * 0.7 && $0.words.count >= 4 }
    return lines.count >= 3 && filled * 2 >= lines.count
  }

  /// The lines as rows of cells. A line goes on the row before it where its words had no room there.
  var tableRows: [PrintedRow] {
    var rows: [PrintedRow] = []
    var last: [PrintedLine?] = []
    var lastMiddle = 0.0
    let pitches = zip(lines, lines.dropFirst()).map { $1.box.middle - $0.box.middle }
      .filter { $0 > 2 }
    let tight = pitches.min() ?? 0
    let edges = edges
    // Where nothing is further apart than the rest, a line with all cells is a row of its own.
    let isEven = pitches.max() ?? 0 <= tight * 1.15
    for line in lines {
      let cells = cells(of: line)
      let isNear = line.box.middle - lastMiddle <= max(tight * 1.3, line.box.height * 1.25)
      let isWhole = isEven && !cells.contains { $0 == nil }
      if !rows.isEmpty, isNear, !isWhole, goesOn(cells, after: last, edges) {
        for (column, cell) in cells.enumerated() {
          guard let cell else { continue }
          rows[rows.count - 1].cells[column].append(cell)
          last[column] = cell
        }
      } else {
        rows.append(PrintedRow(cells: cells.map { $0.map { [$0] } ?? [] }))
        last = cells
      }
      lastMiddle = line.box.middle
    }
    return rows
  }

  /// Where the words of each column begin, and where those of the last may end.
  private var edges: [Double] {
    parts.map { $0.lines.map(\.box.left).min() ?? 0 } + [lines.map(\.box.right).max() ?? 0]
  }

  private func goesOn(_ cells: [PrintedLine?], after last: [PrintedLine?], _ edges: [Double])
    -> Bool
  {
    let filled = cells.indices.filter { cells[$0] != nil }
    // Below an empty first cell stands no new row where the row has one.
    if filled.count == 1, let only = filled.first, only > 0, last[0] != nil, last[only] != nil {
      return true
    }
    // A cell that begins lower than the others says nothing.
    let both = filled.filter { last[$0] != nil }
    return !both.isEmpty
      && both.allSatisfy { column in
        guard let cell = cells[column], let before = last[column], let word = cell.words.first
        else { return false }
        let room = edges[column + 1] - edges[column] - cell.size * 0.5
        return before.box.width + word.size * 0.25 + word.box.width > room
      }
  }
}
