import DutchText
import WrittenQuestions
import Xapian

/// Counts documents by a property, as the property's filter finds them.
///
/// The engine counts joined values: what one document has, as a whole. `minister:"Minister van Werk"`
/// also finds "Minister van Werk, belast met Sport"; so a value counts wherever the forms of a name
/// have its words in their order. By its rarest word only some of the joined values are looked at:
/// the 5,000 askers of a corpus of a million records would take some tens of milliseconds.
struct FacetCounter {
  private let field: FacetField
  private let forms: NameForms

  /// What some documents have, each value's forms together.
  private struct Group {
    let count: Int
    let names: [[String]]
  }

  init(_ field: FacetField, _ analyzer: Analyzer) {
    self.field = field
    forms = NameForms(analyzer)
  }

  func facet(_ counted: MSet.Facet) -> Facet {
    guard field.isOfNames else { return facet(plainCounts(counted)) }
    var groups: [Group] = []
    var shown: Set<String> = []
    // By word, the groups that have it.
    var groupsOfWord: [String: Set<Int>] = [:]
    for joined in counted.values {
      var names: [[String]] = []
      for value in joined.value.split(separator: Schema.separator) {
        for (place, text) in value.split(separator: Schema.detail).enumerated() {
          let text = String(decoding: text, as: UTF8.self)
          if place == 0 { shown.insert(text) }
          names += forms.all(of: text, isTurned: isOfPersons)
        }
      }
      for word in Set(names.joined()) { groupsOfWord[word, default: []].insert(groups.count) }
      groups.append(Group(count: joined.count, names: names))
    }
    var counts: [String: Int] = [:]
    for value in shown {
      counts[value] = matching(value, groupsOfWord, groups).reduce(0) { $0 + groups[$1].count }
    }
    return facet(counts)
  }

  /// - Parameter counts: by the values' names.
  func facet(_ counts: [String: Int]) -> Facet {
    Facet(
      field: field,
      values: counts.filter { $0.value > 0 }.map { Facet.Value(name: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.name) < ($0.count, $1.name) })
  }

  private var isOfPersons: Bool { field == .asker || field == .minister }

  private func plainCounts(_ counted: MSet.Facet) -> [String: Int] {
    counted.values.reduce(into: [:]) { counts, joined in
      for value in joined.value.split(separator: Schema.separator) {
        counts[String(decoding: value, as: UTF8.self), default: 0] += joined.count
      }
    }
  }

  /// The groups that the value finds as a filter.
  private func matching(
    _ value: String, _ groupsOfWord: [String: Set<Int>], _ groups: [Group]
  ) -> Set<Int> {
    // As in a query, a star at the end stands for whatever follows.
    let isPrefix = value.hasSuffix("*")
    let typed = isPrefix ? String(value.dropLast()) : value
    var found: Set<Int> = []
    for form in forms.all(of: typed, isTurned: isOfPersons) {
      let words = isPrefix ? Array(form.dropLast()) : form
      let rarest = words.map { groupsOfWord[$0] ?? [] }.min { $0.count < $1.count }
      for group in rarest ?? Set(groups.indices) where !found.contains(group) {
        let hasForm = groups[group].names.contains { name in
          Self.has(name, form, isPrefix: isPrefix)
        }
        if hasForm { found.insert(group) }
      }
    }
    return found
  }

  /// Whether the words stand next to each other in the name.
  private static func has(_ name: [String], _ words: [String], isPrefix: Bool) -> Bool {
    guard name.count >= words.count, let last = words.last else { return false }
    return (0...(name.count - words.count)).contains { start in
      let window = name[start..<(start + words.count)]
      return window.dropLast().elementsEqual(words.dropLast())
        && (isPrefix ? window.last?.hasPrefix(last) == true : window.last == last)
    }
  }
}

extension FacetField {
  /// Whether its values are found by their words.
  var isOfNames: Bool {
    switch self {
    case .minister, .asker, .party, .theme: true
    case .year, .kind: false
    }
  }
}
