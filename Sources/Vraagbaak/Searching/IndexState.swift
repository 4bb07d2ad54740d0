import Extraction
import Xapian

/// One state of an index: what searches see between two changes of it.
public struct IndexState: Sendable, Hashable {
  /// The number of the generation that serves.
  public let generation: Int
  /// The number of the commit in it: each update has a higher one.
  public let revision: Int
  /// When the generation was built, in seconds since 1970.
  public let created: Double
  public let documents: Int
  /// The files and directories that are indexed, as they were given.
  public let roots: [SourcePath]

  /// The same for the same state, another one after each change: for caches.
  public var token: String {
    let built = String(UInt64(max(0, created * 1_000)), radix: 36)
    return "\(generation)-\(revision)-\(built)"
  }
}

extension SearchSession {
  /// - Throws: `IndexError`.
  func state() throws -> IndexState {
    try reading {
      IndexState(
        generation: generation, revision: Int(clamping: try database.revision()),
        created: reader.manifest.created, documents: try database.statistics().documentCount,
        roots: try SourceTable(database: database).roots())
    }
  }
}
