import DutchText
import Extraction
import Glibc
import Xapian

/// What a searcher reads: the serving generation, followed as it changes.
///
/// Before each read it looks whether an update or a new generation came, which costs two look-ups
/// of files. When the new one cannot be opened, the old one stays open.
final class IndexReader {
  private static let retries = 50

  private let index: Index
  private var open: OpenGeneration
  private(set) var analyzer: Analyzer
  /// Of the pointer to the serving generation; nil: one generation is read, whatever serves.
  private var current: FileStamp?

  var database: Database { open.database }
  var generation: Int { open.generation.number }
  var manifest: Manifest { open.manifest }
  var fingerprint: Manifest.Fingerprint { manifest.fingerprint }

  /// Reads what serves, and goes on with what serves next.
  convenience init(serving index: Index) throws(IndexError) {
    let current = FileStamp(index.path + "/" + Generation.currentName)
    try self.init(index, try .serving(index), current)
  }

  /// Reads one generation only.
  convenience init(_ index: Index, _ generation: OpenGeneration) throws(IndexError) {
    try self.init(index, generation, nil)
  }

  private init(_ index: Index, _ open: OpenGeneration, _ current: FileStamp?) throws(IndexError) {
    self.index = index
    self.open = open
    self.current = current
    analyzer = try open.generation.analyzer()
  }

  /// Runs a read on one state of the index, and again on a newer state when the writer has moved on
  /// under it.
  /// - Throws: what `body` throws, `IndexError` in place of the engine's errors but for `.stopped`.
  func reading<Result>(_ body: () throws -> Result) throws -> Result {
    follow()
    try open.refresh()
    var attempts = 0
    while true {
      do {
        return try body()
      } catch let error as XapianError where error.kind == .stopped {
        throw error
      } catch let error where error is XapianError || error is IndexError {
        attempts += 1
        guard attempts <= Self.retries, try isWorthRetrying(error) else {
          throw (error as? XapianError).map { IndexError($0, reading: index.path) } ?? error
        }
      }
    }
  }

  /// A block that is read while it is written looks damaged: whether the database changed decides.
  private func isWorthRetrying(_ error: any Error) throws -> Bool {
    switch error {
    case let error as XapianError:
      return try open.reopen() || error.isRetryableAfterReopen
    case IndexError.damaged: return try open.reopen()
    default: return false
    }
  }

  private func follow() {
    guard let current, let found = FileStamp(index.path + "/" + Generation.currentName),
      found != current
    else { return }
    guard let next = try? OpenGeneration.serving(index),
      let analyzer = try? next.generation.analyzer()
    else { return }
    self.current = found
    open = next
    self.analyzer = analyzer
  }
}
