/// What proves that a line belongs to pages.
extension PageFurniture {
  mutating func isProven(_ group: Group, at edge: Edge) -> Bool {
    if saysPage(group) { return true }
    guard group.members.count > 1, isOnMostPages(group) else { return false }
    let example = lines[group.members[0].line].text
    guard example.contains(where: { $0.isLetter || $0.isNumber }), !LineRole.isLabel(example)
    else { return false }
    let isWeak = group.members.count == 2
    if let slot = group.counting { return isCounting(group, slot, at: edge, isWeak, example) }
    guard !group.pattern.isBareNumber else { return false }
    if LineRole.endsSentence(example) {
      guard group.members.count >= max(3, pages.count - 1) else { return false }
    }
    if LineRole.readsOn(example), isWeak || !group.members.allSatisfy(isSetOff) { return false }
    // A text may stand once more where it belongs, as the title; what stands in the text as often
    // is a row of a table or an answer of one word.
    return others(like: group) <= (group.members.count > 3 ? max(2, group.members.count / 3) : 1)
  }

  /// "Pagina 2 van 5" or "- 2 -" at the edge of the second page of five.
  private func saysPage(_ group: Group) -> Bool {
    guard group.pattern.isPageLabel || group.pattern.isSetAsPageNumber else { return false }
    let total = pages.map(\.number).max().map { $0 + 1 }
    return group.members.allSatisfy { member in
      let own = pages[member.page].number + 1
      return switch member.numbers.count {
      case 1: member.numbers[0] == own
      case 2:
        Set(member.numbers) == [own, total] && (member.numbers[0] == own || own != total)
      default: false
      }
    }
  }

  /// A number that counts pages: where it says so itself, or nothing else in the text is like it.
  private mutating func isCounting(
    _ group: Group, _ slot: Int, at edge: Edge, _ isWeak: Bool, _ example: String
  ) -> Bool {
    let pattern = group.pattern
    let isPageNumber = group.members.allSatisfy { $0.numbers[slot] == pages[$0.page].number + 1 }
    if pattern.isPageLabel || pattern.isSetAsPageNumber { return true }
    if pattern.isBareNumber {
      guard pattern.text.filter({ $0 == "#" }).count == 1 else { return false }
      return !isWeak || edge == .foot && isPageNumber || group.members.allSatisfy(isSetOff)
        || isPageNumber && group.members.allSatisfy { isBesideFurniture($0, edge) }
        || isBesideOneText(group, edge)
    }
    if pattern.namesPage { return !isWeak || isPageNumber || group.members.allSatisfy(isSetOff) }
    // Two numbers more that stay the same prove as much as a third page.
    // A number that is no word of its own is a note's, as in "2MIND, 13 november 2024".
    guard pattern.isApart(slot), !LineRole.isNumbered(example),
      !LineRole.readsOn(example), !LineRole.endsSentence(example),
      !isWeak || isPageNumber || group.members[0].digits.count > 2
    else { return false }
    let all = patternCounts()[pattern] ?? 0
    return all == group.members.count
  }

  /// Most pages, or most of the left or of the right ones.
  private func isOnMostPages(_ group: Group) -> Bool {
    let count = group.members.count
    if count * 2 > pages.count { return true }
    let sides = Set(group.members.map { pages[$0.page].number % 2 })
    guard sides.count == 1, let side = sides.first else { return false }
    let pagesOfSide = pagesOfSides[side]
    // The first page, and the last, may have none.
    return count >= max(2, pagesOfSide - 1) && count * 2 >= pagesOfSide
  }

