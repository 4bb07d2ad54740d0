import WrittenQuestions

/// Entries for BibTeX and BibLaTeX, in UTF-8. Those of a parliament are its reports, as Zotero has them.
extension Citation {
  /// One entry each, with keys of their own.
  public static func bibTeX(_ citations: [Citation]) -> String {
    zip(citations, keys(of: citations)).map { $0.bibTeX(key: $1) }.joined(separator: "\n")
  }

  private func bibTeX(key: String) -> String {
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, "{\(value)}")) }
    }
    add(
      "author", document.askers.map { Self.bibTeX(PersonName($0.name)) }.joined(separator: " and "))
    // The second braces keep capitals.
    add("title", "{\(Self.escaped(titleOrForm))}")
    add("institution", document.parliament.map { Self.escaped($0.name) })
    add(document.parliament == nil ? "howpublished" : "type", Self.escaped(form))
    add("number", number.map(Self.escaped))
    if let date = document.date {
      add("year", String(date.year))
      // A macro of BibTeX, without braces.
      if let month = date.month { fields.append(("month", Self.months[month - 1])) }
      add("day", date.day.map(String.init))
    }
    add("note", Self.escaped(remarks.joined(separator: "; ")))
    add("langid", "dutch")
    let type = document.parliament == nil ? "misc" : "techreport"
    let lines = fields.map { "  \($0) = \($1)" }.joined(separator: ",\n")
    return "@\(type){\(key),\n\(lines)\n}\n"
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// "Van Rooy, Sam", "van den Berg, Joba": BibTeX takes what stands in small letters before the name
  /// for no part of it when it sorts. Braces keep a name whole that has no first name.
  private static func bibTeX(_ name: PersonName) -> String {
    let family = escaped(name.family)
    if let given = name.given { return "\(shielded(family)), \(shielded(escaped(given)))" }
    let (particle, stem) = name.particleAndStem
    let isPlain = !stem.contains(" ") && particle.allSatisfy { !$0.isUppercase }
    return isPlain ? shielded(family) : "{\(family)}"
  }

  /// A word that parts names, and a comma, are text between braces.
  private static func shielded(_ text: String) -> String {
    let words = text.lowercased().split(separator: " ")
    return text.contains(",") || words.contains("and") ? "{\(text)}" : text
  }

  /// Braces are counted also behind a backslash, so that they stand by name.
  private static func escaped(_ text: String) -> String {
    oneLine(text).map { character in
      switch character {
      case "\\": "\\textbackslash{}"
      case "{": "\\textbraceleft{}"
      case "}": "\\textbraceright{}"
      case "^": "\\textasciicircum{}"
      case "~": "\\textasciitilde{}"
      case "&", "%", "$", "#", "_": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}
