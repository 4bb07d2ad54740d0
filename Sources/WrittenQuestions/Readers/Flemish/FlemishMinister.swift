import Text

/// A minister as the layout names one: the name on a line, the role on those below.
struct FlemishMinister {
  let minister: Minister
  /// How many lines it takes.
  let count: Int
  let isInCapitals: Bool

  private init(name: String?, role: [String], count: Int) {
    let role = role.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    isInCapitals = FlemishName.isCapitals((name ?? "") + role)
    minister = Minister(
      name: name.map { FlemishName.spelt($0) }, role: role.isEmpty ? nil : Self.sentenceCased(role))
    self.count = count
  }

  /// The last one at the end of the question; nil when other text ends it.
  init?(endOf lines: ArraySlice<TextLine>) {
    let start = lines.lastIndex(where: \.isBlank).map { $0 + 1 } ?? lines.startIndex
    let block = lines[start...].map(\.text)
    let capitals = Array(
      block.reversed().prefix {
        FlemishName.isCapitals($0) && !$0.contains(where: \.isNumber) && !LineRole.isLabel($0)
      }.reversed())
    let isLead = { (text: String) in FlemishName.isAlone(text) && !Self.saysRole(text) }
    if let role = capitals.indices.dropFirst().last(where: {
      Self.saysRole(capitals[$0]) && isLead(capitals[$0 - 1])
    }) {
      self.init(
        name: capitals[role - 1], role: Array(capitals[role...]),
        count: capitals.count - role + 1)
    } else if let role = capitals.firstIndex(where: Self.saysRole) {
      // The role alone, or before the name.
      let lines = capitals[role...]
      let isNamed =
        lines.count > 1
        && lines.last.map { isLead($0) && $0.contains(" ") } ?? false
        && !(lines.dropLast().last?.hasSuffix(",") ?? false)
      self.init(
        name: isNamed ? lines.last : nil, role: Array(isNamed ? lines.dropLast() : lines),
        count: lines.count)
    } else if let role = block.indices.dropFirst().last(where: {
      Self.isRole(block[$0]) && isLead(block[$0 - 1])
    }), role < 2 || LineRole.endsSentence(block[role - 2]),
      block[role...].dropLast().allSatisfy({ $0.hasSuffix(",") }),
      block.last.map({ !LineRole.endsSentence($0) }) ?? false
    {
      self.init(
        name: block[role - 1], role: Array(block[role...]), count: block.count - role + 1)
    } else {
      return nil
    }
  }

  /// "aan LYDIA PEETERS" and the lines below; nil when the line says something else.
  init?(addressedBy lines: ArraySlice<TextLine>) {
    guard let first = lines.first?.text, first.lowercased().hasPrefix("aan ") else { return nil }
    let text = String(first.dropFirst(4).trimming(where: \.isWhitespace))
    let below = lines.dropFirst().map(\.text)
    func more(_ lines: ArraySlice<String>) -> [String] {
      Array(
        lines.prefix {
          FlemishName.isCapitals($0) && !$0.contains(where: \.isNumber) && !$0.contains(" - ")
        })
    }
    let comma = text.firstIndex(of: ",")
    let name = comma.map { String(text[..<$0]) } ?? text
    let behind = comma.map { String(text[$0...].dropFirst().trimming(where: \.isWhitespace)) }
    if FlemishName.isAlone(name), let behind, Self.isRole(behind) {
      let roles = [behind] + (FlemishName.isCapitals(behind) ? more(below[...]) : [])
      self.init(name: name, role: roles, count: roles.count)
    } else if FlemishName.isAlone(text), let next = below.first, Self.isRole(next) {
      let roles = [next] + (FlemishName.isCapitals(next) ? more(below.dropFirst()) : [])
      self.init(name: text, role: roles, count: roles.count + 1)
    } else if FlemishName.isAlone(text), FlemishName.isCapitals(text) {
      self.init(name: text, role: [], count: 1)
    } else if Self.isRole(text) {
      let roles = [text] + (FlemishName.isCapitals(text) ? more(below[...]) : [])
      self.init(name: nil, role: roles, count: roles.count)
    } else {
      return nil
    }
  }

  /// "MINISTER", "VICEMINISTER-PRESIDENT", "STAATSSECRETARIS".
  private static func saysRole(_ text: some StringProtocol) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { word in
      ["minister", "staatssecretaris", "president"].contains { word.hasSuffix($0) }
    }
  }

  /// Begins with a role, and does not end as a sentence.
  private static func isRole(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return saysRole(words.prefix(3).joined(separator: " "))
      && !(text.last.map { ".?!;:".contains($0) } ?? true) && !text.contains(where: \.isNumber)
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
