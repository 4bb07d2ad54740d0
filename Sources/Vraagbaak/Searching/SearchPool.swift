import Synchronization

/// Sessions on one index, each with one search at a time, and the searches that wait for one.
final class SearchPool: Sendable {
  private struct State {
    var idle: [SearchLane]
    /// How many lanes there are, busy or idle.
    var open: Int
    var line = WaitingLine<any PendingSearch>()
  }

  private let threads: SearchThreads
  private let mostWaiting: Int?
  private let openSession: @Sendable () throws(IndexError) -> SearchSession
  private let state: Mutex<State>
  private let numbers = Atomic(0)

  /// - Parameters:
  ///   - threads: as many searches run at once, each with a session.
  ///   - mostWaiting: how many may wait; nil: any number.
  /// - Throws: where not one session can be opened.
  init(
    threads: SearchThreads, mostWaiting: Int?,
    open: @escaping @Sendable () throws(IndexError) -> SearchSession
  ) throws(IndexError) {
    self.threads = threads
    self.mostWaiting = mostWaiting
    openSession = open
    let first = SearchLane(threads.make())
    first.session = try open()
    state = Mutex(State(idle: [first], open: 1))
  }

  /// How many wait now.
  var waiting: Int { state.withLock { $0.line.count } }

  /// Runs `work` with a session that nobody else has meanwhile, on a thread that may block.
  func run<Value: Sendable>(
    deadline: Duration?, _ work: @escaping @Sendable (SearchSession) throws -> Value
  ) async throws(SearchError) -> Value {
    let request = SearchRequest(
      number: numbers.add(1, ordering: .relaxed).newValue, work: work)
    let alarm = deadline.map { time in
      Alarm(after: time) { self.end(request, .deadlineExceeded(time)) }
    }
    defer { alarm?.cancel() }
    return try await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        request.notify(continuation)
        submit(request)
      }
    } onCancel: {
      end(request, .cancelled)
    }.get()
  }

  /// The task need not wait until the session is done.
  private func end(_ request: some PendingSearch, _ error: SearchError) {
    request.fail(error)
    state.withLock { $0.line.remove(request.number) }
  }

  private func submit(_ request: any PendingSearch) {
    let lane: SearchLane? = state.withLock { state in
      if request.isOver { return nil }
      if let lane = state.idle.popLast() { return lane }
      if state.open < threads.count {
        state.open += 1
        return SearchLane(threads.make())
      }
      if let mostWaiting, state.line.count >= mostWaiting {
        request.fail(.overloaded(waiting: mostWaiting))
      } else {
        state.line.append(request, number: request.number)
      }
      return nil
    }
    if let lane { start(request, on: lane) }
  }

  private func start(_ request: any PendingSearch, on lane: SearchLane) {
    lane.run { self.work(on: lane, from: request) }
  }

  /// This request, then whatever waits.
  private func work(on lane: SearchLane, from request: any PendingSearch) {
    var next: (any PendingSearch)? = request
    while let request = next {
      do {
        let session = try lane.session ?? openSession()
        lane.session = session
        request.run(on: session)
      } catch {
        // As when too many files are open: then the others have to do.
        if leave(request) { return }
        request.fail(SearchError(error))
      }
      next = nextRequest(after: lane)
    }
  }

  /// Closes the lane that has this request, and leaves it to another lane; false: there is none.
  private func leave(_ request: any PendingSearch) -> Bool {
    let (isLeft, lane) = state.withLock { state -> (Bool, SearchLane?) in
      guard state.open > 1 else { return (false, nil) }
      state.open -= 1
      if let lane = state.idle.popLast() { return (true, lane) }
      if !request.isOver { state.line.append(request, number: request.number) }
      return (true, nil)
    }
    if let lane { start(request, on: lane) }
    return isLeft
  }

  /// Where none waits, the lane is idle; and sessions are closed that hold another generation, which
  /// would keep it on the disk for as long as nobody needs them.
  private func nextRequest(after lane: SearchLane) -> (any PendingSearch)? {
    let generation = lane.session?.generation
    let (next, outdated) = state.withLock { state -> ((any PendingSearch)?, [SearchLane]) in
      if let next = state.line.popFirst() { return (next, []) }
      defer { state.idle.append(lane) }
      guard let generation else { return (nil, []) }
      let outdated = state.idle.filter { $0.session.map { $0.generation != generation } ?? false }
      state.idle.removeAll { lane in outdated.contains { $0 === lane } }
      state.open -= outdated.count
      return (nil, outdated)
    }
    // Closing files can wait until nobody waits for the lock.
    withExtendedLifetime(outdated) {}
    return next
  }
}

/// A session and the thread that works with it.
///
/// Unchecked: a lane is idle, or one request has it; the pool's lock hands it over.
final class SearchLane: @unchecked Sendable {
  let run: SearchThreads.Run
  var session: SearchSession?

  init(_ run: @escaping SearchThreads.Run) { self.run = run }
}
