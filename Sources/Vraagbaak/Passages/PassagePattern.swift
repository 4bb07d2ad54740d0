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

  /// A word of the pattern in a text: the place that it has among all words, the index of its stem in
  /// the pattern, and its form where that is known.
  struct Word {
    var place: Int
    var stem: Int
    var form: UInt16?
    /// Bytes of the text; nil where it was not read.
    var range: Range<Int>?
  }

  /// One, where they may stand anywhere.
  let stems: [String]
  let order: Order
  /// What a match is worth.
  let weight: Double
  /// Whether every hit has to have it: then a passage that has it comes before all that do not.
  let isRequired: Bool

  /// Words of a passage that match together.
  struct Match {
    var words: ArraySlice<Word>
    /// What it counts: words near each other count less in another order than the pattern's.
    var worth = 1.0
  }

  private static let otherOrder = 0.5

  /// Where the pattern stands among these words of one passage, in their order. Where forms are not
  /// known, any form will do.
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
        guard word.place == words[start].place + offset, stems[word.stem] == stems[offset],
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
      last[word.stem] = index
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
      let order: PassagePattern.Order
      switch unit.query {
      case .sequence(let test, _, _):
        order =
          if case .near(let window) = test.order { .near(window: window) } else {
            .phrase(test.forms?.wanted ?? unit.stems.map { _ in nil })
          }
      default:
        for stem in unit.stems {
          alone[stem] = max(alone[stem] ?? 0, rarity(stem) * unit.scale)
        }
        continue
      }
      let weight = unit.stems.reduce(0) { $0 + rarity($1) } * unit.scale
      ordered.append(
        PassagePattern(
          stems: unit.stems, order: order, weight: weight, isRequired: unit.isRequired))
    }
    return alone.sorted { $0.key < $1.key }.map {
      PassagePattern(stems: [$0.key], order: .anywhere, weight: $0.value, isRequired: false)
    } + ordered
  }
}
