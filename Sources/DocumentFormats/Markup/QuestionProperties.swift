import Extraction

/// What the markup of a question says exactly, as properties: `aanhangselNummer`, `vraagnummer`,
/// `vergaderjaar`, `identifier`, `indiener` and the `partij` after it, `ontvanger`, `onderwerp`,
/// `datumIndiening`, `beantwoorder`, `datumOntvangst`; and what its `meta` elements name. Dates are
/// ISO 8601.
enum QuestionProperties {
  static func properties(of root: XMLElement) -> [ExtractedText.Property] {
    var properties: [ExtractedText.Property] = []
    func add(_ name: String, _ value: String?) {
      guard let value = value?.collapsed, !value.isEmpty else { return }
      properties.append(.init(name, value))
    }
    for meta in root.descendants("meta") {
      if let name = meta["name"] { add(name, meta["content"]) }
      if meta["name"] == "OVERHEIDop.externMetadataRecord" {
        add("identifier", meta["content"]?.split(separator: "/").dropLast().last.map(String.init))
      }
    }
    for line in root.descendants("tekstregel") where line["inhoud"] == "vergaderjaar" {
      add("vergaderjaar", years(in: line.text))
    }
    for element in root.descendants("kamervraagnummer") + root.outerNumbers {
      let number = element.text.collapsed
      let isQuestion = number.contains("Z") && number.contains(where: \.isNumber)
      add(isQuestion ? "vraagnummer" : "aanhangselNummer", number)
    }
    for name in PublicationNames.descriptions.sorted() {
      for description in root.descendants(name) {
        for (name, value) in values(of: description) { add(name, value) }
      }
    }
    return properties
  }

  private static func values(of description: XMLElement) -> [(String, String)] {
    let isAnswer = isAnswer(description)
    return description.parts.compactMap { element in
      switch element.name {
      case "naam": (isAnswer ? "beantwoorder" : "indiener", element.spacedText)
      case "politiek": isAnswer ? nil : ("partij", element.text)
      case "organisatie": (isAnswer ? "beantwoorderFunctie" : "ontvanger", element.text)
      case "kamervraagonderwerp": isAnswer ? nil : ("onderwerp", element.text)
      case "datum":
        element["isodatum"].flatMap { isDate($0) ? $0 : nil }.map {
          (isAnswer ? "datumOntvangst" : "datumIndiening", $0)
        }
      default: nil
      }
    }
  }

  private static func isAnswer(_ description: XMLElement) -> Bool {
    if let type = description["type"] { return type != "vraag" }
    let word = description.text.trimmed.prefix { $0.isLetter }.lowercased()
    return word == "antwoord" || word == "mededeling" || description.parent?.name == "reactie"
  }

  /// The sentence that an *Aanhangsel* begins with, of a description that has only its values; nil where
  /// it has words of its own.
  static func sentence(of description: XMLElement) -> String? {
    let hasWords = description.contents.contains {
      if case .text(let text) = $0 { text.contains(where: \.isLetter) } else { false }
    }
    guard !hasWords, !description.elements.contains(where: { $0.name == "al" }) else { return nil }
    let parts = description.parts
    func texts(_ name: String) -> [String] {
      parts.filter { $0.name == name }.map(\.spacedText).filter { !$0.isEmpty }
    }
    let date = texts("datum").first
    let organisations = texts("organisatie").joined(separator: " en ")
    let names = texts("naam").joined(separator: " en ")
    guard !names.isEmpty else { return nil }
    if isAnswer(description) {
      let role = organisations.isEmpty ? "" : " (\(organisations))"
      return "Antwoord van \(names)\(role)" + (date.map { " (ontvangen \($0))." } ?? ".")
    }
    let parties = texts("politiek").joined(separator: ", ")
    return "Vragen van het lid \(names)" + (parties.isEmpty ? "" : " (\(parties))")
      + (organisations.isEmpty ? "" : " aan de \(organisations)")
      + (texts("kamervraagonderwerp").first.map { " over \($0)" } ?? "")
      + (date.map { " (ingezonden \($0))." } ?? ".")
  }

  /// `2012–2013` in whatever words.
  private static func years(in text: String) -> String? {
    let numbers = text.split { !$0.isNumber }
    guard let first = numbers.first, first.count == 4 else { return nil }
    return numbers.count > 1 ? "\(first)-\(numbers[1])" : String(first)
  }

  /// Files name days that no month has.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

extension XMLElement {
  /// The values in a description, those in each other once: the outer.
  fileprivate var parts: [XMLElement] {
    let names: Set = ["naam", "politiek", "organisatie", "kamervraagonderwerp", "datum"]
    return elements.flatMap { names.contains($0.name) ? [$0] : $0.parts }
  }

  /// `vraagnummer` and `nummer` of the paper, not of its questions.
  fileprivate var outerNumbers: [XMLElement] {
    elements.flatMap { element -> [XMLElement] in
      switch element.name {
      case "vraagnummer", "nummer": [element]
      case "vraag", "antwoord", "reactie", "metadata": []
      default: element.outerNumbers
      }
    }
  }

  /// Its text, with a space between elements that have none.
  fileprivate var spacedText: String {
    contents.map { content in
      switch content {
      case .text(let text): text
      case .element(let element): element.spacedText + " "
      }
    }.joined().collapsed
  }
}
