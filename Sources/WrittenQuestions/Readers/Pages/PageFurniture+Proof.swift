/// What proves that a line belongs to pages.
extension PageFurniture {
  mutating func isProven(_ group: Group, at edge: Edge) -> Bool {
    if saysPage(group) { return true }
    let count = group.members.count
    guard count > 1, isOnMostPages(group) else { return false }
    let example = lines[group.members[0].line].text
    guard example.contains(where: { $0.isLetter || $0.isNumber }) else { return false }
    let isApart = isApart(group, at: edge)
    if let slot = group.counting { return isCounting(group, slot, at: edge, isApart) }
    guard !group.pattern.isBareNumber, !LineRole.isOfText(example)
    else { return false }
    let isBeside = group.members.allSatisfy { isBesideFurniture($0, edge) }
    if ".?!:…".contains(example.last ?? " ") {
      guard isApart, count >= max(4, pages.count - 1) else { return false }
    }
    // The lines of an address end in commas.
    if LineRole.readsOn(example) || LineRole.endsSentence(example) {
      guard isApart, count > 2 || isBeside else { return false }
    }
    if isApart, !isBeside, group.pattern.isRow, endsInValue(example),
      !isOfRepeatedLines(group, at: edge)
    {
      return false
    }
    // A text may stand once more where it belongs, as the title; what stands in the text as often
    // is a row of a table.
    if isApart { return others(like: group) <= (count > 3 ? max(2, count / 3) : 1) }
    return isAtEveryEdge(group) && !group.pattern.isRow && others(like: group) == 0
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

  /// A number that counts pages: beside a word for page, or apart from the text and counting as
  /// pages do. Rows and headings count too, so that a number against the text proves nothing.
  private mutating func isCounting(
    _ group: Group, _ slot: Int, at edge: Edge, _ isApart: Bool
  ) -> Bool {
    let pattern = group.pattern
    let count = group.members.count
    let example = lines[group.members[0].line].text
    let isOwn = group.members.allSatisfy { $0.numbers[slot] == pages[$0.page].number + 1 }
    if pattern.isPageLabel || pattern.isSetAsPageNumber {
      return pattern.isNumberOfTotal ? isApart && (isOwn || count > 2) : true
    }
    if pattern.namesPage { return count > 2 || isOwn || isApart }
    if group.members.allSatisfy({ Self.years.contains($0.numbers[slot] ?? 0) }) { return false }
    if pattern.isBareNumber {
      guard pattern.text.count(where: { $0 == "#" }) == 1 else { return false }
      if LineRole.isLabel(example) {
        return pattern.text == "(#)" && edge == .foot && isOwn && isApart && count > 2
      }
      if isApart {
        return isOwn
          || count > 2 && group.members.allSatisfy { ($0.numbers[slot] ?? .max) < Self.mostPages }
      }
      return isOwn
        && (count > 2 && group.members.allSatisfy { isBesideFurniture($0, edge) }
          || count > 3 && isBesideOneText(group, edge))
    }
    // A number inside the line, or one that is no word of its own, is the text's.
    guard pattern.isApart(slot), pattern.isOuter(slot),
      !LineRole.isOfText(example), !LineRole.readsOn(example),
      !LineRole.endsSentence(example), isOwn || count > 3,
      patternCounts()[pattern] == count
    else { return false }
    if count > 2, isTurned(group.members) { return true }
    if isOwn, pattern.words > 1, group.members[0].digits.count > 1, isAtEveryEdge(group),
      group.members.allSatisfy(isSpread)
    {
      return true
    }
    guard isApart, pattern.words > 1 || group.members.allSatisfy(isSpread) else { return false }
    // A heading with its own number may begin each page. It has no second number nor a wide gap.
    return edge == .foot && count > 2 || group.members[0].digits.count > 1
      || isTurned(group.members) || group.members.allSatisfy(isSpread)
  }

  /// Whether the line beside it, on the side of the text, is the same on all of its pages too.
  private func isOfRepeatedLines(_ group: Group, at edge: Edge) -> Bool {
    let beside = group.members.map { $0.line + (edge == .head ? 1 : -1) }
    guard beside.allSatisfy({ lines.indices.contains($0) && !lines[$0].isBlank }) else {
      return false
    }
    return Set(beside.map { lines[$0].text }).count == 1
  }

  private func endsInValue(_ text: String) -> Bool {
    guard text.first?.isLetter ?? false, let last = text.last else { return false }
    return last.isNumber || last == "%"
  }

  /// Numbers that count years as well.
  private static let years = 1900...2100
  /// No bundle has more; amounts may.
  private static let mostPages = 100_000

  /// At the outer side of the line: in front on left pages and behind on right ones, or the other
  /// way round. No row does so.
  private func isTurned(_ members: [Candidate]) -> Bool {
    let inFront = Dictionary(grouping: members) { pages[$0.page].number % 2 }.mapValues { side in
      Set(side.map { lines[$0.line].text.first?.isASCIIDigit ?? false })
    }
    return inFront.count == 2 && inFront.values.allSatisfy { $0.count == 1 }
      && inFront[0] != inFront[1]
  }

  /// Words and number stand at two sides of the line.
  private func isSpread(_ candidate: Candidate) -> Bool {
    let text = lines[candidate.line].text
    return text.contains("   ") || text.contains("\t")
  }

  /// The edge of at least four pages and of nearly all, or of nearly all left or right ones.
  private func isAtEveryEdge(_ group: Group) -> Bool {
    let sides = Set(group.members.map { pages[$0.page].number % 2 })
    let wanted = sides.count == 1 ? sides.reduce(0) { pagesOfSides[$1] } : pages.count
    return group.members.count >= max(4, wanted - 1)
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

  /// One text on left pages and another on right ones, each with the number of the page at its
  /// outer side: the two prove each other.
  func leftAndRight(_ groups: [Group], at edge: Edge) -> [Group]? {
    let numbered = groups.filter { $0.pattern.text.hasPrefix("# ") && $0.pattern.words > 0 }
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
        !LineRole.isOfText(example), !LineRole.readsOn(example)
      else { return nil }
      sides.append(own[0])
    }
    let members = sides.flatMap(\.members)
    let isOwn = offset == 1
    guard sides[0].pattern != sides[1].pattern, members.count * 2 > pages.count,
      isTurned(members), isOwn || members.count > 3,
      members.count > 3 || sides.allSatisfy({ isApart($0, at: edge) })
    else { return nil }
    return sides
  }

  /// Nothing of the page's own text touches the group's lines: a blank line stands between, or
  /// lines that are the same on all of its pages and end at a blank line.
  private func isApart(_ group: Group, at edge: Edge) -> Bool {
    let inward = edge == .head ? 1 : -1
    guard group.members.allSatisfy({ isEnd($0.line - inward, on: $0.page) }) else { return false }
    for depth in 1...Self.depth {
      let beside = group.members.map { (page: $0.page, line: $0.line + depth * inward) }
      let ends = beside.count { isEnd($0.line, on: $0.page) }
      if ends == beside.count {
        // A page of nothing but such lines says nothing of the others.
        return depth == 1
          || beside.contains { lines.indices.contains($0.line) && lines[$0.line].isBlank }
      }
      guard ends == 0, areAlike(beside) else { return false }
    }
    return false
  }

  private func areAlike(_ beside: [(page: Int, line: Int)]) -> Bool {
    var first: LinePattern?
    var members: [Candidate] = []
    for (page, line) in beside {
      let text = lines[line].text
      let (pattern, digits) = LinePattern.of(text)
      guard pattern == first ?? pattern, !LineRole.isOfText(text)
      else { return false }
      first = pattern
      members.append(Candidate(page: page, line: line, digits: digits))
    }
    guard let first else { return false }
    return Self.group(first, members, pages: pages.map(\.number))?.members.count == beside.count
  }

  /// A blank line, the end of the page or furniture stands on both sides.
  private func isSetOff(_ line: Int, on page: Int) -> Bool {
    isEnd(line - 1, on: page) && isEnd(line + 1, on: page)
  }

  private func isEnd(_ line: Int, on page: Int) -> Bool {
    !lines.indices.contains(line) || lines[line].isBlank || isFurniture[line]
      || !pages[page].lines.contains(line)
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
    return !LineRole.isOfText(text) && text.last != ":"
      && text.contains(where: \.isLetter)
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
        !LineRole.isOfText(text),
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
