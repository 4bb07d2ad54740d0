import DutchText
import Xapian

/// A value of a field in the query that no document has.
public struct UnmatchedValue: Sendable, Equatable, Codable {
  /// The field's Dutch name: `partij`, `datum`.
  public let field: String
  /// As typed; of a date its range of days.
  public let value: String
  /// Folded words that documents have and that are probably meant; nil where none are near.
  public let suggestion: String?
}

extension CompiledQuery {
  /// So many values are looked at, and so many words of a field as what was meant.
  private static let mostValues = 20
  private static let mostWords = 10_000

  /// Those of the query's values that no document has.
  func unmatchedValues(
    in database: Database, _ analyzer: Analyzer
  ) throws(XapianError) -> [UnmatchedValue] {
    var unmatched: [UnmatchedValue] = []
    for filter in filters.prefix(Self.mostValues) {
      guard try Enquire(filter.query).run(on: database, maxItems: 1).hits.isEmpty else { continue }
      let prefix: String? =
        if case .filter(let field) = filter.field { Schema.Prefix.name(of: field) } else { nil }
      unmatched.append(
        UnmatchedValue(
          field: filter.field.dutchName, value: filter.value,
          suggestion: try prefix.flatMap { prefix throws(XapianError) in
            try Self.suggestion(for: analyzer.words(of: filter.value), prefix, database)
          }))
    }
    return unmatched
  }

  /// The words of a name, each that no name has replaced by the nearest that one has.
  private static func suggestion(
    for words: [String], _ prefix: String, _ database: Database
  ) throws(XapianError) -> String? {
    var meant: [String] = []
    var known: [String]?
    for word in words {
      if try database.frequency(of: prefix + word).documents > 0 {
        meant.append(word)
        continue
      }
      if known == nil {
        let terms = try database.terms(prefix: prefix, limit: mostWords)
        known = terms.map { String($0.dropFirst(prefix.count)) }
      }
      guard let near = EditDistance.nearest(to: word, among: known ?? []) else { return nil }
      meant.append(near)
    }
    return meant == words || meant.isEmpty ? nil : meant.joined(separator: " ")
  }
}
