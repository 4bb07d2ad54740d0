/// A value whose JSON says in which version of the shape it is, as its member `schema`: for what is
/// printed or sent as a whole. `content` has to be an object.
public struct Versioned<Content> {
  public let content: Content

  public init(_ content: Content) { self.content = content }

  private enum Member: String, CodingKey { case schema }
}

extension Versioned: Sendable where Content: Sendable {}
extension Versioned: Equatable where Content: Equatable {}

extension Versioned: Encodable where Content: Encodable {
  public func encode(to encoder: any Encoder) throws {
    try content.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(WireFormat.schema, forKey: .schema)
  }
}

extension Versioned: Decodable where Content: Decodable {
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    let schema = try members.decode(Int.self, forKey: .schema)
    guard schema == WireFormat.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: members,
        debugDescription: "it has schema \(schema), this program reads \(WireFormat.schema)")
    }
    self.init(try Content(from: decoder))
  }
}
