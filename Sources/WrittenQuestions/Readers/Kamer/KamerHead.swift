/// What stands above the questions, and whether that makes a written question of the House.
struct KamerHead {
  private(set) var header = KamerHeader()
  /// The line at which the questions, or what introduces them, begin.
  private(set) var end: Int
  /// The lines of a letter before the questions: they are no passage.
  private(set) var letter: [TextLine] = []
  private(set) var themes: [String] = []
  /// The lines of "Antwoord van Minister …" where they stand behind the questions.
  private(set) var reply: Range<Int>?
  /// Why it is no written question; nil: it is one.
  private(set) var refusal: String?

  /// - Parameters:
  ///   - fileName: may be the publication's name.
  ///   - facts: what the document's markup says.
  ///   - companions: what files beside it say.
  init(_ lines: KamerLines, fileName: String, facts: KamerFacts, companions: [KamerFacts]) {
    let content = lines.content
    let furniture = lines.leftOut.map(\.text)
    let headings = KamerPart.headings(in: content[...])
    let firstHeading = headings.keys.min() ?? content.endIndex
    end = 0
    refusal = Self.otherForm(content)
    guard refusal == nil else { return }
    let starts = content.indices.filter { index in
      let text = content[index].text
      guard KamerSentence.beginsQuestion(text) else { return false }
      // A line of a sentence may begin so too.
      let above = index > 0 ? content[index - 1] : nil
      return text.first?.isUppercase ?? false
        || above.map { $0.isBlank || LineRole.endsSentence($0.text) } ?? true
    }
    if let start = starts.first(where: { $0 < firstHeading }) ?? starts.first,
      start < firstHeading || firstHeading == content.endIndex
    {
      readSentences(content, from: start, to: firstHeading, furniture: furniture)
    } else if let start = content[..<firstHeading].indices.first(where: { index in
      KamerSentence.beginsReply(content[index].text)
        && content[index..<firstHeading].prefix(6).contains { $0.text.contains("ontvangen") }
    }) {
      readSentences(content, from: start, to: firstHeading, furniture: furniture)
    } else {
      readLetter(content, to: firstHeading, furniture: furniture)
    }
    if header.isNotice {
      let notice = content[end..<firstHeading].prefix(20).map(\.text).joined(separator: " ")
      header.readNotice(notice)
    }
    if letter.isEmpty, !header.isAnswer, !header.isNotice, firstHeading < content.endIndex {
      readReply(content, behind: firstHeading)
    }
    facts.add(to: &header, isOwn: true)
    readNumbers(content[..<end], lines.leftOut, KamerNumber.publications(in: fileName))
    for companion in companions { companion.add(to: &header, isOwn: false) }
    if letter.isEmpty { nameAnnex() }
    themes = ([facts] + companions).flatMap(\.themes).reduce(into: []) { all, theme in
      if !all.contains(theme) { all.append(theme) }
    }
    if refusal == nil, let missing = missing(headings.values.map(\.kind), starts.count) {
      refusal = missing
    }
  }

  /// Forms that name members, ministers and questions too.
  private static func otherForm(_ lines: [TextLine]) -> String? {
    // What is broken over lines may begin one with any word.
    let first = Array(
      lines.lazy.filter { !$0.isBlank }.prefix(12).prefix {
        KamerHeading($0.text) == nil && !KamerSentence.beginsQuestion($0.text)
      }.filter { $0.text.first?.isUppercase ?? false }.map { $0.text.lowercased() })
    let others = [
      "mondelinge vragen", "mondelinge vraag", "motie van", "gewijzigde motie", "vragenuur",
      "lijst van vragen", "verslag van een", "stenogram", "agenda", "besluitenlijst",
      "aan de orde is", "amendement van",
    ]
    return others.first { other in first.contains { $0.hasPrefix(other) } }.map {
      "it begins with \"\($0)\""
    }
  }

  /// - Parameter start: the first line of the sentences that name who asks or who answers.
  private mutating func readSentences(
    _ lines: [TextLine], from start: Int, to limit: Int, furniture: [String]
  ) {
    var text = ""
    var index = start
    var isOpen = true
    while index < limit {
      let line = lines[index].text
      if line.isEmpty {
        isOpen = false
      } else if isOpen || KamerSentence.goesOn(line) || Self.isInside(text) {
        // A date in parentheses ends what stands on lines without a blank one below.
        text = KamerSentence.joined(text, line)
        isOpen = true
        end = index + 1
        let below = index + 1 < limit ? lines[index + 1].text : ""
        if Self.isComplete(text), !KamerSentence.goesOn(below), !below.hasPrefix("vergaderjaar") {
          isOpen = false
        }
      } else {
        break
      }
      index += 1
    }
    // The number may stand below them.
    let below = lines[end..<limit].indices.filter { !lines[$0].isBlank }
    if below.count == 1, KamerNumber.aanhangsel(lines[below[0]].text) != nil { end = limit }
    header.read(text)
    header.references = KamerNumber.references(in: text)
    let written = lines[..<start].filter { !$0.isBlank }
    let covering = KamerLetter(written.map(\.text), furniture: furniture)
    if !header.isAnswer, !header.isNotice, covering.coversAnswer {
      covering.complete(&header)
      letter = written
    }
    // "(ingezonden 20 november 2024)" above.
    if header.asked == nil {
      let above = KamerSentence.joined(lines[..<start].map(\.text))
      header.asked = KamerDate.first(after: "ingezonden", in: above)
    }
  }

