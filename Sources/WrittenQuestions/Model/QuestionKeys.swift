/// What one question is called by several sources, however each writes it: `2024Z00007`,
/// `kv-tk-2024Z00007`, `ah-tk-20242025-1244-h1`, `E-9-2022-000148-ASW`, `E-000148/22`.
package struct QuestionKeys: Sendable, Hashable {
  /// Each names one question alone.
  package private(set) var certain: [String] = []
  /// Of a number and a day, which several questions may share.
  package private(set) var possible: String?

  /// Those that a parliament gives the question itself; others name a document of it.
  package var numbers: [String] {
    certain.filter { $0.hasPrefix("tk:") || $0.hasPrefix("ep:") }
  }

  package var all: [String] { certain + (possible.map { [$0] } ?? []) }

  package init(of question: WrittenQuestion) {
    let name = question.id.split(separator: "/").last.map(String.init) ?? question.id
    self.init(question.facts, names: [name])
  }

  /// - Parameter names: what may hold a number that it is known by, as the name of a file.
  private init(_ facts: QuestionFacts, names: [String]) {
    for identifier in facts.identifiers {
      let found = Self.numbers(in: identifier)
      found.forEach { add($0) }
      if found.isEmpty, let key = Self.key(of: identifier) { add(key) }
    }
    for name in names + [facts.number].compactMap({ $0 }) {
      Self.numbers(in: name).forEach { add($0) }
    }
    // The questions of one parliament have such numbers, and no other name.
    let isNamed = certain.contains { !$0.hasPrefix("=") }
    if !isNamed, let number = facts.number, let value = Int(number), let date = facts.date,
      date.day != nil
    {
      possible = "nr:\(value):\(date)"
    }
  }

  private mutating func add(_ key: String) {
    if !certain.contains(key) { certain.append(key) }
  }

  /// A name of no known form, where it is long enough to be nobody else's.
  private static func key(of identifier: String) -> String? {
    let plain = identifier.lowercased().filter { !$0.isWhitespace }
    // As long as keys of a table may be, and without signs that part these.
    let isKey = plain.utf8.count <= 120 && plain.utf8.allSatisfy { $0 > 0x20 }
    let isName = isKey && plain.count >= 5 && plain.contains(where: \.isNumber)
    return isName ? "=" + plain : nil
  }

  /// The keys of the names of known forms that stand in a text.
  package static func numbers(in text: String) -> [String] {
    let parts = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var found: [String] = []
    for (index, part) in parts.enumerated() {
      let next = parts[(index + 1)...]
      if part.count == 10, isDigits(part.prefix(4)), part.dropFirst(4).first == "z",
        isDigits(part.suffix(5))
      {
        found.append("tk:" + part)
      } else if part == "ah", next.first == "tk", next.count > 2 {
        let (years, number) = (parts[index + 2], parts[index + 3])
        if years.count == 8, isDigits(years), let number = Int(number) {
          found.append("ah:\(years):\(number)")
        }
      } else if ["e", "p", "o", "g"].contains(part), next.count > 1 {
        let (first, second) = (parts[index + 1], parts[index + 2])
        if first.count == 6, isDigits(first), second.count == 2 || second.count == 4,
          isDigits(second)
        {
          found.append("ep:\(part):\(second.count == 2 ? "20" : "")\(second):\(first)")
        } else if first.count <= 2, isDigits(first), next.count > 2, second.count == 4,
          isDigits(second), parts[index + 3].count == 6, isDigits(parts[index + 3])
        {
          found.append("ep:\(part):\(second):\(parts[index + 3])")
        }
      }
    }
    return found
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { "0"..."9" ~= $0 }
  }
}

extension QuestionFacts {
  /// Whether two that share a number and a day may be one question: who asks and who is asked are
  /// the same where both say it.
  package func agrees(with other: QuestionFacts) -> Bool {
    func meet(_ left: [String], _ right: [String]) -> Bool {
      left.isEmpty || right.isEmpty
        || left.contains { name in right.contains { NameLikeness.isSame(name, $0) } }
    }
    return meet(askers.map(\.name), other.askers.map(\.name))
      && meet(ministers.compactMap(\.name), other.ministers.compactMap(\.name))
  }
}
