import Extraction

/// `{"path": "a.jsonl", "line": 3, "start": 200, "end": 300}`; a range is its two ends. The
/// encoding stands there where it is not UTF-8, and `also` where other files have the same content.
extension Source: Codable {
  private enum Member: String, CodingKey { case path, line, start, end, encoding, also }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      path: try members.decode(SourcePath.self, forKey: .path),
      line: try members.decodeIfPresent(Int.self, forKey: .line),
      range: try members.decodeRange(from: .start, to: .end))
    encoding = try members.decodeIfPresent(TextEncoding.self, forKey: .encoding) ?? .utf8
    also = try members.decodeIfPresent([SourcePath].self, forKey: .also) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(path, forKey: .path)
    try members.encodeIfPresent(line, forKey: .line)
    try members.encode(range, from: .start, to: .end)
    if encoding != .utf8 { try members.encode(encoding, forKey: .encoding) }
    if !also.isEmpty { try members.encode(also, forKey: .also) }
  }
}
