/// Finds the lines that belong to pages: headers, footers and page numbers.
///
/// A line is one only by proof: the same text stands at the same place of most pages, its numbers
/// the same everywhere or counting the pages. From the edge of each page inward one line after the
/// other is looked at, so that the same place is the first line, or the last, that is not yet proven.
/// Lines that touch the text of a page need more proof than those that a blank line sets off.
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
  var pages: [Page]
  /// How often a text stands in all lines.
  let texts: [String: Int]
  var patterns: [LinePattern: Int]?
  /// How many right pages have text, and how many left ones.
  let pagesOfSides: [Int]

  /// Headers and footers have no more lines, each.
  static let depth = 8
  /// And none is longer, in bytes.
  private static let longest = 300

  /// - Parameter labels: lines that are known to number the pages.
  init(_ lines: [TextLine], pages: [Range<Int>], labels: [Int] = []) {
    self.lines = lines
    let known = Set(labels)
    isFurniture = lines.indices.map { known.contains($0) }
    counting = known
    let written = pages.enumerated().compactMap { number, range -> Page? in
      let written = range.filter { !lines[$0].isBlank && !known.contains($0) }
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

  enum Edge { case head, foot }

  private func hasFoot(_ rest: ArraySlice<Int>, _ page: Range<Int>) -> Bool {
    page.contains { isFurniture[$0] && $0 > rest.last ?? page.lowerBound }
  }

  private mutating func prove(at edge: Edge) {
    for _ in 0..<Self.depth {
      var found = 0
      let groups = groups(at: edge)
      if let sides = leftAndRight(groups, at: edge) {
        for group in sides { found += take(group, at: edge) }
      } else {
        for group in groups where isProven(group, at: edge) { found += take(group, at: edge) }
      }
      if found == 0 { return }
    }
  }

  // MARK: Candidates

  /// A line at an edge: which page it is of, which line, and its numbers.
  struct Candidate {
    let page: Int
    let line: Int
    let numbers: [Int?]
    let digits: [Substring]

    init(page: Int, line: Int, digits: [Substring]) {
      self.page = page
      self.line = line
      self.digits = digits
      // No text has more pages than nine digits say.
      numbers = digits.map { $0.count < 10 ? Int($0) : nil }
    }
  }

  /// Candidates of one pattern whose numbers are the same on all pages or count them.
  struct Group {
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
        Candidate(page: index, line: line, digits: digits))
    }
    let numbers = pages.map(\.number)
    return order.compactMap { pattern in
      byPattern[pattern].flatMap { Self.group(pattern, $0, pages: numbers) }
    }
  }

  /// Of lines with one pattern the most whose numbers agree; nil where more than one number counts.
  static func group(
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
  static func most<Key>(_ groups: [Key: [Candidate]]) -> [Candidate] {
    groups.values.max { ($0.count, -$0[0].line) < ($1.count, -$1[0].line) } ?? []
  }

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
