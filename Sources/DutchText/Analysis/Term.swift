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
  /// Tells the word from others that have its stem: 0 where it is the stem itself, else a hash of it.
  /// Hyphens and apostrophes aside: `e-mail` and `email` are one. What is no word has one form.
  public let form: UInt16
  let pieces: [Piece]
  /// The stems of the parts, in their order.
  public let partStems: [String]

  init(kind: Token.Kind, word: String, stem: String, isStopWord: Bool, pieces: [Piece]) {
    form = kind == .word ? Self.form(of: word, stem: stem) : 0
    self.kind = kind
    self.word = word
    self.stem = stem
    self.isStopWord = isStopWord
    self.pieces = pieces
    partStems = pieces.map(\.stem)
  }

  /// Whether a token of this term has parts, without making them.
  public var isCompound: Bool { !pieces.isEmpty }

  private static func form(of word: String, stem: String) -> UInt16 {
    guard word != stem else { return 0 }
    let letters = word.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "'") }
    guard !letters.elementsEqual(stem.utf8) else { return 0 }
    return max(1, UInt16(truncatingIfNeeded: WordHash.mix(WordHash.of(letters))))
  }
}
