/// Names the lines that are set as headings: alone, short, and in bold or larger letters.
enum PrintedHeadings {
  static func mark(in flow: inout Flow, bodySize: Double) {
    var isContinued = Set<Int>()
    for item in flow.items where item.join == .continued {
      if let previous = item.previous { isContinued.insert(previous) }
    }
    for index in flow.items.indices {
      let item = flow.items[index]
      guard !item.isRow, item.join == .paragraph, !isContinued.contains(index),
        let line = item.cells[0].first, isHeading(line.print, bodySize)
      else { continue }
      for token in line.tokens.indices {
        flow.items[index].cells[0][0].tokens[token].style.insert(.heading)
      }
    }
  }

  private static func isHeading(_ line: PrintedLine, _ bodySize: Double) -> Bool {
    let isSetApart =
      line.size >= bodySize * 1.15 || line.style.contains(.bold) && line.size >= bodySize * 0.95
    return isSetApart && line.words.count <= 15 && !line.text.hasSuffix(".")
  }
}
