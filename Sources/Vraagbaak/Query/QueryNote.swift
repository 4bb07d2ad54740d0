/// How a piece of a typed query was read that is no operator, field or group where it stands.
///
/// Pasted text has colons, parentheses and quotation marks that mean nothing to a search. They are no
/// error; a note says of each what became of it.
public struct QueryNote: Sendable, Hashable, Codable {
  public enum Reading: String, Sendable, CaseIterable, Codable {
    /// A quotation mark, parenthesis, sign, `|` or `*` that means nothing here.
    case punctuation
    /// `AND`, `OR`, `NOT` or `NEAR` without the words that it connects.
    case word
    /// The name of a field, with its colon, and no value of the field behind it.
    case text
    /// The query says only what is left out; all other documents are found.
    case exclusion
    /// The query is longer than one may be. From here on it was not searched for.
    case leftOut
  }

  public let reading: Reading
  /// As typed; empty for what was left out.
  public let text: String
  /// In characters from the start of the query.
  public let position: Int

  public init(_ reading: Reading, _ text: String, at position: Int) {
    self.reading = reading
    self.text = text
    self.position = position
  }
}
