extension PageFurniture {
  /// The title of a document may be the header of its other pages. Then it stands above the text of
  /// the first page, and is text there.
  mutating func keepTitle(of first: Range<Int>) {
    let written = first.filter { !lines[$0].isBlank }
    let head = written.prefix { isFurniture[$0] }
    guard let last = head.last, let next = written.dropFirst(head.count).first,
      !head.contains(where: { counting.contains($0) }), isTitle(last, above: next, on: first)
    else { return }
    // The lines nearest to the text.
    for (offset, line) in head.reversed().enumerated() where line == last - offset {
      isFurniture[line] = false
    }
  }

  /// - Parameters:
  ///   - last: the last line of what is the header of other pages.
  ///   - next: the first line of the text under it.
  private func isTitle(_ last: Int, above next: Int, on page: Range<Int>) -> Bool {
    if page[(last + 1)...].contains(where: { lines[$0].text == lines[last].text }) { return false }
    // As far from the text as the header is on the other pages.
    let gaps = Set(headGaps)
    if gaps.count == 1, !gaps.contains(next - last) { return true }
    let hasFoot = page.contains { isFurniture[$0] && $0 > next }
    if !hasFoot, otherPagesHaveFeet { return true }
    let block = page[next...].prefix { !lines[$0].isBlank }
    let isShort = block.count <= 3 && block.endIndex < page.endIndex
    guard isShort, !LineRole.isLabel(lines[next].text), let end = block.last else { return true }
    guard LineRole.endsSentence(lines[end].text), !hasFoot else { return false }
    let own = share(of: [last], in: block.endIndex)
    let next = share(of: Array(block), in: block.endIndex)
    return own > next || own == next && !lines[last].text.contains(where: \.isNumber)
  }

  /// How many of the longer words of some lines stand in the text behind, 0 to 1: most of a title's.
  private func share(of titles: [Int], in rest: Int) -> Double {
    func words(_ text: String) -> [Substring] {
      text.lowercased().split { !$0.isLetter }.filter { $0.count > 4 }
    }
    let wanted = Set(titles.flatMap { words(lines[$0].text).map { String($0) } })
    guard !wanted.isEmpty else { return 0 }
    var found: Set<String> = []
    for index in rest..<lines.count where !isFurniture[index] {
      for word in words(lines[index].text) where wanted.contains(String(word)) {
        found.insert(String(word))
      }
    }
    return Double(found.count) / Double(wanted.count)
  }
}