  /// Finds "Antwoord van Minister … (ontvangen …)." behind the questions, as older papers print it.
  private mutating func readReply(_ lines: [TextLine], behind start: Int) {
    for index in lines.indices[(start + 1)...] where KamerSentence.beginsReply(lines[index].text) {
      var text = lines[index].text
      var last = index + 1
      while last < min(index + 6, lines.endIndex), !lines[last].isBlank, !Self.isComplete(text) {
        text = KamerSentence.joined(text, lines[last].text)
        last += 1
      }
      let isDated = text.lowercased().contains("(ontvangen")
      guard isDated, Self.isComplete(text), lines[last...].contains(where: { !$0.isBlank }) else {
        continue
      }
      header.readLateReply(text)
      reply = index..<last
      return
    }
  }

  /// Whether a parenthesis is open at the end.
  private static func isInside(_ text: String) -> Bool {
    let tail = text.suffix(40)
    return tail.lastIndex(of: "(").map { !tail[$0...].contains(")") } ?? false
  }

  /// Ends in "(ingezonden …).", "(ontvangen …)" or the number that is referred to.
  private static func isComplete(_ text: String) -> Bool {
    let tail = text.suffix(60).lowercased()
    guard !text.hasSuffix(","), let last = text.trimmingSigns.last else { return false }
    if last == ")" { return tail.contains("(ingezonden") || tail.contains("ontvangen") }
    return last.isNumber && tail.contains("vergaderjaar")
  }

  /// The letter itself is about the questions; sentences of it that say more introduce them.
  private mutating func readLetter(_ lines: [TextLine], to limit: Int, furniture: [String]) {
    guard limit < lines.count else { return }
    let written = lines[..<limit].filter { !$0.isBlank }
    guard KamerLetter(written.map(\.text), furniture: furniture).read(into: &header) else { return }
    end = limit
    letter = written
  }

  /// Numbers that stand alone, at the head of the text or on its pages.
  private mutating func readNumbers(
    _ lines: ArraySlice<TextLine>, _ pages: [TextLine], _ named: [String]
  ) {
    let alone = lines.filter { !$0.isBlank && $0.text.count < 60 }
    if !letter.isEmpty {
      header.session = pages.lazy.compactMap { KamerNumber.session(in: $0.text) }.first
      return
    }
    let publications = (pages + alone).flatMap { KamerNumber.publications(in: $0.text) } + named
    let house = (alone.map(\.text) + publications).flatMap { text in
      // "kv-tk-2024Z18659".
      KamerNumber.house(in: text.replacing("-", with: " "))
    }
    header.session =
      header.session
      ?? (pages + alone).lazy.compactMap { KamerNumber.session(in: $0.text) }.first
      ?? publications.lazy.compactMap { KamerNumber.parts(ofPublication: $0)?.session }.first
    header.number =
      header.number ?? alone.compactMap { KamerNumber.aanhangsel($0.text) }.last
      ?? publications.lazy.compactMap { KamerNumber.parts(ofPublication: $0)?.number }.first
      ?? house.first
    for name in house + publications where !header.identifiers.contains(name) {
      header.identifiers.append(name)
    }
  }

  /// A number alone is that of the annex, in the session of the answer where nothing says which.
  private mutating func nameAnnex() {
    guard let number = header.number.flatMap({ Int($0) }),
      !header.identifiers.contains(where: { $0.hasPrefix("ah-tk-") })
    else { return }
    if header.session == nil, header.isAnswer || header.isNotice {
      header.session = header.received.flatMap { Session.year(of: $0, .dutchHouse, .netherlands) }
    }
    if let session = header.session {
      header.identifiers.append(DocumentIdentifier.annexName(session, number))
    }
  }

  /// What a written question of the House has and this text lacks.
  private func missing(_ kinds: [KamerHeading.Kind], _ sentences: Int) -> String? {
    let hasQuestions = kinds.contains(.question)
    let isNumbered = header.number != nil || !header.identifiers.isEmpty
    if !letter.isEmpty {
      return hasQuestions && kinds.contains(.answer) || hasQuestions && header.asked != nil
        ? nil : "no numbered questions below the letter"
    }
    guard header.asks || header.isAnswer || header.isNotice else {
      return
        "no \"Vragen van het lid …\", \"Antwoord van Minister …\" or letter that answers a member's questions"
    }
    // A list of many questions is none of them.
    if sentences > 1, !hasQuestions { return "several questions, without their texts" }
    if header.asks, header.askers.isEmpty { return "no member who asks" }
    let isDated = header.asked != nil || header.received != nil
    return isDated || isNumbered && hasQuestions || hasQuestions && header.isAnswer
      ? nil : "no date on which it was sent in"
  }
}
