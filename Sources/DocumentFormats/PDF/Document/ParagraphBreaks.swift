import Text

/// Tells where paragraphs end, by what a printer does there: a line that has room left, an indent, a
/// space, other letters.
struct ParagraphBreaks {
  private let margins: Margins

  static func find(in flow: inout Flow, _ margins: Margins) {
    let breaks = ParagraphBreaks(margins: margins)
    // Two languages beside each other are two texts.
    var states = [State(), State()]
    for index in flow.items.indices {
      let item = flow.items[index]
      var state = states[item.isForeign ? 1 : 0]
      if let last = state.last {
        flow.items[index].previous = last
        flow.items[index].join = breaks.join(flow.items[last], item, state)
      }
      state.last = index
      state.isFirst = flow.items[index].join != .continued
      if state.isFirst {
        state.isList = !item.isRow && item.cells[0].first.map(beginsItem) ?? false
      }
      states[item.isForeign ? 1 : 0] = state
    }
  }

  /// What is known of the line before.
  private struct State {
    var last: Int?
    /// It begins its paragraph.
    var isFirst = true
    /// Its paragraph is an item of a list.
    var isList = false
  }

  private func join(_ before: Flow.Item, _ item: Flow.Item, _ state: State) -> Flow.Join {
    if before.isRow || item.isRow {
      return before.isRow && item.isRow && before.cells.count == item.cells.count
        ? .line : .paragraph
    }
    guard let line = before.cells[0].first, let next = item.cells[0].first else {
      return .paragraph
    }
    return join(line, next, isSamePage: before.page == item.page, state)
  }

  private func join(_ line: Flow.Line, _ next: Flow.Line, isSamePage: Bool, _ state: State)
    -> Flow.Join
  {
    let (isFirst, isList) = (state.isFirst, state.isList)
    let (box, nextBox) = (line.print.box, next.print.box)
    let size = line.print.size
    if abs(size - next.print.size) > size * 0.06 { return .paragraph }
    let isBelow = isSamePage && nextBox.middle > box.middle
    if isBelow, line.block != next.block { return .paragraph }
    if isBelow, nextBox.middle - box.middle > margins.pitch(size) * 1.35 { return .paragraph }
    let isShort = isShort(line, before: next)
    let text = line.print.text
    let isEnded = Self.endsSentence(text)
    if isFirst, Self.isHeading(text) { return .paragraph }
    if isShort || isEnded || !isBelow || !Self.namesHeading(text), Self.isHeading(next.print.text) {
      return .paragraph
    }
    if Self.beginsItem(next), isShort || isEnded || isList || text.last == "," {
      return isList || text.last == ":" ? .line : .paragraph
    }
    let isBold = line.print.style.contains(.bold)
    if isBold != next.print.style.contains(.bold), isShort || isEnded { return .paragraph }
    let indent = (nextBox.left - next.left) - (box.left - line.left)
    if indent > size * 0.7, isShort || isEnded, !(isFirst && isList) { return .paragraph }
    if indent < -size * 0.7, isShort || isEnded, !isFirst { return .paragraph }
    guard isShort else { return .continued }
    if isEnded { return .paragraph }
    if let first = next.print.text.first(where: { !"(«“„‘'\"[".contains($0) }), first.isLowercase {
      return hasMuchRoom(line, before: next) ? .line : .continued
    }
    return .paragraph
  }

  /// Whether the first word of the next line had room on this one, so that it was not the margin which
  /// ended it.
  private func isShort(_ line: Flow.Line, before next: Flow.Line) -> Bool {
    let room = line.margin - line.print.box.right
    let hasRoom = room > Self.firstWordWidth(next) + line.print.size * 0.5
    // In a column with a straight right edge, what ends before it is the last line.
    return hasRoom
      || line.isJustified && room > line.print.size && Self.endsSentence(line.print.text)
  }

  private func hasMuchRoom(_ line: Flow.Line, before next: Flow.Line) -> Bool {
    let room = line.margin - line.print.box.right
    return room > max((line.margin - line.left) * 0.25, Self.firstWordWidth(next) * 1.5)
  }

  private static func firstWordWidth(_ line: Flow.Line) -> Double {
    let words = line.print.words
    let end = words.firstIndex(where: \.spaceAfter) ?? words.count - 1
    return words[end].box.right - words[0].box.left
  }

  private static func beginsItem(_ line: Flow.Line) -> Bool {
    guard let first = line.print.words.first, line.print.words.count > 1 else { return false }
    return ListLabel.begins(first.text)
  }

  static func endsSentence(_ text: String) -> Bool {
    let end = text.trimming { "»”’\"'›)] 0123456789".contains($0) }
    return end.last.map { ".?!:;".contains($0) } ?? false
  }

  /// "Zie mijn antwoord op": whether what looks like a heading may go on a sentence.
  private static func namesHeading(_ text: String) -> Bool {
    let last = text.split(separator: " ").last ?? ""
    return last.hasSuffix(",") || last.hasSuffix("-")
      || ["op", "bij", "van", "onder", "aan", "en", "of", "zie", "het", "de", "uw", "mijn", "tot"]
        .contains(last.lowercased())
  }

  /// The words that a heading of a question or an answer is made of, numbers aside.
  private static let headingWords: Set<Substring> = [
    "vraag", "vragen", "antwoord", "antwoorden", "op", "en", "tot", "met", "t/m", "de", "nr.",
    "mededeling", "toelichting", "aanvullende", "nader",
  ]

  /// "Vraag 3, 4 en 5": whether it stands above a question or an answer.
  static func isHeading(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == "," }
    guard words.count <= 14, text.first?.isUppercase ?? false, let first = words.first,
      ["vra", "ant", "med", "toe"].contains(first.prefix(3))
    else { return false }
    return words.allSatisfy { word in
      let bare = word.trimming { ".:()".contains($0) }
      return headingWords.contains(word) || headingWords.contains(bare)
        || !bare.isEmpty && bare.utf8.count <= 3 && bare.contains(where: \.isASCIIDigit)
    }
  }
}
