import DutchText
import WrittenQuestions
import Xapian

/// Scores the passages of one document for a query, and finds the matching words in them.
struct PassageScorer {
  /// The usual length of a passage, in words.
  private static let averageLength = 70.0
  private static let k1 = 1.2
  private static let b = 0.4
  /// What a part of a compound counts against a word.
  private static let part = 0.5

  private let analyzer: Analyzer
  /// The query's stems, each with what a match is worth.
  private let stems: [String]
  private let weights: [Double]
  private let indices: [String: Int]
  private let total: Double
  private let counter: TermCounter

  struct Scored {
    let passage: Passage
    let score: Double
    /// The share of the query's weight that the passage covers, 0...1.
    let coverage: Double
    /// Where words of the query stand, in bytes of the passage's text.
    let matches: [Range<Int>]
  }

  /// - Parameter weights: what a match of each stem is worth.
  init(analyzer: Analyzer, weights: [String: Double]) {
    self.analyzer = analyzer
    stems = weights.keys.sorted()
    self.weights = stems.map { weights[$0] ?? 0 }
    indices = Dictionary(uniqueKeysWithValues: zip(stems, 0...))
    total = self.weights.reduce(0, +)
    counter = TermCounter(stems)
  }

  func score(_ passage: Passage) throws -> Scored {
    var frequencies = [Double](repeating: 0, count: stems.count)
    var matches: [Range<Int>] = []
    var places = 0
    try analyzer.analyze(passage.text) { token in
      try StopFlag.check()
      if !token.sharesPosition { places += 1 }
      if let index = indices[token.stem] {
        frequencies[index] += token.sharesPosition ? Self.part : 1
        matches.append(token.range)
      } else if token.term.isCompound {
        for part in token.parts {
          guard let index = indices[part.stem] else { continue }
          frequencies[index] += Self.part
          matches.append(part.range)
        }
      }
    }
    let covered = zip(frequencies, weights).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
    return Scored(
      passage: passage, score: score(frequencies, places: places),
      coverage: total > 0 ? covered / total : 0, matches: matches)
  }

  /// The scores of all passages by the document's stored sequence, without reading their text: the
  /// true ones, but where a stem that the document does not have is taken for one that it has. Nil
  /// where the sequence is not this document's.
  func estimates(for document: WrittenQuestion, sequence: [UInt8]) -> [Double]? {
    let sections = counter.sections(in: sequence).filter { $0.number != .other }
    guard sections.count == document.passages.count else { return nil }
    return sections.map { section in
      let frequencies = zip(section.placed, section.unplaced).map {
        Double($0) + Self.part * Double($1)
      }
      return score(frequencies, places: section.places)
    }
  }

  private func score(_ frequencies: [Double], places: Int) -> Double {
    let norm = Self.k1 * (1 - Self.b + Self.b * Double(places) / Self.averageLength)
    var score = 0.0
    for (frequency, weight) in zip(frequencies, weights) where frequency > 0 {
      score += weight * frequency * (Self.k1 + 1) / (frequency + norm)
    }
    return score
  }
}
