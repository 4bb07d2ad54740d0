import Text

/// Which lines of a Flemish written question are what. What is no property of it stays text.
struct FlemishLayout {
  private(set) var title = ""
  private(set) var number: String?
  private(set) var date: CalendarDate?
  private(set) var askers: [Asker] = []
  private(set) var ministers: [Minister] = []
  private(set) var questionLines: ArraySlice<TextLine> = []
  private(set) var answerLines: ArraySlice<TextLine> = []
  /// Whether the layout's own signs are there. Numbered questions are in many others.
  private(set) var isRecognised = false

  /// What the lines below ANTWOORD prove.
  private enum Reply { case none, name, number }

  init(_ lines: [TextLine]) {
    let heading = Self.heading(in: lines)
    var question = lines[..<(heading ?? lines.count)]
    let hasMinister = takeMinisters(endOf: &question)
    let asks = question.contains { $0.text.contains("?") }
    let asksInItems = heading != nil || Self.areItemsQuestions(question)
    let hasHeader = takeHeader(startOf: &question)
    let reply = heading.map { takeAnswer(lines[($0 + 1)...]) } ?? .none
    takeTitle(startOf: &question)
    questionLines = question

    let isProven =
      reply == .number && (hasMinister || asks)
      || asks && (reply == .name || hasMinister && asksInItems)
    let form =
      lines.lazy.filter { !$0.isBlank }.prefix(5).contains { Self.behindName($0.text) != nil }
      ? .no : OtherForm.of(lines)
    switch form {
    case .no: isRecognised = hasHeader || isProven
    case .perhaps: isRecognised = hasHeader || reply == .number && hasMinister
    case .yes: isRecognised = hasHeader
    }
  }

  /// Whether most items of the lists ask something. Decisions and press releases have lists too.
  private static func areItemsQuestions(_ lines: ArraySlice<TextLine>) -> Bool {
    let starts = lines.indices.filter { LineRole.isLabel(lines[$0].text) }
    let asking = zip(starts, starts.dropFirst() + [lines.endIndex]).count { start, end in
      lines[start..<end].contains { $0.text.contains("?") }
    }
    return !starts.isEmpty && asking * 2 >= starts.count
  }

  /// The line ANTWOORD with "op vraag nr. …" or "van …" below it, or else the first.
  private static func heading(in lines: [TextLine]) -> Int? {
    let headings = lines.indices.filter {
      let text = lines[$0].text
      return text.trimming { !$0.isLetter }.uppercased() == "ANTWOORD"
        && text.contains(where: \.isUppercase)
    }
    func proof(_ index: Int) -> Int {
      guard let below = lines[(index + 1)...].first(where: { !$0.isBlank })?.text,
        isPropertyLine(below)
      else { return 0 }
      let properties = FlemishProperties(below[...], mixedNames: false)
      let isReply = properties.number != nil && below.lowercased().hasPrefix("op ")
      return (isReply ? 2 : 0) + (properties.isWhole ? 1 : 0)
    }
    let best = headings.map(proof).max()
    return headings.first { proof($0) == best }
  }

  /// Begins as properties below ANTWOORD do.
  private static func isPropertyLine(_ text: String) -> Bool {
    let first = text.lowercased().prefix { !$0.isWhitespace && $0 != ":" }
    return ["op", "van", "nr.", "nr", "datum", "d.d."].contains(first)
  }

  /// What stands behind "SCHRIFTELIJKE VRAAG"; nil where the line does not begin so.
  private static func behindName(_ text: String) -> Substring? {
    let name = "SCHRIFTELIJKE VRAAG"
    let behind = text.dropFirst(name.count)
    guard text.prefix(name.count).uppercased() == name,
      !(behind.first.map { $0.isLetter } ?? false)
    else { return nil }
    if text.hasPrefix(name) || behind.isEmpty { return behind }
    // "Schriftelijke vraag nr. 8 van 4 mei 2020 - Gevolg" is a title.
    let properties = FlemishProperties(behind, mixedNames: true)
    guard !properties.isEmpty, !(properties.rest.first.map { "-–—".contains($0) } ?? false) else {
      return nil
    }
    return behind
  }

  /// Takes what properties say; false, and nothing, where something else was said before.
  private mutating func take(_ properties: FlemishProperties) -> Bool {
    guard number == nil || properties.number == nil || number == properties.number,
      date == nil || properties.date == nil || date == properties.date,
      properties.askers.allSatisfy({ asker in
        let party = position(of: asker).flatMap { askers[$0].party }
        return party == nil || asker.party == nil || party == asker.party
      })
    else { return false }
    number = number ?? properties.number
    date = date ?? properties.date
    for asker in properties.askers {
      if let known = position(of: asker) {
        askers[known].party = askers[known].party ?? asker.party
      } else {
        askers.append(asker)
      }
    }
    return true
  }

  private func position(of asker: Asker) -> Int? {
    askers.firstIndex { $0.name.lowercased() == asker.name.lowercased() }
  }

