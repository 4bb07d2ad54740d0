/// An analysed word, shared by all its occurrences: `for token in … { index(token.term.stem) }`.
///
/// An `Analyzer` gives the same object for the same word as long as it remembers it.
public final class Term: Sendable {
  /// A piece of a compound, by its place in the folded word, linking letters included.
  struct Piece: Sendable {
    let range: Range<Int>
    let word: String
    let stem: String
  }

  public let kind: Token.Kind
  /// Lower case, without diacritics; at most 200 bytes.
  public let word: String
  public let stem: String
  public let isStopWord: Bool
  let pieces: [Piece]
  /// The stems of the parts, in their order.
  public let partStems: [String]

  init(kind: Token.Kind, word: String, stem: String, isStopWord: Bool, pieces: [Piece]) {
    self.kind = kind
    self.word = word
    self.stem = stem
    self.isStopWord = isStopWord
    self.pieces = pieces
    partStems = pieces.map(\.stem)
  }

  /// Whether a token of this term has parts, without making them.
  public var isCompound: Bool { !pieces.isEmpty }
}
