import Text

/// How sure it is, by its first lines, that a document is of another form.
enum OtherForm {
  case no
  /// A word for a form, which may be the subject as well: "Decreet basisbereikbaarheid - Uitvoering".
  case perhaps
  case yes

  private static let beginnings = [
    "motie van", "vraag om uitleg", "vragen om uitleg", "actuele vraag", "actuele vragen",
    "mondelinge vraag", "mondelinge vragen", "interpellatie van", "interpellatie tot",
    "verzoek tot interpellatie", "aan de voorzitter", "geachte voorzitter", "tweede kamer der",
    "eerste kamer der", "vraag van het lid", "vragen van het lid", "vragen van de leden",
    "aanhangsel van de handelingen", "voorstel van", "ontwerp van",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let names: Set<String> = [
    "motie", "interpellatie", "persbericht", "persmededeling", "besluit", "decreet", "wet",
    "ordonnantie", "reglement", "verordening", "agenda", "brief", "verslag", "notulen", "nota",
    "beleidsnota", "advies", "amendement", "omzendbrief", "resolutie", "memorie", "handelingen",
    "hoorzitting", "gedachtewisseling", "toespraak", "nieuwsbrief", "gemeenteraad", "senaat",
    "kamerbrief", "arrest", "vonnis", "petitie", "mededeling",
  ]

  static func of(_ lines: [TextLine]) -> OtherForm {
    let first = lines.lazy.filter { !$0.isBlank }.prefix(3).prefix { !isItem($0.text) }
    var isFirst = true
    for line in first {
      let form = of(line.text, isFirst: isFirst)
      if form != .no { return form }
      isFirst = false
    }
    return .no
  }

  private static func of(_ text: String, isFirst: Bool) -> OtherForm {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if isFirst || FlemishName.isCapitals(text),
      beginnings.contains(where: { words.starts(with: $0) })
    {
      return .yes
    }
    guard let name = words.prefix(3).firstIndex(where: names.contains) else { return .no }
    let isTitle = [" - ", " – ", " — "].contains { text.contains($0) }
    if FlemishName.isCapitals(text), !isTitle { return .yes }
    // "Koninklijk besluit", "Agenda van 3 mei 2022".
    let behind = text.split(whereSeparator: \.isWhitespace).dropFirst(name + 1)
      .joined(separator: " ")
    let isAlone =
      behind.isEmpty || FlemishProperties(behind[...], mixedNames: true).isWhole
    if isAlone, name == 0 || isFirst && words[0] == "koninklijk" || words[0] == "ministerieel" {
      return .yes
    }
    return isFirst && name == 0 ? .perhaps : .no
  }

  private static func isItem(_ text: String) -> Bool {
    LineRole.isLabel(text) && text.contains(where: \.isNumber)
  }
}
