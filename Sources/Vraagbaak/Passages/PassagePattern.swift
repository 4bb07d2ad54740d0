import Xapian

/// What of a query is looked for in passages: a stem anywhere, or words that stand as the engine's
/// sequence test wants them.
struct PassagePattern {
  enum Order: Hashable {
    case anywhere
    /// Next to each other; with the form of each, nil: any.
    case phrase([UInt16?])
    /// All within so many places.
    case near(window: Int)
  }

  /// A word of the pattern in a text.
  struct Word {
    /// Among all words of the text.
    var place: Int
    var stem: String
    /// Nil where the text was not read: then any will do.
    var form: UInt16?
    /// Bytes of the text; nil where it was not read.
    var range: Range<Int>?
  }

  /// Words of a passage that match together.
  struct Match {
    var words: ArraySlice<Word>
    /// What it counts: words near each other count less in another order than the pattern's.
    var worth = 1.0
  }

  private static let otherOrder = 0.5

  /// The stems that may stand at each place; of those that are near, each once.
  let stems: [Set<String>]
  let order: Order
  /// What a match is worth.
  let weight: Double
  /// Whether every hit has to have it: then a passage that has it comes before all that do not.
  let isRequired: Bool

  /// Where the pattern stands among these words of one passage, in their order.
  func matches(in words: [Word]) -> [Match] {
    switch order {
    case .anywhere: words.indices.map { Match(words: words[$0...$0]) }
    case .phrase(let forms): phrases(in: words, forms)
    case .near(let window): clusters(in: words, window)
    }
  }

  private func phrases(in words: [Word], _ forms: [UInt16?]) -> [Match] {
    words.indices.compactMap { start in
      let end = start + stems.count
      guard end <= words.count else { return nil }
      for (offset, word) in words[start..<end].enumerated() {
        guard word.place == words[start].place + offset, stems[offset].contains(word.stem),
          word.form == nil || forms[offset] == nil || word.form == forms[offset]
        else { return nil }
      }
      return Match(words: words[start..<end])
    }
  }

  /// From the latest of each stem to the word that completes them.
  private func clusters(in words: [Word], _ window: Int) -> [Match] {
    var last = [Int?](repeating: nil, count: stems.count)
    var found: [Match] = []
    for (index, word) in words.enumerated() {
      guard let stem = stems.firstIndex(where: { $0.contains(word.stem) }) else { continue }
      last[stem] = index
      let known = last.compactMap { $0 }
      guard known.count == stems.count, let first = known.min(),
        word.place - words[first].place < window
      else { continue }
      let isInOrder = zip(known, known.dropFirst()).allSatisfy { $0 < $1 }
      found.append(
        Match(words: words[first...index], worth: isInOrder ? 1 : Self.otherOrder))
    }
    return found
  }
}

extension CompiledQuery {
  /// What passages are looked through for.
  /// - Parameter rarity: of a term of the engine, by its name.
  func patterns(rarity: (String) -> Double) -> [PassagePattern] {
    var alone: [String: Double] = [:]
    var ordered: [PassagePattern] = []
    for unit in words.flatMap(\.units) {
      guard let pattern = unit.pattern(rarity: rarity) else {
        for stem in unit.stems {
          alone[stem] = max(alone[stem] ?? 0, rarity(stem) * unit.scale)
        }
        continue
      }
      ordered.append(pattern)
    }
    return alone.sorted { $0.key < $1.key }.map {
      PassagePattern(stems: [[$0.key]], order: .anywhere, weight: $0.value, isRequired: false)
    } + ordered
  }
}

extension CompiledQuery.Unit {
  /// Nil where its stems match wherever they stand. Alternatives differ in the stem of some place.
  fileprivate func pattern(rarity: (String) -> Double) -> PassagePattern? {
    let tests = self.tests
    guard let first = tests.first else { return nil }
    var places = first.terms.map { _ in Set<String>() }
    for test in tests where test.terms.count == places.count {
      for (place, term) in test.terms.enumerated() {
        places[place].insert(Schema.stem(ofTerm: term))
      }
    }
    let order: PassagePattern.Order =
      if case .near(let window) = first.order { .near(window: window) } else {
        .phrase(first.forms?.wanted ?? first.terms.map { _ in nil })
      }
    let weight = places.reduce(0) { $0 + ($1.map(rarity).max() ?? 0) } * scale
    return PassagePattern(stems: places, order: order, weight: weight, isRequired: isRequired)
  }
}
