import DutchText
import WrittenQuestions
import Xapian

/// Counts documents by a property, as the property's filter finds them.
///
/// The engine counts joined values: what one document has, as a whole. A name counts wherever its filter
/// finds it (`FacetNames`). One of each is kept for all searches of a session.
final class FacetCounter {
  /// More names are forgotten between two searches.
  private static let most = 200_000

  private let analyzer: Analyzer
  private var names: [FilterField: FacetNames] = [:]

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  func facet(
    _ field: FacetField, _ counted: MSet.Facet, in database: Database
  ) throws(XapianError) -> Facet {
    guard let names = field.namesField else { return facet(field, plainCounts(counted)) }
    if names == .party { return facet(field, try PartyCounts(counted).counts(in: database)) }
    return facet(field, try nameCounts(names, counted, in: database))
  }

  /// The names that one document has.
  private struct Named {
    var numbers: [Int] = []
    /// Persons who are meant by a shorter name; their filter finds the document, no other does for it.
    var meant: [Int] = []
  }

  private func nameCounts(
    _ field: FilterField, _ counted: MSet.Facet, in database: Database
  ) throws(XapianError) -> [(String, Int)] {
    var known = names[field] ?? FacetNames(analyzer, isOfPersons: field.isOfPersons)
    if known.names.count > Self.most {
      known = FacetNames(analyzer, isOfPersons: field.isOfPersons)
    }
    names[field] = known
    let persons = WholePersons(field, database)
    // What is shown, as documents spell it.
    var spellings: [String: Int] = [:]
    var documents: [Named] = []
    for joined in counted.values {
      var named = Named()
      for value in joined.value.split(separator: Schema.separator) {
        for (place, text) in value.split(separator: Schema.detail).enumerated() {
          let end = text.firstIndex(of: Schema.group) ?? text.endIndex
          let name = String(decoding: text[..<end], as: UTF8.self)
          guard !name.isEmpty else { continue }
          named.numbers.append(known.number(of: name))
          guard place == 0 else { continue }
          let group = String(decoding: text[end...].dropFirst(), as: UTF8.self)
          let whole = group.isEmpty ? nil : try persons.whole(of: name, group: group)
          if let whole { named.meant.append(known.number(of: whole)) }
          spellings[whole ?? name, default: 0] += joined.count
        }
      }
      documents.append(named)
    }
    // Only now all that may find one another are known.
    var counts: [Int: Int] = [:]
    for (joined, named) in zip(counted.values, documents) {
      let finders =
        named.numbers.count == 1 && named.meant.isEmpty
        ? known.findersOfName[named.numbers[0]]
        : Array(Set(named.numbers.flatMap { known.findersOfName[$0] } + named.meant))
      for finder in finders { counts[finder, default: 0] += joined.count }
    }
    // Of several spellings the one that most documents have.
    var shown: [Int: (text: String, count: Int)] = [:]
    for (text, count) in spellings {
      let number = known.number(of: text)
      if let other = shown[number],
        (count, text.utf8.count, text) < (other.count, other.text.utf8.count, other.text)
      {
        continue
      }
      shown[number] = (text, count)
    }
    return counts.compactMap { number, count in shown[number].map { ($0.text, count) } }
  }

  /// - Parameter counts: by the values' names.
  func facet(_ field: FacetField, _ counts: some Sequence<(String, Int)>) -> Facet {
    Facet(
      field: field,
      values: counts.filter { $0.1 > 0 }.map { Facet.Value(name: $0.0, count: $0.1) }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) })
  }

  private func plainCounts(_ counted: MSet.Facet) -> [(String, Int)] {
    let counts = counted.values.reduce(into: [String: Int]()) { counts, joined in
      for value in joined.value.split(separator: Schema.separator) {
        counts[String(decoding: value, as: UTF8.self), default: 0] += joined.count
      }
    }
    return counts.map { ($0.key, $0.value) }
  }
}

/// Looks up who is meant by a shorter name, each name once.
private final class WholePersons {
  private let field: FilterField
  private let database: Database
  private var known: [[String]: String?] = [:]
  private var halves: Set<String>?

  init(_ field: FilterField, _ database: Database) {
    self.field = field
    self.database = database
  }

  /// The whole name, as a document of the index writes it; nil where none or several are meant.
  func whole(of name: String, group: String) throws(XapianError) -> String? {
    let key = [name, group]
    if let whole = known[key] { return whole }
    let whole = try lookedUp(name, group)
    known[key] = .some(whole)
    return whole
  }

  private func lookedUp(_ name: String, _ group: String) throws(XapianError) -> String? {
    guard let short = PersonTerm(name, group: group, field) else { return nil }
    if short.key.fullness == .whole {
      if halves == nil { halves = try PersonTerm.halves(field, in: database) }
      guard halves?.contains(short.key.family) == true else { return nil }
    }
    return try short.whole(in: database)?.written(in: database)
  }
}
