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
    /// How many documents have it; of a phrase those that have it.
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
  init(_ word: CompiledQuery.Word, in database: Database) throws(XapianError) {
    text = word.text
    var terms: [Term] = []
    for unit in word.units {
      let documents =
        switch unit.query {
        case .term(let term, _): try database.frequency(of: term).documents
        case .nothing: 0
        default:
          try Enquire(unit.query).run(
            on: database, maxItems: 0, checkAtLeast: Searcher.exactCount
          ).matches.estimate
        }
      // Most words of a family are only possible.
      if unit.role == .kin, documents == 0 { continue }
      terms.append(
        Term(role: unit.role, name: unit.name, documents: documents, scale: unit.scale))
    }
    self.terms = terms
  }
}
