import Extraction

/// `{"path": "a.jsonl", "line": 3, "start": 200, "end": 300}`; a range is its two ends. The
/// encoding stands there where it is not UTF-8.
extension Source: Codable {
  private enum Member: String, CodingKey { case path, line, start, end, encoding }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      path: try members.decode(SourcePath.self, forKey: .path),
      line: try members.decodeIfPresent(Int.self, forKey: .line),
      range: try members.decodeRange(from: .start, to: .end))
    encoding = try members.decodeIfPresent(TextEncoding.self, forKey: .encoding) ?? .utf8
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(path, forKey: .path)
    try members.encodeIfPresent(line, forKey: .line)
    try members.encode(range, from: .start, to: .end)
    if encoding != .utf8 { try members.encode(encoding, forKey: .encoding) }
  }
}
