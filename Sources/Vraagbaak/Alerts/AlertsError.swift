/// What keeps alerts from being looked for or told.
public enum AlertsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file of searches is no list in JSON.
  case badFile(path: String, reason: String)
  /// What was kept of the last run cannot be read.
  case badState(path: String, reason: String)
  /// Another process is at work with this file of searches.
  case busy(path: String, holder: String)
  /// A text that is no address of mail.
  case badAddress(String)
  /// A file cannot be read or written.
  case index(IndexError)
  case search(SearchError)

  public var description: String {
    switch self {
    case .badFile(let path, let reason):
      "\(path): \(reason); write a list: [{\"name\": \"NAME\", \"query\": \"WORDS\", \"every\": \"week\"}]"
    case .badState(let path, let reason):
      "\(path) cannot be used: \(reason); bring back a copy of it, or remove it: then every search begins anew and tells nothing of what is there already"
    case .busy(let path, let holder):
      "another process (\(holder)) is looking for news of \(path)"
    case .badAddress(let text):
      "\(PrintedLine.clean(text)) is no address; write NAME@DOMAIN or Name <NAME@DOMAIN>"
    case .index(let error): error.description
    case .search(let error): error.description
    }
  }
}
