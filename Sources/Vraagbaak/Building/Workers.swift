import Dispatch
import Glibc
import Synchronization

/// Runs the same work on every core and waits for all.
enum Workers {
  static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  static func run<Result: Sendable>(_ work: @Sendable () -> Result) -> [Result] {
    let results = Mutex<[Result]>([])
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      let result = work()
      results.withLock { $0.append(result) }
    }
    return results.withLock { $0 }
  }
}
