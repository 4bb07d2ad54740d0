import DutchText

/// How an index analyses text, to look into it.
///
/// ```swift
/// try Index(at: path).analyzer().analyze("inburgeringswetgeving")
/// ```
public final class TextAnalyzer {
  private let analyzer: Analyzer

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  /// Tokens in order; ranges are bytes (UTF-8) of the text.
  public func analyze(_ text: String) -> [AnalyzedToken] {
    analyzer.analyze(text).map(AnalyzedToken.init)
  }
}

/// A token, its stem and the parts of a compound.
public struct AnalyzedToken: Sendable, Equatable, Codable {
  public struct Part: Sendable, Equatable, Codable {
    public let start, end: Int
    public let word, stem: String
  }

  public let start, end: Int
  public let position: Int
  public let word, stem: String
  public let parts: [Part]
  public let isStopWord: Bool

  init(_ token: Token) {
    start = token.range.lowerBound
    end = token.range.upperBound
    position = token.position
    word = token.word
    stem = token.stem
    isStopWord = token.isStopWord
    parts = token.parts.map {
      Part(
        start: $0.range.lowerBound, end: $0.range.upperBound, word: $0.word, stem: $0.stem)
    }
  }
}
