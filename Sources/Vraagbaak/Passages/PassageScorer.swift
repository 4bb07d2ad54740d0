import DutchText
import WrittenQuestions
import Xapian

/// Scores the passages of one document for a query, and finds what matches in them.
struct PassageScorer {
  /// The usual length of a passage, in words.
  private static let averageLength = 70.0
  private static let k1 = 1.2
  private static let b = 0.4
  /// What a part of a compound counts against a word.
  private static let part = 0.5

  private let analyzer: Analyzer
  /// Of the patterns that are one stem anywhere.
  private let stems: [String: Int]
  /// The others, and by each stem those that have it.
  private let ordered: [PassagePattern]
  private let orderedByStem: [String: [Int]]
  /// The stems of these, as the counter has them.
  private let placing: [String]
  /// Of the stems, then of the others.
  private let weights: [Double]
  private let total: Double
  private let counter: TermCounter

  /// What a passage is worth, the most important first.
  struct Worth: Comparable {
    /// How many of the patterns it has that every hit has to have.
    var required: Int
    var score: Double

    static func < (left: Worth, right: Worth) -> Bool {
      (left.required, left.score) < (right.required, right.score)
    }
  }

  struct Scored {
    let passage: Passage
    let worth: Worth
    /// The share of the query's weight that the passage covers, 0...1.
    let coverage: Double
    /// What matches, in bytes of the passage's text: ascending, none over another.
    let matches: [Range<Int>]
    /// Where patterns stand that every hit has to have, whole, likewise.
    let required: [Range<Int>]
  }

  init(analyzer: Analyzer, patterns: [PassagePattern]) {
    self.analyzer = analyzer
    let alone = patterns.filter { $0.order == .anywhere }
    let ordered = patterns.filter { $0.order != .anywhere }
    self.ordered = ordered
    let aloneStems = alone.flatMap { $0.stems.joined() }
    stems = Dictionary(zip(aloneStems, 0...), uniquingKeysWith: { first, _ in first })
    var byStem: [String: [Int]] = [:]
    for (index, pattern) in ordered.enumerated() {
      for stem in Set(pattern.stems.joined()) { byStem[stem, default: []].append(index) }
    }
    orderedByStem = byStem
    placing = byStem.keys.sorted()
    weights = (alone + ordered).map(\.weight)
    total = weights.reduce(0, +)
    counter = TermCounter(aloneStems, placing: placing)
  }

  func score(_ passage: Passage) throws -> Scored {
    var frequencies = [Double](repeating: 0, count: weights.count)
    var matches: [Range<Int>] = []
    var words = ordered.map { _ in [PassagePattern.Word]() }
    var places = 0
    try analyzer.analyze(passage.text) { token in
      try StopFlag.check()
      if !token.sharesPosition {
        places += 1
        if !ordered.isEmpty, let patterns = orderedByStem[token.stem] {
          let word = PassagePattern.Word(
            place: places, stem: token.stem, form: token.term.form, range: token.range)
          for pattern in patterns { words[pattern].append(word) }
        }
      }
      if let index = stems[token.stem] {
        frequencies[index] += token.sharesPosition ? Self.part : 1
        matches.append(token.range)
      } else if token.term.isCompound {
        for part in token.parts {
          guard let index = stems[part.stem] else { continue }
          frequencies[index] += Self.part
          matches.append(part.range)
        }
      }
    }
    let found = zip(ordered, words).map { $0.matches(in: $1) }
    var required: [Range<Int>] = []
    for (pattern, found) in zip(ordered, found) {
      for match in found {
        matches += pattern.marks(match.words)
        if pattern.isRequired { required += PassagePattern.span(match.words) }
      }
    }
    let covered = count(found, into: &frequencies)
    return Scored(
      passage: passage, worth: worth(frequencies, places: places),
      coverage: total > 0 ? covered / total : 0, matches: Self.joined(matches),
      required: Self.apart(required))
  }

  /// What the passages are worth at most, by the document's stored sequence, without reading their
  /// text: a word may have another form, and a stem that the document does not have may be taken for
  /// one that it has. Nil where the sequence is not this document's.
  func estimates(for document: WrittenQuestion, sequence: [UInt8]) -> [Worth]? {
    let sections = counter.sections(in: sequence).filter { $0.number != .other }
    guard sections.count == document.passages.count else { return nil }
    return sections.map { section in
      var frequencies = zip(section.placed, section.unplaced).map {
        Double($0) + Self.part * Double($1)
      }
      frequencies += ordered.map { _ in 0 }
      if !ordered.isEmpty {
        var words = ordered.map { _ in [PassagePattern.Word]() }
        for placed in section.order {
          let word = PassagePattern.Word(place: placed.place, stem: placing[placed.term])
          for pattern in orderedByStem[word.stem] ?? [] { words[pattern].append(word) }
        }
        _ = count(zip(ordered, words).map { $0.matches(in: $1) }, into: &frequencies)
      }
      return worth(frequencies, places: section.places)
    }
  }

  /// Counts the matches of the ordered patterns behind the stems; the weight of all that was found.
  private func count(_ found: [[PassagePattern.Match]], into frequencies: inout [Double])
    -> Double
  {
    for (index, matches) in found.enumerated() {
      frequencies[frequencies.count - ordered.count + index] =
        matches.reduce(0) { $0 + $1.worth }
    }
    return zip(frequencies, weights).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
  }

  private func worth(_ frequencies: [Double], places: Int) -> Worth {
    let norm = Self.k1 * (1 - Self.b + Self.b * Double(places) / Self.averageLength)
    var worth = Worth(required: 0, score: 0)
    for (frequency, weight) in zip(frequencies, weights) where frequency > 0 {
      worth.score += weight * frequency * (Self.k1 + 1) / (frequency + norm)
    }
    for (pattern, frequency) in zip(ordered, frequencies.suffix(ordered.count))
    where pattern.isRequired && frequency > 0 {
      worth.required += 1
    }
    return worth
  }

  /// In their order, without those that overlap one before.
  private static func apart(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      .reduce(into: []) { apart, range in
        if range.lowerBound >= apart.last?.upperBound ?? 0 { apart.append(range) }
      }
  }

  /// In their order, those that overlap as one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension PassagePattern {
  /// What is marked of a match: a phrase as one, of words near each other each.
  fileprivate func marks(_ words: ArraySlice<Word>) -> [Range<Int>] {
    guard case .phrase = order else { return words.compactMap(\.range) }
    return Self.span(words)
  }

  /// From the first word to the last; none where the text was not read.
  fileprivate static func span(_ words: ArraySlice<Word>) -> [Range<Int>] {
    guard let first = words.first?.range, let last = words.last?.range else { return [] }
    return [first.lowerBound..<last.upperBound]
  }
}
