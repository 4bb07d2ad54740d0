import WrittenQuestions
import Xapian

/// A search query as the engine runs it, and what is needed to find its words in a passage again.
struct CompiledQuery {
  /// One thing that adds to a score: a stem, or a phrase or prefix as a whole.
  struct Unit {
    var role: QueryWord.Term.Role
    /// What it is called to people: the stem, or the phrase as typed.
    var name: String
    /// The stems that match; of a phrase and of words near each other all of them, in their order.
    var stems: [String]
    /// How much it counts against a plain word.
    var scale: Double
    /// Unscaled.
    var query: Query
    /// Whether every document has to have it in its text.
    var isRequired = false

    /// Where its words have to stand: each of these is an alternative; none where they may anywhere.
    var tests: [SequenceTest] {
      switch query {
      case .sequence(let test, _, _): [test]
      case .or(let parts):
        parts.compactMap { if case .sequence(let test, _, _) = $0 { test } else { nil } }
      default: []
      }
    }

    var scaled: Query { scale == 1 ? query : .scale(query, by: scale) }

    /// Whether a text with these stems may have it.
    func matches(in text: Set<String>) -> Bool {
      if tests.count == 1 { return text.isSuperset(of: stems) }
      return !text.isDisjoint(with: stems)
    }
  }

  /// A word, phrase or prefix as typed, with what stands for it.
  struct Word {
    var text: String
    var units: [Unit]
  }

  /// A value that documents have to have, as typed.
  struct Filter {
    var field: QueryField
    var value: String
    var query: Query
  }

  var query: Query
  /// Those that are asked for, and not left out.
  var filters: [Filter] = []
  private(set) var words: [Word] = []
  /// Whether documents have to fit, and not only rank.
  var hasConditions = false
  /// Kinds of passage that `soort:` asks for: of each, one.
  var kinds: [Set<PassageKind>] = []

  init(query: Query = .nothing) { self.query = query }

  mutating func note(_ word: Word) {
    if !words.contains(where: { $0.text == word.text }) { words.append(word) }
  }

  /// Documents that have one of the words in sections of this kind; nil where there are no words.
  func occurs(in section: TermSequence.Section) -> Query? {
    let units = words.flatMap(\.units)
    guard !units.isEmpty else { return nil }
    var stems: Set<String> = []
    var queries: [Query] = []
    for unit in units {
      guard !unit.tests.isEmpty else {
        stems.formUnion(unit.stems)
        continue
      }
      for var test in unit.tests {
        test.terms = test.terms.map(Schema.stem(ofTerm:))
        test.sections = [section]
        queries.append(.sequence(test, slot: Schema.Slot.sequence))
      }
    }
    if !stems.isEmpty {
      queries.append(.occurs(stems.sorted(), slot: Schema.Slot.sequence, sections: [section]))
    }
    return .or(queries)
  }
}
