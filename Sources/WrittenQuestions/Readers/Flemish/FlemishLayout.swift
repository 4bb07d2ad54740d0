import Text

/// Which lines of a Flemish written question are what.
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

  init(_ lines: [TextLine]) {
    let heading = lines.firstIndex { Self.isHeading($0.text, "ANTWOORD") }
    var question = lines[..<(heading ?? lines.count)]
    if let heading {
      takeAnswer(lines[(heading + 1)...])
    }
    takeMinister(endOf: &question)
    isRecognised =
      isRecognised
      || ministers.contains { $0.role?.lowercased().contains("minister") ?? false }
        && (heading != nil || question.contains { LineRole.isLabel($0.text) })
    takeHeader(startOf: &question)
    takeTitle(startOf: &question)
    questionLines = question
  }

  private static func isHeading(_ text: String, _ word: String) -> Bool {
    text.trimming { !$0.isLetter }.uppercased() == word && text.contains { $0.isUppercase }
  }

  /// Below ANTWOORD: "op vraag nr. 230 van 10 maart 2023", "van SAM VAN ROOY", then the answer.
  private mutating func takeAnswer(_ lines: ArraySlice<TextLine>) {
    var rest = lines.drop(while: \.isBlank)
    isRecognised = rest.first.map { $0.text.lowercased().hasPrefix("op ") } ?? false
    let isKnown = isRecognised
    while let line = rest.first, !line.isBlank, takeProperty(line.text) {
      rest = rest.dropFirst()
      // A list of names may go on.
      while let next = rest.first, Self.isName(next.text), askers.count > 0, !next.isBlank {
        askers += Self.names(in: next.text)
        rest = rest.dropFirst()
      }
    }
    isRecognised = isKnown && number != nil || !askers.isEmpty
    answerLines = rest
  }

  /// Above the title: "SCHRIFTELIJKE VRAAG", "nr. 230", "van …", "datum: …", "aan …".
  private mutating func takeHeader(startOf lines: inout ArraySlice<TextLine>) {
    var rest = lines.drop(while: \.isBlank)
    guard let first = rest.first, first.text.uppercased().hasPrefix("SCHRIFTELIJKE VRAAG") else {
      return
    }
    _ = takeProperty(String(first.text.dropFirst("SCHRIFTELIJKE VRAAG".count)))
    rest = rest.dropFirst()
    while let line = rest.first {
      if line.isBlank || takeProperty(line.text) {
        rest = rest.dropFirst()
      } else if line.text.lowercased().hasPrefix("aan ") {
        var block = [String(line.text.dropFirst(4))]
        rest = rest.dropFirst()
        while let next = rest.first, Self.isCapitals(next.text) {
          block.append(next.text)
          rest = rest.dropFirst()
        }
        if ministers.isEmpty { ministers = [Self.minister(block)] }
      } else {
        break
      }
    }
    guard number != nil || date != nil || !askers.isEmpty || !ministers.isEmpty else { return }
    isRecognised = true
    lines = rest
  }

  /// The lines up to the first blank one.
  private mutating func takeTitle(startOf lines: inout ArraySlice<TextLine>) {
    let rest = lines.drop(while: \.isBlank)
    let titleLines = rest.prefix { !$0.isBlank }
    // Without a blank line behind it, only the first line is the title.
    let count = titleLines.count == rest.count || titleLines.count > 4 ? 1 : titleLines.count
    title = titleLines.prefix(count).map(\.text).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
    lines = rest.dropFirst(count)
  }

  /// The ministers in capitals at the end of the question, a blank line between one and the next.
  private mutating func takeMinister(endOf lines: inout ArraySlice<TextLine>) {
    var blocks: [[String]] = []
    while true {
      while let last = lines.last, last.isBlank { lines.removeLast() }
      var block: [String] = []
      while let last = lines.last, Self.isCapitals(last.text) {
        block.insert(last.text, at: 0)
        lines.removeLast()
      }
      guard !block.isEmpty else { break }
      blocks.insert(block, at: 0)
    }
    ministers = blocks.map(Self.minister)
  }

  /// Reads a line of properties; false when it is none.
  private mutating func takeProperty(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == ":" || $0 == "\u{a0}" }
    var taken = false
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      if lower == "nr." || lower == "nr" || lower == "nummer", index + 1 < words.count {
        let digits = words[index + 1].prefix { $0.isNumber }
        if !digits.isEmpty {
          number = number ?? String(digits)
          taken = true
        }
      }
      if index + 3 <= words.count,
        let day = CalendarDate(
          parsing: words[index..<(index + 3)].joined(separator: " "))
      {
        date = date ?? day
        taken = true
      }
      if lower == "datum" || lower == "d.d." {
        date = date ?? (index + 1 < words.count ? CalendarDate(parsing: words[index + 1]) : nil)
        taken = true
      }
    }
    if let first = words.first, first.lowercased() == "van" {
      let names = text.dropFirst(3).trimming(where: \.isWhitespace)
      if Self.isName(String(names)) {
        if askers.isEmpty { askers = Self.names(in: String(names)) }
        return true
      }
    }
    return taken
  }

  /// Only capitals: how names of members and ministers are set.
  private static func isCapitals(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && !text.contains(where: \.isLowercase)
  }

  /// Names in capitals, joined by "en" or commas.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ").filter { $0 != "en" }
    return !words.isEmpty
      && words.allSatisfy { word in
        word.first.map { $0.isLetter || $0 == "'" || $0 == "’" } ?? false
          && isCapitals(String(word))
      }
  }

  private static func names(in text: String) -> [Asker] {
    text.replacingWord("en", with: ",").split(separator: ",")
      .map { $0.trimming(where: \.isWhitespace) }.filter { !$0.isEmpty }
      .map { Asker(name: capitalized(String($0))) }
  }

  private static func minister(_ block: [String]) -> Minister {
    let role = block.dropFirst().joined(separator: " ")
    return Minister(
      name: block.first.map(capitalized), role: role.isEmpty ? nil : sentenceCased(role))
  }

  /// "SAM VAN ROOY" as "Sam Van Rooy".
  private static func capitalized(_ name: String) -> String {
    var result = ""
    var isStart = true
    for character in name {
      result += isStart ? character.uppercased() : character.lowercased()
      isStart = !character.isLetter && !character.isNumber
    }
    return result
  }

  private static let properNames: [String: String] = [
    "vlaams": "Vlaams", "vlaamse": "Vlaamse", "brussel": "Brussel", "brusselse": "Brusselse",
    "europa": "Europa", "europees": "Europees", "europese": "Europese", "belgisch": "Belgisch",
    "belgische": "Belgische", "vlaanderen": "Vlaanderen",
  ]

  /// "VLAAMS MINISTER VAN WONEN" as "Vlaams minister van wonen".
  private static func sentenceCased(_ role: String) -> String {
    let words = role.split(separator: " ").map { word in
      let lower = word.lowercased()
      let letters = lower.prefix { $0.isLetter }
      return (properNames[String(letters)] ?? String(letters)) + lower.dropFirst(letters.count)
    }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension String {
  /// Replaces a whole word, in small letters.
  fileprivate func replacingWord(_ word: String, with replacement: String) -> String {
    split(separator: " ").map { $0 == word ? replacement : String($0) }.joined(separator: " ")
  }
}
