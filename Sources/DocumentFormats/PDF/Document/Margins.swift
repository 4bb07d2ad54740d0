/// Where the lines of a column end, and how far they are apart.
struct Margins {
  /// The distance between the middles of lines in a size, in twentieths of a point.
  private var pitches: [Double: Double] = [:]

  static func measure(_ flow: inout Flow) -> Margins {
    var rights: [Int: [Double]] = [:]
    var lefts: [Int: Double] = [:]
    var steps: [Double: [Int: Int]] = [:]
    var last: Flow.Line?
    for item in flow.items where !item.isRow {
      guard let line = item.cells.first?.first else { continue }
      rights[key(line.bound), default: []].append(line.print.box.right)
      lefts[line.block] = min(lefts[line.block] ?? .infinity, line.print.box.left)
      if let last, last.block == line.block, last.print.size == line.print.size {
        let step = line.print.box.middle - last.print.box.middle
        if step > 0 { steps[line.print.size, default: [:]][Int(step * 2), default: 0] += 1 }
      }
      last = line
    }
    var ends: [Int: (margin: Double, isJustified: Bool)] = [:]
    for (key, all) in rights {
      let sorted = all.sorted(by: >)
      // A line or two may be set wider than the rest.
      let margin = sorted[min(sorted.count / 30, 2)]
      let full = all.count { abs($0 - margin) < 1.2 }
      ends[key] = (margin, full * 2 > all.count && all.count > 4)
    }
    for index in flow.items.indices where !flow.items[index].isRow {
      guard let line = flow.items[index].cells.first?.first, let end = ends[key(line.bound)] else {
        continue
      }
      flow.items[index].cells[0][0].margin = max(end.margin, line.print.box.right)
      flow.items[index].cells[0][0].isJustified = end.isJustified
      flow.items[index].cells[0][0].left = lefts[line.block] ?? line.left
    }
    var margins = Margins()
    for (size, counts) in steps {
      let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      margins.pitches[size] = most.map { (Double($0.key) + 0.5) / 2 }
    }
    return margins
  }

  private static func key(_ bound: Double) -> Int { Int(bound / 20) }

  /// How far apart lines in a size are within a paragraph.
  func pitch(_ size: Double) -> Double { pitches[size] ?? size * 1.25 }
}
