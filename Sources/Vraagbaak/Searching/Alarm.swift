import Dispatch

/// Calls once after a time, unless it is cancelled before.
final class Alarm: Sendable {
  /// A serial queue has a thread even when all cores work.
  private static let queue = DispatchQueue(label: "vraagbaak.deadlines")
  private static let longest = Duration.seconds(100_000_000)

  /// Dispatch's sources may be used from any thread.
  nonisolated(unsafe) private let timer: any DispatchSourceTimer

  init(after time: Duration, _ ring: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: Self.queue)
    let nanoseconds = min(max(time, .zero), Self.longest) / .nanoseconds(1)
    timer.schedule(deadline: .now() + .nanoseconds(Int(nanoseconds)), leeway: .milliseconds(1))
    timer.setEventHandler(handler: ring)
    timer.activate()
  }

  func cancel() { timer.cancel() }
}
