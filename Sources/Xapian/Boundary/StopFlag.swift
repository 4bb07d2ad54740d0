import CXapianShim

/// Ends from another thread what one thread reads.
///
/// ```swift
/// let stop = StopFlag()
/// let page = try stop.watched { try Enquire(.everything).run(on: database, maxItems: 10) }
/// stop.set()  // from elsewhere: the call above throws `.stopped` within some milliseconds
/// ```
///
/// The engine asks at every posting that it weighs, every match, every phrase that it tests and every
/// document that it brings; results are the same, watched or not.
public final class StopFlag: Sendable {
  /// The shim's flag is atomic.
  nonisolated(unsafe) private let handle: OpaquePointer

  public init() {
    guard let handle = xap_stop_create() else { fatalError("no memory for a flag") }
    self.handle = handle
  }

  deinit { xap_stop_free(handle) }

  /// From any thread; for good.
  public func set() { xap_stop_set(handle) }

  /// Runs `body`, whose calls on this thread ask for this flag.
  public func watched<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let before = xap_watch(handle)
    defer { _ = xap_watch(before) }
    return try body()
  }

  /// For work that is not the engine's, inside of `watched`.
  /// - Throws: `.stopped` where the flag that this thread watches was set.
  public static func check() throws(XapianError) {
    if xap_is_stopped() { throw .stopped }
  }
}
