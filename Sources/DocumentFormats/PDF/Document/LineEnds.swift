/// Makes words whole that were broken at the end of a line.
struct LineEnds {
  private let evidence: HyphenEvidence

  static func join(_ flow: inout Flow) {
    let words = LineEnds(evidence: HyphenEvidence(flow))
    for index in flow.items.indices {
      for cell in flow.items[index].cells.indices { words.join(&flow.items[index].cells[cell]) }
    }
    // Where an item has gone up as a whole, what follows it follows the one before.
    var ends = Array(flow.items.indices)
    for index in flow.items.indices where flow.items[index].join == .continued {
      guard let previous = flow.items[index].previous else { continue }
      let last = ends[previous]
      var next = flow.items[index].cells[0][0].tokens
      words.join(&flow.items[last].cells[0][0].tokens, &next)
      flow.items[index].cells[0][0].tokens = next
      if next.isEmpty { ends[index] = last }
    }
    for note in flow.notes.indices { words.join(&flow.notes[note]) }
  }

  private func join(_ lines: inout [Flow.Line]) {
    var last = 0
    for index in lines.indices.dropFirst() {
      var next = lines[index].tokens
      join(&lines[last].tokens, &next)
      lines[index].tokens = next
      if !next.isEmpty { last = index }
    }
  }

  /// Moves the rest of a broken word up to its beginning.
  private func join(_ line: inout [Token], _ next: inout [Token]) {
    let last = line.lastIndex { !$0.text.isEmpty }
    guard let last, !next.isEmpty else { return }
    var start = last
    while start > 0, !line[start - 1].spaceAfter { start -= 1 }
    let end = next.firstIndex(where: \.spaceAfter) ?? next.count - 1
    let head = line[start...].map(\.text).joined()
    let tail = next[...end].map(\.text).joined()
    let following = end + 1 < next.count ? next[end + 1].text : ""
    var rest = Array(next[...end])
    switch LineEndHyphen.join(head, tail, following: following, evidence) {
    case .space: return
    case .closed: break
    case .undone:
      line[last].text.removeLast()
    case .undoneWithTrema:
      line[last].text.removeLast()
      if let first = rest.firstIndex(where: { !$0.text.isEmpty }) {
        rest[first].text = Trema.onFirst(rest[first].text)
      }
    }
    line[line.count - 1].spaceAfter = false
    line += rest
    next.removeSubrange(...end)
  }
}
