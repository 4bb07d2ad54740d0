/// What a token is, by its form.
public enum TokenKind: UInt8, Sendable {
  case word, number, date, time, email, url
}

/// An analysed word, shared by all its occurrences: `for token in … { index(token.term.stem) }`.
///
/// An `Analyzer` gives the same object for the same word as long as it remembers it.
public final class Term: Sendable {
  /// A piece of a compound, by its place in the folded word.
  struct Piece: Sendable {
    let range: Range<Int>
    let word: String
    let stem: String
  }

  public let kind: TokenKind
  /// Lower case, without diacritics; at most `Analyzer.maximumLength` bytes.
  public let word: String
  public let stem: String
  public let isStopWord: Bool
  let pieces: [Piece]

  init(kind: TokenKind, word: String, stem: String, isStopWord: Bool, pieces: [Piece]) {
    self.kind = kind
    self.word = word
    self.stem = stem
    self.isStopWord = isStopWord
    self.pieces = pieces
  }

  /// Whether a token of this term has parts, without making them.
  public var isCompound: Bool { !pieces.isEmpty }

  /// The stems of the parts, in their order.
  public var partStems: some Sequence<String> { pieces.lazy.map(\.stem) }
}

/// A word, number or the like at its place in the text.
public struct Token: Sendable {
  /// Where it stands: UTF-8 bytes in the text given, on character boundaries.
  public let range: Range<Int>
  /// Counts tokens from 0. A date's token and the first word of that date share one.
  public let position: Int
  public let term: Term

  /// For each folded byte where its character starts and ends in the source, from the token's
  /// start; nil when folded and source bytes correspond one to one.
  let alignment: [Int32]?

  public var kind: TokenKind { term.kind }
  public var word: String { term.word }
  public var stem: String { term.stem }
  public var isStopWord: Bool { term.isStopWord }

  /// The parts of a compound with their places in the text; empty when it is none.
  public var parts: [Part] {
    term.pieces.map { Part(range: source(of: $0.range), word: $0.word, stem: $0.stem) }
  }

  private func source(of folded: Range<Int>) -> Range<Int> {
    guard let alignment else {
      return range.lowerBound + folded.lowerBound..<range.lowerBound + folded.upperBound
    }
    let start = Int(alignment[2 * folded.lowerBound])
    let end = Int(alignment[2 * folded.upperBound - 1])
    return range.lowerBound + start..<range.lowerBound + end
  }
}

/// One part of a compound: `inburgering` in `inburgeringswetgeving`.
public struct Part: Equatable, Sendable {
  /// UTF-8 bytes in the text given, without the linking element.
  public let range: Range<Int>
  public let word: String
  public let stem: String
}
