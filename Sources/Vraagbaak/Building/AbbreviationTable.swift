import DutchText

/// The abbreviations that the documents define, with how often.
struct AbbreviationTable: Sendable {
  /// More than this for one abbreviation are other things by the same letters.
  private static let mostAlternatives = 3

  private var counts: [Abbreviations.Definition: Int] = [:]

  mutating func add(_ text: String) {
    for definition in Abbreviations.definitions(in: text) { counts[definition, default: 0] += 1 }
  }

  mutating func merge(_ other: AbbreviationTable) {
    counts.merge(other.counts, uniquingKeysWith: +)
  }

  /// From stems, joined by spaces, to the texts that stand for the same, the most used first.
  func alternatives(_ analyzer: Analyzer) -> [String: [String]] {
    var long: [String: [String: (text: String, count: Int)]] = [:]
    for (definition, count) in counts {
      let short = key(definition.short, analyzer)
      let form = key(definition.long, analyzer)
      guard !short.isEmpty, !short.contains(" "), !form.isEmpty, form != short else { continue }
      // The same expression in two spellings is one; of equals the one that sorts first.
      let before = long[short]?[form]
      let isBetter = before.map { (count, $0.text) > ($0.count, definition.long) } ?? true
      long[short, default: [:]][form] = (
        isBetter ? definition.long : before?.text ?? definition.long, (before?.count ?? 0) + count
      )
    }
    var alternatives: [String: [String]] = [:]
    for (short, forms) in long.sorted(by: { $0.key < $1.key }) {
      let best = forms.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        .prefix(Self.mostAlternatives)
      alternatives[short, default: []] += best.map(\.value.text)
      for (form, _) in best { alternatives[form, default: []].append(short.uppercased()) }
    }
    return alternatives
  }

  private func key(_ text: String, _ analyzer: Analyzer) -> String {
    Thesaurus.key(analyzer.analyze(text).filter { $0.kind != .date }.map(\.stem))
  }
}
