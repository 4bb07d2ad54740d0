/// Finds the lines that belong to pages: headers, footers and page numbers.
///
/// A line is one only by proof: the same text stands at the same place of most pages, its numbers
/// the same everywhere or counting the pages. From the edge of each page inward one line after the
/// other is looked at, so that the same place is the first line, or the last, that is not yet proven.
/// What is not proven is text.
struct PageFurniture {
  typealias Page = (number: Int, lines: ArraySlice<Int>)

  var isFurniture: [Bool]
  let lines: [TextLine]
  /// Those of them whose numbers count pages.
  var counting: Set<Int> = []
  /// How many lines below its header the text begins, on each page but the first that has one.
  var headGaps: [Int] = []
  var otherPagesHaveFeet = false
  /// Of each page with text, its number from 0 and those of its lines that are not proven.
  private var pages: [Page]
  /// How often a text stands in all lines.
  private let texts: [String: Int]
  private var patterns: [LinePattern: Int]?
  /// How many right pages have text, and how many left ones.
  private let pagesOfSides: [Int]

  /// Headers and footers have no more lines, each.
  private static let depth = 8
  /// And none is longer, in bytes.
  private static let longest = 300

  init(_ lines: [TextLine], pages: [Range<Int>]) {
    self.lines = lines
    isFurniture = Array(repeating: false, count: lines.count)
    let written = pages.enumerated().compactMap { number, range -> Page? in
      let written = range.filter { !lines[$0].isBlank }
      return written.isEmpty ? nil : (number, written[...])
    }
    self.pages = written
    pagesOfSides = (0...1).map { side in written.count { $0.number % 2 == side } }
    guard self.pages.count > 1 else {
      texts = [:]
      return
    }
    texts = lines.reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
    prove(at: .foot)
    otherPagesHaveFeet = self.pages.dropFirst().contains { hasFoot($0.lines, pages[$0.number]) }
    prove(at: .head)
    proveAroundBreaks()
    if self.pages.count(where: { !$0.lines.isEmpty }) * 2 < self.pages.count {
      // The pages are the same from head to foot: what they say is not known from what is theirs.
      for line in lines.indices where !counting.contains(line) { isFurniture[line] = false }
    }
    headGaps = self.pages.dropFirst().compactMap { page in
      guard let next = page.lines.first else { return nil }
      let above = lines[pages[page.number].lowerBound..<next].lastIndex { !$0.isBlank }
      return above.map { next - $0 }
    }
    if self.pages[0].number == 0 { keepTitle(of: pages[0]) }
  }

  private enum Edge { case head, foot }

  private func hasFoot(_ rest: ArraySlice<Int>, _ page: Range<Int>) -> Bool {
    page.contains { isFurniture[$0] && $0 > rest.last ?? page.lowerBound }
  }

  private mutating func prove(at edge: Edge) {
    for _ in 0..<Self.depth {
      var found = 0
      let groups = groups(at: edge)
      if let sides = leftAndRight(groups) {
        for group in sides { found += take(group, at: edge) }
      } else {
        for group in groups where isProven(group, at: edge) { found += take(group, at: edge) }
      }
      if found == 0 { return }
    }
  }

  // MARK: Candidates

  /// A line at an edge: which page it is of, which line, and its numbers.
  private struct Candidate {
    let page: Int
    let line: Int
    let numbers: [Int?]
    let digits: [Substring]
  }

  /// Candidates of one pattern whose numbers are the same on all pages or count them.
  private struct Group {
    let pattern: LinePattern
    var members: [Candidate]
    /// The place of the number that counts pages.
    var counting: Int?
  }

  private func groups(at edge: Edge) -> [Group] {
    var byPattern: [LinePattern: [Candidate]] = [:]
    var order: [LinePattern] = []
    for (index, page) in pages.enumerated() {
      guard let line = edge == .head ? page.lines.first : page.lines.last,
        lines[line].text.utf8.count <= Self.longest
      else { continue }
      let (pattern, digits) = LinePattern.of(lines[line].text)
      if byPattern[pattern] == nil { order.append(pattern) }
      byPattern[pattern, default: []].append(
        Candidate(
          page: index, line: line,
          // No text has more pages than nine digits say.
          numbers: digits.map { $0.count < 10 ? Int($0) : nil }, digits: digits))
    }
    let numbers = pages.map(\.number)
    return order.compactMap { pattern in
      byPattern[pattern].flatMap { Self.group(pattern, $0, pages: numbers) }
    }
  }

  /// Of lines with one pattern the most whose numbers agree; nil where more than one number counts.
  private static func group(
    _ pattern: LinePattern, _ candidates: [Candidate], pages: [Int]
  ) -> Group? {
    var members = candidates
    var counting: Int?
    for slot in candidates[0].digits.indices {
      let same = Dictionary(grouping: members) { String($0.digits[slot]) }
      let counts = Dictionary(
        grouping: members.filter { $0.numbers[slot] != nil }
      ) { ($0.numbers[slot] ?? 0) - pages[$0.page] }
      let mostSame = most(same)
      let mostCounting = most(counts)
      if mostCounting.count > mostSame.count {
        guard counting == nil else { return nil }
        counting = slot
        members = mostCounting
      } else {
        members = mostSame
      }
    }
    return Group(pattern: pattern, members: members, counting: counting)
  }

  /// The most that agree; of equals those that come first.
  private static func most<Key>(_ groups: [Key: [Candidate]]) -> [Candidate] {
    groups.values.max { ($0.count, -$0[0].line) < ($1.count, -$1[0].line) } ?? []
  }

  // MARK: Proof

  private mutating func isProven(_ group: Group, at edge: Edge) -> Bool {
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
  private func leftAndRight(_ groups: [Group]) -> [Group]? {
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
  private mutating func proveAroundBreaks() {
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

  // MARK: Taking out

  private mutating func take(_ group: Group, at edge: Edge) -> Int {
    for member in group.members {
      isFurniture[member.line] = true
      if group.counting != nil { counting.insert(member.line) }
      if edge == .head {
        pages[member.page].lines.removeFirst()
      } else {
        pages[member.page].lines.removeLast()
      }
    }
    return group.members.count
  }
}
