/// One object with the members of the place among its own.
extension Passage: Codable {
  private enum Member: CodingKey { case kind, label, text }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      kind: try members.decode(PassageKind.self, forKey: .kind),
      label: try members.decodeIfPresent(String.self, forKey: .label),
      text: try members.decode(String.self, forKey: .text), place: try Place(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(kind, forKey: .kind)
    try members.encodeIfPresent(label, forKey: .label)
    try members.encode(text, forKey: .text)
    try place.encode(to: encoder)
  }
}

extension Passage.Place: Codable {
  private enum Member: CodingKey { case field, page, lastPage, start, end }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    let range = try members.decodeRange(from: .start, to: .end)
    if let field = try members.decodeIfPresent(String.self, forKey: .field) {
      self = .field(field, range)
      return
    }
    guard let first = try members.decodeIfPresent(Int.self, forKey: .page) else {
      self = .file(range)
      return
    }
    let last = try members.decodeIfPresent(Int.self, forKey: .lastPage) ?? first
    guard 1 <= first, first <= last else {
      throw DecodingError.dataCorruptedError(
        forKey: .lastPage, in: members, debugDescription: "no pages go from \(first) to \(last)")
    }
    self = .pages(first...last, range)
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encodeIfPresent(field, forKey: .field)
    try members.encodeIfPresent(pages?.lowerBound, forKey: .page)
    try members.encodeIfPresent(pages?.upperBound, forKey: .lastPage)
    try members.encode(range, from: .start, to: .end)
  }
}

/// The Dutch name.
extension PassageKind: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.decode(PassageKind.init(named:)) { "\($0) is no kind of passage" }
  }

  public func encode(to encoder: any Encoder) throws {
    try dutchName.encode(to: encoder)
  }
}
