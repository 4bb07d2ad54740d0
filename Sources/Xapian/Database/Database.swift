import CXapianShim

/// A database, or several searched as one, open to read.
///
/// ```swift
/// let database = try Database(path: "indexes/standaard/generation-000001/database")
/// let page = try Enquire(.term("inburger")).run(on: database, maxItems: 10)
/// ```
///
/// It shows the revision that was the newest when it was opened or last reopened. When the writer
/// is two commits further, calls throw `.databaseModified`: `reopen()` and try again. Not
/// thread-safe: one object for each task.
public class Database {
  let handle: OpaquePointer

  public init(path: String) throws(XapianError) {
    handle = try attemptHandle { error in withShimString(path) { xap_open($0, &error) } }
  }

  init(handle: OpaquePointer) { self.handle = handle }

  deinit { xap_database_free(handle) }

  /// Several databases as one; document ids interleave.
  public convenience init(paths: [String]) throws(XapianError) {
    guard let first = paths.first else {
      try self.init(path: "")
      return
    }
    try self.init(path: first)
    for path in paths.dropFirst() {
      let other = try Database(path: path)
      try attempt { xap_add_database(handle, other.handle, &$0) }
    }
  }

  /// Moves on to the newest revision; false when it was the newest already.
  @discardableResult
  public func reopen() throws(XapianError) -> Bool {
    var changed = false
    try attempt { xap_reopen(handle, &changed, &$0) }
    return changed
  }

  /// The number of the commit that it shows; higher after each.
  public func revision() throws(XapianError) -> UInt64 {
    var revision: UInt64 = 0
    try attempt { xap_revision(handle, &revision, &$0) }
    return revision
  }

  /// Releases the files; every later call throws `.databaseClosed`.
  public func close() throws(XapianError) {
    try attempt { xap_close(handle, &$0) }
  }

  // MARK: Statistics

  public struct Statistics: Sendable, Equatable {
    public let documentCount, lastDocumentID: Int
  }

  public func statistics() throws(XapianError) -> Statistics {
    var found = xap_statistics()
    try attempt { xap_get_statistics(handle, &found, &$0) }
    return Statistics(
      documentCount: Int(found.document_count), lastDocumentID: Int(found.last_docid))
  }

  /// How many different terms a document has.
  public func uniqueTerms(_ id: Int) throws(XapianError) -> Int {
    var count: UInt32 = 0
    try attempt { xap_unique_terms(handle, UInt32(clamping: id), &count, &$0) }
    return Int(count)
  }

  public struct TermFrequency: Sendable, Equatable {
    /// In how many documents.
    public let documents: Int
    /// How often in all of them; the sum of wdf.
    public let occurrences: Int
  }

  public func frequency(of term: String) throws(XapianError) -> TermFrequency {
    var found = xap_term_frequency()
    try attempt { error in
      withShimString(term) { xap_get_term_frequency(handle, $0, &found, &error) }
    }
    return TermFrequency(
      documents: Int(found.document_frequency), occurrences: Int(found.collection_frequency))
  }

  /// Xapian's own check of the files at a path: how many errors, and its report.
  public static func check(path: String) throws(XapianError) -> (errors: Int, report: String) {
    try attemptBlock { block, error in
      withShimString(path) { xap_check($0, &block, &error) }
    } read: {
      ($0.u32(), $0.string())
    }
  }

  /// Calls `handler` instead of aborting where Xapian 1.4 cannot go on: it writes values in a
  /// destructor, and ends the process when that fails. The handler must end it as well.
  public static func onTermination(_ handler: @escaping @convention(c) () -> Void) {
    xap_set_terminate_handler(handler)
  }

  /// The version of the Xapian library in use: "1.4.22".
  public static var libraryVersion: String { String(cString: xap_version()) }
}
