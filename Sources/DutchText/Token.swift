/// A word of a text as it is indexed, searched and highlighted.
public struct Token: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case word, number, date, email, url
  }

  /// Bytes (UTF-8) in the text given.
  public let range: Range<Int>
  /// From 0; a date written out stands at the position of its first word.
  public let position: Int
  public let kind: Kind
  /// Folded: small letters without diacritics.
  public let word: String
  public let stem: String
  /// What a compound is made of; empty for a simple word.
  public let parts: [Part]
  public let isStopWord: Bool

  /// A piece of a compound.
  public struct Part: Sendable, Hashable {
    /// Bytes in the text, linking letters included, so that **inburgerings**traject can be marked.
    public let range: Range<Int>
    public let word: String
    public let stem: String
  }
}
