import Synchronization
import Xapian

/// One call of a task that waits for its outcome. It ends once: with what was found, at its deadline,
/// or with its task.
final class SearchRequest<Value: Sendable>: Sendable {
  typealias Outcome = Result<Value, SearchError>

  private enum State {
    case new
    case awaited(CheckedContinuation<Outcome, Never>)
    case ended(Outcome)
  }

  /// Later ones have higher numbers.
  let number: Int
  private let work: @Sendable (SearchSession) throws -> Value
  private let stop = StopFlag()
  private let state = Mutex(State.new)

  init(number: Int, work: @escaping @Sendable (SearchSession) throws -> Value) {
    self.number = number
    self.work = work
  }

  /// Takes whom to tell the outcome; at once where there is one already.
  func notify(_ continuation: CheckedContinuation<Outcome, Never>) {
    let outcome: Outcome? = state.withLock { state in
      if case .ended(let outcome) = state { return outcome }
      state = .awaited(continuation)
      return nil
    }
    if let outcome { continuation.resume(returning: outcome) }
  }

  /// The first outcome counts; work that is not done stops.
  func end(_ outcome: Outcome) {
    let continuation: CheckedContinuation<Outcome, Never>? = state.withLock { state in
      defer { if case .ended = state {} else { state = .ended(outcome) } }
      if case .awaited(let continuation) = state { return continuation }
      return nil
    }
    stop.set()
    continuation?.resume(returning: outcome)
  }
}

extension SearchRequest: PendingSearch {
  var isOver: Bool {
    state.withLock { if case .ended = $0 { true } else { false } }
  }

  func run(on session: SearchSession) {
    guard !isOver else { return }
    end(Result { try stop.watched { try work(session) } }.mapError(SearchError.init))
  }

  func fail(_ error: SearchError) { end(.failure(error)) }
}

/// A request of whatever type, as the pool sees it.
protocol PendingSearch: AnyObject, Sendable {
  var number: Int { get }
  var isOver: Bool { get }
  func run(on session: SearchSession)
  func fail(_ error: SearchError)
}