  /// Below ANTWOORD: "op vraag nr. 230 van 10 maart 2023", "van SAM VAN ROOY", then the answer.
  private mutating func takeAnswer(_ lines: ArraySlice<TextLine>) -> Reply {
    var rest = lines.drop(while: \.isBlank)
    // Lines that say more than a field holds.
    var kept: [TextLine] = []
    var hasNumber = false
    var hasDate = false
    var hasNames = false
    while let line = rest.drop(while: \.isBlank).first, Self.isPropertyLine(line.text) {
      let properties = FlemishProperties(line.text[...], mixedNames: hasNumber)
      let isReply = !hasNumber && properties.number != nil && line.text.lowercased().hasPrefix("op")
      guard properties.isWhole || isReply, !hasNames || properties.askers.isEmpty else { break }
      let isTaken = take(properties)
      guard isTaken || isReply else { break }
      if !isTaken || properties.hasMoreNumbers {
        kept.append(line)
      } else if !properties.rest.isEmpty {
        kept.append(line.suffix(properties.rest))
      }
      hasNumber = hasNumber || isReply
      hasDate = hasDate || properties.date != nil
      hasNames = hasNames || !properties.askers.isEmpty
      rest = rest.drop(while: \.isBlank).dropFirst()
      if properties.isWhole, hasNames { takeNames(after: line.text, startOf: &rest) }
    }
    answerLines = kept + rest
    if hasNumber, hasDate || hasNames { return .number }
    return hasNames ? .name : .none
  }

  /// A list of names goes on where a line ends in a comma or "en", or the next begins with "en".
  private mutating func takeNames(after line: String, startOf lines: inout ArraySlice<TextLine>) {
    var last = line.lowercased()
    while let next = lines.first?.text, !next.isEmpty {
      let goesOn = last.hasSuffix(",") || last.hasSuffix(" en")
      let begins = next.lowercased().hasPrefix("en ")
      guard goesOn || begins else { return }
      let names = FlemishProperties(
        "van \(begins ? next.dropFirst(3) : next[...])", mixedNames: true)
      guard names.isWhole, !names.askers.isEmpty, take(names) else { return }
      lines.removeFirst()
      last = next.lowercased()
    }
  }

  /// Above the title: "SCHRIFTELIJKE VRAAG", "nr. 230", "van …", "datum: …", "aan …".
  private mutating func takeHeader(startOf lines: inout ArraySlice<TextLine>) -> Bool {
    var rest = lines.drop(while: \.isBlank)
    guard let first = rest.first, let behind = Self.behindName(first.text) else { return false }
    let properties = FlemishProperties(behind, mixedNames: true)
    var isProven = take(properties) && !properties.isEmpty
    // Text behind the properties may be all the title that there is.
    let text = properties.hasMoreNumbers ? behind : properties.rest
    let end = first.range.upperBound
    let kept =
      text.isEmpty ? [] : [first.suffix(text), TextLine(range: end..<end, text: "")]
    rest = rest.dropFirst()
    while let line = rest.first {
      let properties = FlemishProperties(line.text[...], mixedNames: true)
      if line.isBlank {
        rest = rest.dropFirst()
      } else if properties.isWhole, take(properties) {
        isProven = true
        rest = rest.dropFirst()
        if !properties.askers.isEmpty { takeNames(after: line.text, startOf: &rest) }
      } else if let found = FlemishMinister(addressedBy: rest) {
        isProven = true
        rest = rest.dropFirst(found.count)
        if !ministers.contains(where: { Self.isSame($0, found.minister) }) {
          ministers.append(found.minister)
        }
      } else {
        break
      }
    }
    guard isProven else { return false }
    lines = kept + rest
    return true
  }

  private static func isSame(_ one: Minister, _ other: Minister) -> Bool {
    one.name?.lowercased() == other.name?.lowercased()
      && (one.role == other.role || other.role == nil)
  }

  /// The lines up to the first blank one or the first question.
  private mutating func takeTitle(startOf lines: inout ArraySlice<TextLine>) {
    let rest = lines.drop(while: \.isBlank)
    let titleLines = rest.prefix {
      !$0.isBlank && !(LineRole.isLabel($0.text) && $0.text.contains(where: \.isNumber))
    }
    // Without a blank line behind it, only the first line is the title.
    let isAll = titleLines.count == rest.count || titleLines.count > 4
    let count = isAll ? min(1, titleLines.count) : titleLines.count
    title = titleLines.prefix(count).map(\.text).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    lines = rest.dropFirst(count)
  }

  /// The ministers at the end of the question.
  /// - Returns: whether one of them has the shape that proves the layout: a role in capitals.
  private mutating func takeMinisters(endOf lines: inout ArraySlice<TextLine>) -> Bool {
    var hasProof = false
    while true {
      while let last = lines.last, last.isBlank { lines.removeLast() }
      guard let found = FlemishMinister(endOf: lines) else { return hasProof }
      ministers.insert(found.minister, at: 0)
      hasProof = hasProof || found.isInCapitals && found.minister.name != nil
      lines.removeLast(found.count)
    }
  }
}

extension TextLine {
  /// The line's end that is this text.
  fileprivate func suffix(_ text: Substring) -> TextLine {
    TextLine(range: (range.upperBound - text.utf8.count)..<range.upperBound, text: String(text))
  }
}
