/// A word, number or the like as it is indexed, searched and highlighted.
public struct Token: Sendable {
  /// What a token is, by its form.
  public enum Kind: UInt8, Sendable {
    case word, number, date, time, email, url
  }

  /// Its UTF-8 bytes in the text, whole characters.
  public let range: Range<Int>
  /// Counts tokens from 0. A date written out shares the position of its first word.
  public let position: Int
  /// Whether it is a date written out: its words follow it.
  public let sharesPosition: Bool
  /// What all tokens of this word share.
  public let term: Term

  /// For each folded byte where its character starts and ends in the source, from the token's
  /// start; nil when folded and source bytes correspond one to one.
  let alignment: [Int32]?

  public var kind: Kind { term.kind }
  /// Lower case, without diacritics.
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

  /// One part of a compound: `inburgering` in `inburgeringswetgeving`.
  public struct Part: Sendable, Hashable {
    /// UTF-8 bytes in the text. The linking letters belong to it, so that a highlight can mark
    /// **inburgerings**traject.
    public let range: Range<Int>
    /// The part without linking letters.
    public let word: String
    public let stem: String
  }
}
