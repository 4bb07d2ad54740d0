import Xapian

/// A word, phrase or prefix of the query as it was understood.
public struct QueryWord: Sendable, Equatable, Codable {
  /// What stands for the word in the search.
  public struct Term: Sendable, Equatable, Codable {
    public enum Role: String, Sendable, Codable {
      /// The word itself, as its stem.
      case word
      /// A part of a compound.
      case part
      /// A word of the same family.
      case kin
      /// An abbreviation, what it stands for, or another synonym.
      case synonym
    }

    public let role: Role
    /// The stem; of a phrase its words as typed.
    public let name: String
    /// How many documents have it. Of a phrase, and of words near each other: at least so many,
    /// those that the search came upon; it looks only at documents that meet the other conditions
    /// and may weigh enough. 0: none has it. 1 where none of these has it, but another document.
    public let documents: Int
    /// What it counts against a plain word.
    public let scale: Double
  }

  /// As typed.
  public let text: String
  public let terms: [Term]

  /// Whether no document has it, nor all of its parts.
  public var isUnmatched: Bool {
    let parts = terms.filter { $0.role == .part }
    return terms.allSatisfy { $0.role == .kin || $0.role == .part || $0.documents == 0 }
      && (parts.isEmpty || parts.contains { $0.documents == 0 })
  }
}

extension QueryWord {
  /// - Parameter search: the query that was run, and what came of it.
  init(
    _ word: CompiledQuery.Word, in database: Database, search: (query: Query, found: MSet)
  ) throws(XapianError) {
    text = word.text
    var terms: [Term] = []
    for unit in word.units {
      let documents =
        switch unit.query {
        case .term(let term, _): try database.frequency(of: term).documents
        case .nothing: 0
        case .sequence(let test, let slot, _):
          try Self.documents(passing: test, slot: slot, database, search)
        default:
          try Enquire(unit.query).run(
            on: database, maxItems: 0, checkAtLeast: SearchSession.exactCount
          ).matches.estimate
        }
      // Most words of a family are only possible.
      if unit.role == .kin, documents == 0 { continue }
      terms.append(
        Term(role: unit.role, name: unit.name, documents: documents, scale: unit.scale))
    }
    self.terms = terms
  }

  /// Where the search came upon none, the first that there is besides is looked for.
  private static func documents(
    passing test: SequenceTest, slot: Int, _ database: Database,
    _ search: (query: Query, found: MSet)
  ) throws(XapianError) -> Int {
    if let seen = search.found.sequenceCounts[test]?.passed, seen > 0 { return seen }
    guard !search.query.looksEverywhere(for: .sequence(test, slot: slot)) else { return 0 }
    let first = Query.sequence(test, slot: slot, most: 1)
    return try Enquire(first).run(on: database, maxItems: 1).hits.count
  }
}
