import ArgumentParser
import Dispatch

/// A command that searches, for which the main thread waits: it has nothing else to do, and Swift's own
/// asynchronous start would end it, together with the stack that `FatalSignals` has set up.
///
/// Unchecked: the task has the command alone until it signals.
final class AwaitedCommand: @unchecked Sendable {
  private var command: any AsyncParsableCommand
  private var failure: (any Error)?
  private let isDone = DispatchSemaphore(value: 0)

  init(_ command: any AsyncParsableCommand) { self.command = command }

  func run() throws {
    Task.detached {
      do { try await self.command.run() } catch { self.failure = error }
      self.isDone.signal()
    }
    isDone.wait()
    if let failure { throw failure }
  }
}