  /// One text on left pages and another on right ones, each with the number of the page: the two
  /// prove each other.
  func leftAndRight(_ groups: [Group]) -> [Group]? {
    let numbered = groups.filter { $0.pattern.text.hasPrefix("# ") }
    let offsets = Dictionary(grouping: numbered.flatMap(\.members)) { member in
      (member.numbers[0] ?? 0) - pages[member.page].number
    }
    guard let first = Self.most(offsets).first else { return nil }
    let offset = (first.numbers[0] ?? 0) - pages[first.page].number
    var sides: [Group] = []
    for side in 0...1 {
      let own = numbered.compactMap { group -> Group? in
        var group = group
        group.members = group.members.filter { member in
          pages[member.page].number % 2 == side
            && member.numbers[0] == pages[member.page].number + offset
        }
        group.counting = 0
        return group.members.isEmpty ? nil : group
      }
      guard own.count == 1, let example = own[0].members.first.map({ lines[$0.line].text }),
        !LineRole.isLabel(example), !LineRole.isNumbered(example), !LineRole.readsOn(example)
      else { return nil }
      sides.append(own[0])
    }
    let members = sides.flatMap(\.members)
    guard members.count * 2 > pages.count,
      members.count > 2 || offset == 1 && members.allSatisfy(isSetOff)
    else { return nil }
    return sides
  }

  /// A blank line, the end of the page or furniture stands on both sides.
  private func isSetOff(_ candidate: Candidate) -> Bool {
    isSetOff(candidate.line, on: candidate.page)
  }

  private func isSetOff(_ line: Int, on page: Int) -> Bool {
    [line - 1, line + 1].allSatisfy { index in
      !lines.indices.contains(index) || lines[index].isBlank || isFurniture[index]
        || !pages[page].lines.contains(index)
    }
  }

  /// Furniture stands between it and the edge of the page.
  private func isBesideFurniture(_ candidate: Candidate, _ edge: Edge) -> Bool {
    let beside = candidate.line + (edge == .head ? -1 : 1)
    return lines.indices.contains(beside) && isFurniture[beside]
  }

  /// The same line stands beside each member, on the side of the text.
  private func isBesideOneText(_ group: Group, _ edge: Edge) -> Bool {
    let beside = Set(
      group.members.map { member in
        let page = pages[member.page].lines
        let line = edge == .head ? page.dropFirst().first : page.dropLast().last
        return line.map { lines[$0].text } ?? ""
      })
    guard beside.count == 1, let text = beside.first else { return false }
    return !text.isEmpty && !LineRole.isLabel(text) && text.contains(where: \.isLetter)
  }

  /// Lines with one of the group's texts that are not at the edge of a page.
  private func others(like group: Group) -> Int {
    let texts = Set(group.members.map { lines[$0.line].text })
    let all = texts.reduce(0) { $0 + (self.texts[$1] ?? 0) }
    let atEdges = pages.indices.reduce(0) { sum, index in
      let page = pages[index].lines
      let near = (page.prefix(2) + page.dropFirst(2).suffix(2)).filter {
        texts.contains(lines[$0].text)
      }
      // Head and foot may be the same where both stand apart from the text.
      return sum + (near.allSatisfy { isSetOff($0, on: index) } ? near.count : 1)
    }
    return all - max(group.members.count, atEdges) - taken(texts)
  }

  /// The same line below one page and above the next, apart from their texts, and nowhere else.
  mutating func proveAroundBreaks() {
    var taken: [String: Int] = [:]
    for line in lines.indices where isFurniture[line] { taken[lines[line].text, default: 0] += 1 }
    for index in pages.indices.dropLast() {
      guard let foot = pages[index].lines.last, let head = pages[index + 1].lines.first else {
        continue
      }
      let text = lines[foot].text
      guard text == lines[head].text, texts[text] == 2 + taken[text, default: 0],
        !LineRole.isLabel(text),
        !LineRole.endsSentence(text), !LineRole.readsOn(text), text.contains(where: \.isLetter),
        isSetOff(foot, on: index), isSetOff(head, on: index + 1)
      else { continue }
      isFurniture[foot] = true
      isFurniture[head] = true
      pages[index].lines.removeLast()
      pages[index + 1].lines.removeFirst()
    }
  }

  /// How many lines with these texts are proven already.
  private func taken(_ texts: Set<String>) -> Int {
    lines.indices.count { isFurniture[$0] && texts.contains(lines[$0].text) }
  }

  private mutating func patternCounts() -> [LinePattern: Int] {
    if let patterns { return patterns }
    let counts = lines.reduce(into: [:]) { counts, line in
      counts[LinePattern.of(line.text).pattern, default: 0] += 1
    }
    patterns = counts
    return counts
  }
}
