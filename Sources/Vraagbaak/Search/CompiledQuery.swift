import WrittenQuestions
import Xapian

/// A search query as the engine runs it, and what is needed to find its words in a passage again.
struct CompiledQuery {
  /// A term that ranks, and how much against a plain word.
  struct Term: Hashable {
    var stem: String
    var scale: Double
  }

  var query: Query
  /// By stem; the largest scale where a stem comes twice.
  private(set) var terms: [String: Double] = [:]
  /// Words, as typed, with the stems that stand for them.
  private(set) var words: [(word: String, stems: [String])] = []
  /// Whether documents have to fit, and not only rank.
  var hasConditions = false
  /// Kinds of passage that `soort:` asks for.
  var kinds: Set<PassageKind> = []

  init(query: Query = .nothing) { self.query = query }

  mutating func note(_ terms: [Term], for word: String) {
    for term in terms { self.terms[term.stem] = max(self.terms[term.stem] ?? 0, term.scale) }
    if !words.contains(where: { $0.word == word }) { words.append((word, terms.map(\.stem))) }
  }
}
