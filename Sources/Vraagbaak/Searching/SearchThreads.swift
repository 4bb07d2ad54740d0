import Dispatch

/// Where searches run: on threads that may block, where those of Swift's tasks may not.
package struct SearchThreads: Sendable {
  /// Runs what it is given, one after another.
  package typealias Run = @Sendable (@escaping @Sendable () -> Void) -> Void

  let count: Int
  let make: @Sendable () -> Run

  /// So many of their own. A serial queue has a thread whenever it has work; a concurrent one would
  /// share those of Swift's tasks, which are as many as cores.
  static func own(_ count: Int) -> SearchThreads {
    SearchThreads(count: max(1, count)) {
      let queue = DispatchQueue(label: "vraagbaak.search")
      return { queue.async(execute: $0) }
    }
  }

  /// One that the caller has already.
  package static func one(_ run: @escaping Run) -> SearchThreads {
    SearchThreads(count: 1) { run }
  }
}
