import ArgumentParser
import Dispatch
import Synchronization
import Vraagbaak

/// Runs commands that search, and their searches, on the main thread: it is the one that has the stack
/// which `FatalSignals` has set up, Swift's own asynchronous start would end it, and the threads of that
/// take a tenth of the time of a search.
final class MainThread: TaskExecutor {
  static let shared = MainThread()
  static let searches = SearchThreads.one { shared.add($0) }

  private let work = Mutex<[@Sendable () -> Void]>([])
  private let hasWork = DispatchSemaphore(value: 0)

  /// Runs a command to its end.
  func run(_ command: any AsyncParsableCommand) throws {
    let awaited = AwaitedCommand(command)
    Task(executorPreference: self) { await awaited.run() }
    while true {
      if let outcome = awaited.outcome { return try outcome.get() }
      hasWork.wait()
      let next = work.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      next?()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    add { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  private func add(_ next: @escaping @Sendable () -> Void) {
    work.withLock { $0.append(next) }
    hasWork.signal()
  }
}

/// Unchecked: the main thread alone has it.
private final class AwaitedCommand: @unchecked Sendable {
  private var command: any AsyncParsableCommand
  private(set) var outcome: Result<Void, any Error>?

  init(_ command: any AsyncParsableCommand) { self.command = command }

  func run() async {
    do {
      try await command.run()
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
  }
}
