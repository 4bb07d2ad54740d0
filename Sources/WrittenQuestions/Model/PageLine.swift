/// A line that belongs to a page and not to the text: a header, a footer, a page number.
public struct PageLine: Sendable, Hashable {
  public var text: String
  public var place: Passage.Place

  public init(text: String, place: Passage.Place) {
    self.text = text
    self.place = place
  }
}

/// `{"text": "Pagina 2 van 3", "start": 900, "end": 914}`, the place as of a passage.
extension PageLine: Codable {
  private enum Member: CodingKey { case text }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      text: try members.decode(String.self, forKey: .text),
      place: try Passage.Place(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(text, forKey: .text)
    try place.encode(to: encoder)
  }
}
