/// What one question is called by several sources, however each writes it: `2024Z00007`,
/// `kv-tk-2024Z00007`, `ah-tk-20242025-1244-h1`, `E-9-2022-000148-ASW`, `E-000148/22`.
package struct QuestionKeys: Sendable, Hashable {
  /// Each names one question alone.
  package private(set) var certain: [String] = []
  /// Of a number and a day, which several questions may share.
  package private(set) var possible: String?

  /// Those that a parliament gives the question itself; others name a document of it.
  package var numbers: [String] { certain.filter { $0.hasPrefix(Self.ofQuestions) } }

  package var all: [String] { certain + (possible.map { [$0] } ?? []) }

  package init(of question: WrittenQuestion) {
    self.init(question.facts, id: question.id)
  }

  /// - Parameter id: may hold a number that it is known by, as the name of a file.
  private init(_ facts: QuestionFacts, id: String) {
    for identifier in facts.identifiers {
      let found = Self.keys(in: identifier)
      found.forEach { add($0) }
      if found.isEmpty, let key = Self.key(of: identifier) { add(key) }
    }
    for name in DocumentIdentifier.names(ofID: id, [facts.number].compactMap { $0 }) {
      Self.key(of: name).map { add($0) }
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

  private static let ofQuestions = "q:"

  /// Nil for a name that several may have: one of an annex without its session.
  private static func key(of name: DocumentIdentifier) -> String? {
    switch name.kind {
    case .zaak, .european, .qrva: ofQuestions + name.key
    case .aanhangsel(let session, _): session.map { _ in name.key }
    // Documents of the question are called otherwise: a number and a day may still join them.
    case .flemish: "=" + name.key
    case .other: nil
    }
  }

  /// The keys of the names of known forms that a text gives.
  package static func keys(in text: String) -> [String] {
    DocumentIdentifier.names(ofID: "", [text]).compactMap(key)
  }
}

extension QuestionFacts {
  /// Whether two that share a number and a day may be one question: who asks and who is asked are
  /// the same where both say it.
  package func agrees(with other: QuestionFacts) -> Bool {
    func meet(_ left: [String], _ right: [String]) -> Bool {
      left.isEmpty || right.isEmpty
        || left.contains { name in right.contains { PersonKey(name).mayBe(PersonKey($0)) } }
    }
    return meet(askers.map(\.name), other.askers.map(\.name))
      && meet(ministers.compactMap(\.name), other.ministers.compactMap(\.name))
  }
}
