import DutchText
import WrittenQuestions

/// Scores the passages of one document for a query, and finds the matching words in them.
struct PassageScorer {
  /// The usual length of a passage, in words.
  private static let averageLength = 70.0
  private static let k1 = 1.2
  private static let b = 0.4

  let analyzer: Analyzer
  /// What a match of each stem is worth.
  let weights: [String: Double]

  struct Scored {
    let passage: Passage
    let score: Double
    /// The share of the query's weight that the passage covers, 0...1.
    let coverage: Double
    /// Where words of the query stand, in bytes of the passage's text.
    let matches: [Range<Int>]
  }

  func score(_ passage: Passage) -> Scored {
    var frequencies: [String: Double] = [:]
    var matches: [Range<Int>] = []
    var length = 0.0
    analyzer.analyze(passage.text) { token in
      length += 1
      if weights[token.stem] != nil {
        frequencies[token.stem, default: 0] += 1
        matches.append(token.range)
        return
      }
      for part in token.parts where weights[part.stem] != nil {
        frequencies[part.stem, default: 0] += 0.5
        matches.append(part.range)
      }
    }
    let norm = Self.k1 * (1 - Self.b + Self.b * length / Self.averageLength)
    var score = 0.0
    var covered = 0.0
    for (stem, frequency) in frequencies {
      let weight = weights[stem] ?? 0
      score += weight * frequency * (Self.k1 + 1) / (frequency + norm)
      covered += weight
    }
    let total = weights.values.reduce(0, +)
    return Scored(
      passage: passage, score: score, coverage: total > 0 ? covered / total : 0, matches: matches)
  }
}
