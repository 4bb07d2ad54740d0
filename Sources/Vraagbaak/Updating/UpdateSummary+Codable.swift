import Extraction

/// `{"path": "a.txt", "change": "renamed", "from": "b.txt", "documents": 1}`
extension UpdateSummary.File: Codable {
  private enum Member: CodingKey { case path, change, from, of, reason, documents }
  private enum Name: String, Codable { case new, changed, renamed, gone, copy, kept }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    let change: UpdateSummary.FileChange =
      switch try members.decode(Name.self, forKey: .change) {
      case .new: .new
      case .changed: .changed
      case .renamed: .renamed(from: try members.decode(SourcePath.self, forKey: .from))
      case .gone: .gone
      case .copy: .copy(of: try members.decode(SourcePath.self, forKey: .of))
      case .kept: .kept(reason: try members.decode(String.self, forKey: .reason))
      }
    self.init(
      path: try members.decode(SourcePath.self, forKey: .path), change: change,
      documents: try members.decode(Int.self, forKey: .documents))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(path, forKey: .path)
    try members.encode(documents, forKey: .documents)
    switch change {
    case .new: try members.encode(Name.new, forKey: .change)
    case .changed: try members.encode(Name.changed, forKey: .change)
    case .renamed(let from):
      try members.encode(Name.renamed, forKey: .change)
      try members.encode(from, forKey: .from)
    case .gone: try members.encode(Name.gone, forKey: .change)
    case .copy(let original):
      try members.encode(Name.copy, forKey: .change)
      try members.encode(original, forKey: .of)
    case .kept(let reason):
      try members.encode(Name.kept, forKey: .change)
      try members.encode(reason, forKey: .reason)
    }
  }
}
