import Extraction
import WrittenQuestions

/// `{"cause": "repeated", "id": "7", "path": "a.jsonl", "line": 3, "message": "…"}`; the message says
/// the same in words, and is made anew.
extension BuildSummary.Skip: Codable {
  private enum Member: CodingKey { case cause, id, path, line, reason, message }
  private enum Cause: String, Codable { case unreadable, repeated, refused }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    func id() throws -> String { try members.decode(String.self, forKey: .id) }
    func path() throws -> SourcePath { try members.decode(SourcePath.self, forKey: .path) }
    func line() throws -> Int? { try members.decodeIfPresent(Int.self, forKey: .line) }
    self =
      switch try members.decode(Cause.self, forKey: .cause) {
      case .unreadable: .unreadable(try ReadError(from: decoder))
      case .repeated: .repeated(id: try id(), path: try path(), line: try line())
      case .refused:
        .refused(
          id: try id(), path: try path(), line: try line(),
          reason: try members.decode(String.self, forKey: .reason))
      }
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(description, forKey: .message)
    func place(_ id: String, _ path: SourcePath, _ line: Int?) throws {
      try members.encode(id, forKey: .id)
      try members.encode(path, forKey: .path)
      try members.encodeIfPresent(line, forKey: .line)
    }
    switch self {
    case .unreadable(let error):
      try members.encode(Cause.unreadable, forKey: .cause)
      try error.encode(to: encoder)
    case .repeated(let id, let path, let line):
      try members.encode(Cause.repeated, forKey: .cause)
      try place(id, path, line)
    case .refused(let id, let path, let line, let reason):
      try members.encode(Cause.refused, forKey: .cause)
      try place(id, path, line)
      try members.encode(reason, forKey: .reason)
    }
  }
}
