/// Why a search has no results.
///
/// It has a case for its task's cancellation too, so that whoever catches it can be sure to have
/// looked at everything.
public enum SearchError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The query cannot be understood, or would cost too much.
  case query(QueryError)
  /// The index cannot be read, or has no such document.
  case index(IndexError)
  /// It took longer than it was given.
  case deadlineExceeded(Duration)
  /// So many others wait already.
  case overloaded(waiting: Int)
  /// The task that asked was cancelled.
  case cancelled

  public var description: String {
    switch self {
    case .query(let error): error.description
    case .index(let error): error.description
    case .deadlineExceeded(let deadline):
      "the search took longer than \(deadline); ask for less, or give it more time"
    case .overloaded(let waiting): "\(waiting) searches wait already; try again later"
    case .cancelled: "the search was cancelled"
    }
  }

  /// What a session threw. Anything else than the two errors says that it was stopped.
  init(_ error: any Error) {
    switch error {
    case let error as QueryError: self = .query(error)
    case let error as IndexError: self = .index(error)
    default: self = .cancelled
    }
  }
}
