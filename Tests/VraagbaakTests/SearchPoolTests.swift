import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Vraagbaak

/// Who runs, who waits, and who gives up.
struct SearchPoolTests {
  /// A pool whose one session is held until `release`.
  private final class HeldPool: Sendable {
    let pool: SearchPool
    private let gate = DispatchSemaphore(value: 0)
    private let holder = Mutex<Task<Void, any Error>?>(nil)

    init(mostWaiting: Int? = nil) async throws {
      let index = try SampleIndex.index()
      pool = try SearchPool(threads: .own(1), mostWaiting: mostWaiting) {
        () throws(IndexError) in try index.session()
      }
      let (pool, gate) = (pool, gate)
      await withCheckedContinuation { isHeld in
        holder.withLock {
          $0 = Task {
            try await pool.run(deadline: nil) { _ in
              isHeld.resume()
              gate.wait()
            }
          }
        }
      }
    }

    /// - Parameter count: how many have to wait before the next step.
    func waits(for count: Int) async throws {
      while pool.waiting < count { try await Task.sleep(for: .milliseconds(1)) }
    }

    func release() async throws {
      gate.signal()
      try await holder.withLock { $0 }?.value
    }
  }

  @Test("Who waits is served in the order of coming")
  func order() async throws {
    let held = try await HeldPool()
    let served = Served()
    var tasks: [Task<Void, any Error>] = []
    for number in 0..<20 {
      let pool = held.pool
      tasks.append(Task { try await pool.run(deadline: nil) { _ in served.add(number) } })
      try await held.waits(for: number + 1)
    }
    #expect(served.numbers.isEmpty)
    try await held.release()
    for task in tasks { try await task.value }
    #expect(served.numbers == Array(0..<20))
  }

  @Test("Thousands wait without a thread for each")
  func waitingTakesNoThread() async throws {
    let held = try await HeldPool()
    let pool = held.pool
    let before = FileSystem.names(in: "/proc/self/task").count
    try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<10_000 {
        group.addTask { try await pool.run(deadline: nil) { _ in number } }
      }
      try await held.waits(for: 10_000)
      // Other tests start some meanwhile.
      #expect(FileSystem.names(in: "/proc/self/task").count < before + 100)
      try await held.release()
      var sum = 0
      for try await number in group { sum += number }
      #expect(sum == 10_000 * 9_999 / 2)
    }
  }

  @Test("A deadline that passes while it waits ends it, and it waits no more")
  func deadline() async throws {
    let held = try await HeldPool()
    let start = ContinuousClock.now
    await #expect(throws: SearchError.deadlineExceeded(.milliseconds(40))) {
      try await held.pool.run(deadline: .milliseconds(40)) { _ in }
    }
    #expect(start.duration(to: .now) >= .milliseconds(39))
    #expect(held.pool.waiting == 0)
    try await held.release()
  }

  @Test("A task that is cancelled while it waits ends at once, and waits no more")
  func cancellation() async throws {
    let held = try await HeldPool()
    let pool = held.pool
    let served = Served()
    let task = Task { try await pool.run(deadline: nil) { _ in served.add(1) } }
    try await held.waits(for: 1)
    task.cancel()
    await #expect(throws: SearchError.cancelled) { try await task.value }
    #expect(pool.waiting == 0)
    try await held.release()
    try await pool.run(deadline: nil) { _ in served.add(2) }
    #expect(served.numbers == [2])
  }

  @Test("Who comes when so many wait already is turned away")
  func overload() async throws {
    let held = try await HeldPool(mostWaiting: 2)
    let pool = held.pool
    let waiting = (0..<2).map { number in
      Task { try await pool.run(deadline: nil) { _ in number } }
    }
    try await held.waits(for: 2)
    await #expect(throws: SearchError.overloaded(waiting: 2)) {
      try await pool.run(deadline: nil) { _ in 2 }
    }
    try await held.release()
    for (number, task) in waiting.enumerated() { #expect(try await task.value == number) }
  }

  @Test("No more run at once than there are sessions; one that cannot open leaves it to the others")
  func sessions() async throws {
    let index = try SampleIndex.index()
    let opened = Served()
    let pool = try SearchPool(threads: .own(5), mostWaiting: nil) { () throws(IndexError) in
      opened.add(1)
      guard opened.numbers.count <= 2 else { throw IndexError.noIndex(path: "vol") }
      return try index.session()
    }
    let running = Served()
    let most = Served()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<40 {
        group.addTask {
          try await pool.run(deadline: nil) { _ in
            running.add(1)
            most.add(running.numbers.count)
            usleep(500)
            running.removeLast()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(most.numbers.count == 40)
    #expect(most.numbers.max() ?? 0 <= 2)
    #expect(opened.numbers.count > 2)
  }

  @Test("A line serves by number, whoever leaves it and whoever comes late")
  func line() {
    var line = WaitingLine<Int>()
    for number in [3, 4, 7] { line.append(number, number: number) }
    line.remove(4)
    #expect(line.count == 2)
    #expect(line.popFirst() == 3)
    line.append(5, number: 5)
    line.append(2, number: 2)
    #expect([line.popFirst(), line.popFirst(), line.popFirst()] == [2, 5, 7])
    #expect(line.popFirst() == nil && line.count == 0)
  }
}

/// What happened, in order.
private final class Served: Sendable {
  private let all = Mutex<[Int]>([])
  var numbers: [Int] { all.withLock { $0 } }
  func add(_ number: Int) { all.withLock { $0.append(number) } }
  func removeLast() { all.withLock { _ = $0.popLast() } }
}
