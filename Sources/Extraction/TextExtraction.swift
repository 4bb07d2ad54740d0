import Dispatch
import Synchronization
import Text

/// Extracts texts within limits, each file once.
package struct TextExtraction: Sendable {
  /// Gives each piece of work a thread at once, unlike the global queues, which are of so many threads.
  private static let threads = DispatchQueue(label: "vraagbaak.extraction", attributes: .concurrent)

  private let cache: ExtractionCache?
  package let limits: ExtractionLimits

  /// - Parameter cache: nil: nothing is kept.
  package init(cache: ExtractionCache?, limits: ExtractionLimits = .standard) {
    self.cache = cache
    self.limits = limits
  }

  /// - Parameter content: the hash of the bytes.
  package func text(
    of bytes: [UInt8], content: @autoclosure () -> String, name: String, by extractor: any Extractor
  ) throws(ExtractionError) -> ExtractedText {
    guard bytes.count <= limits.fileSize else { throw .tooLarge(limit: limits.fileSize) }
    guard extractor.isKept else {
      return try extractor.extract(bytes, name: name, within: limits)
    }
    let content = content()
    if let known = cache?.text(of: content, by: extractor.identity) { return known }
    let text = try inTime(bytes, name: name, by: extractor)
    guard text.bytes.count <= limits.textSize else { throw .tooLarge(limit: limits.textSize) }
    guard !text.bytes.trimmed(0..<text.bytes.count).isEmpty else {
      guard text.properties.isEmpty else {
        throw .failed(reason: "it has no text, only what it says of another document")
      }
      throw .noText
    }
    cache?.keep(text, of: content, by: extractor.identity)
    return text
  }

  /// Runs it on a thread of its own and waits no longer than the limit. A thread cannot be stopped from
  /// outside: one that is given up runs on, and what it finds is dropped.
  private func inTime(_ bytes: [UInt8], name: String, by extractor: any Extractor)
    throws(ExtractionError) -> ExtractedText
  {
    let outcome = Outcome()
    var limits = limits
    limits.time *= extractor.patience
    Self.threads.async { [limits] in
      outcome.set(
        Result { () throws(ExtractionError) in
          try extractor.extract(bytes, name: name, within: limits)
        })
    }
    guard let result = outcome.wait(seconds: limits.time) else {
      throw .timedOut(limit: limits.time)
    }
    return try result.get()
  }

  private final class Outcome: Sendable {
    private let result = Mutex<Result<ExtractedText, ExtractionError>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    func set(_ new: Result<ExtractedText, ExtractionError>) {
      result.withLock { $0 = new }
      done.signal()
    }

    /// Nil when nothing came in time.
    func wait(seconds: Double) -> Result<ExtractedText, ExtractionError>? {
      guard done.wait(timeout: .now() + seconds) == .success else { return nil }
      return result.withLock { $0 }
    }
  }
}
