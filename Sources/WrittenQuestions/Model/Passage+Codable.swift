/// One object with the members of the place among its own.
extension Passage: Codable {
  private enum Member: String, CodingKey { case kind, label, text, field, start, end }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      kind: try members.decode(PassageKind.self, forKey: .kind),
      label: try members.decodeIfPresent(String.self, forKey: .label),
      text: try members.decode(String.self, forKey: .text),
      place: Place(
        field: try members.decodeIfPresent(String.self, forKey: .field),
        range: try members.decodeRange(from: .start, to: .end)))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(kind, forKey: .kind)
    try members.encodeIfPresent(label, forKey: .label)
    try members.encode(text, forKey: .text)
    try members.encodeIfPresent(place.field, forKey: .field)
    try members.encode(place.range, from: .start, to: .end)
  }
}

/// The Dutch name.
extension PassageKind: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let kind = PassageKind(named: name) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(name) is no kind of passage")
    }
    self = kind
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(dutchName)
  }
}
