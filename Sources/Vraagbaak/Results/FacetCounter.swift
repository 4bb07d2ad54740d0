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
  private var names: [FacetField: FacetNames] = [:]

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  func facet(_ field: FacetField, _ counted: MSet.Facet) -> Facet {
    guard let isOfPersons = field.isOfPersons else {
      return facet(field, plainCounts(counted))
    }
    var known = names[field] ?? FacetNames(analyzer, isOfPersons: isOfPersons)
    if known.names.count > Self.most { known = FacetNames(analyzer, isOfPersons: isOfPersons) }
    names[field] = known
    var shown: Set<Int> = []
    let groups = counted.values.map { joined in
      joined.value.split(separator: Schema.separator).flatMap { value in
        value.split(separator: Schema.detail).enumerated().map { place, text in
          let number = known.number(of: String(decoding: text, as: UTF8.self))
          if place == 0 { shown.insert(number) }
          return number
        }
      }
    }
    // Only now all that may find one another are known.
    var counts: [Int: Int] = [:]
    for (joined, numbers) in zip(counted.values, groups) {
      let finders =
        numbers.count == 1
        ? known.findersOfName[numbers[0]]
        : Array(Set(numbers.flatMap { known.findersOfName[$0] }))
      for finder in finders { counts[finder, default: 0] += joined.count }
    }
    return facet(
      field, counts.filter { shown.contains($0.key) }.map { (known.names[$0.key], $0.value) })
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

extension FacetField {
  /// Whether its values are names of persons; nil where they are no names, and are found whole.
  fileprivate var isOfPersons: Bool? {
    switch self {
    case .minister, .asker: true
    case .party, .theme: false
    case .year, .kind: nil
    }
  }
}
