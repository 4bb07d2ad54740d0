import Dispatch
import Glibc
import Synchronization

/// Runs the same work on every core and waits for all.
enum Workers {
  static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// - Parameter work: gets the worker's number, from 0, which is the place of its result.
  static func run<Result: Sendable>(_ work: @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { worker in
      let result = work(worker)
      results.withLock { $0[worker] = result }
    }
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
  }
}
