import CXapianShim

/// A database open to write; it reads as well. One process at a time can have it open.
///
/// ```swift
/// let database = try WritableDatabase(path: path, mode: .createOrOpen)
/// try database.replace(document, uniqueTerm: "Q184501")
/// try database.commit()
/// ```
///
/// Nothing is durable before `commit()`. Not Sendable: it stays with the task that opened it.
public final class WritableDatabase: Database {
  public enum Mode: Int32, Sendable {
    case createOrOpen = 0
    case createOrOverwrite = 1
    /// Fails where there is one.
    case create = 2
    /// Fails where there is none.
    case open = 3
  }

  public struct Durability: OptionSet, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// Commits do not wait for the disk.
    public static let noSync = Durability(rawValue: 0x04)
    /// Overwrites blocks in use: for a database that nobody reads yet.
    public static let dangerous = Durability(rawValue: 0x10)
    /// Waits for the lock instead of failing.
    public static let waitForLock = Durability(rawValue: 0x40)
  }

  /// - Parameter blockSize: a power of two from 2,048 to 65,536, in bytes; nil for the default.
  public init(
    path: String, mode: Mode = .createOrOpen, durability: Durability = [], blockSize: Int? = nil
  ) throws(XapianError) {
    let flags = mode.rawValue | durability.rawValue
    let handle = try attemptHandle { error in
      withShimString(path) { xap_open_writable($0, flags, Int32(blockSize ?? 0), &error) }
    }
    super.init(handle: handle)
  }

  /// Returns the new document's id.
  @discardableResult
  public func add(_ document: Document) throws(XapianError) -> Int {
    try document.validate()
    var id: UInt32 = 0
    try attempt { error in document.withParts { xap_add_document(handle, $0, &id, &error) } }
    return Int(id)
  }

  /// Adds it where no document has the id.
  public func replace(_ id: Int, with document: Document) throws(XapianError) {
    try document.validate()
    try attempt { error in
      document.withParts { xap_replace_document(handle, UInt32(id), $0, &error) }
    }
  }

  /// Replaces every document that has the term, or adds one; returns its id.
  @discardableResult
  public func replace(_ document: Document, uniqueTerm: String) throws(XapianError) -> Int {
    try document.validate()
    var id: UInt32 = 0
    try attempt { error in
      document.withParts { parts in
        withShimString(uniqueTerm) {
          xap_replace_document_by_term(handle, $0, parts, &id, &error)
        }
      }
    }
    return Int(id)
  }

  /// Replaces a document's data, takes one filter term off it and adds another, for each pair; its
  /// other terms and positions are not written anew, which makes this cheap.
  public func amend(_ id: Int, data: [UInt8], replacing terms: [(old: String, new: String)] = [])
    throws(XapianError)
  {
    try attempt { error in
      withShimString(data) { data in
        withShimStrings(terms.map(\.old)) { removed in
          withShimStrings(terms.map(\.new)) { added in
            xap_amend_document(
              handle, UInt32(id), data, removed.baseAddress, removed.count, added.baseAddress,
              added.count, &error)
          }
        }
      }
    }
  }

  public func delete(_ id: Int) throws(XapianError) {
    try attempt { xap_delete_document(handle, UInt32(id), &$0) }
  }

  /// Deletes every document that has the term; none is no error.
  public func delete(uniqueTerm: String) throws(XapianError) {
    try attempt { error in
      withShimString(uniqueTerm) { xap_delete_documents_by_term(handle, $0, &error) }
    }
  }

  /// Makes everything so far durable and visible, in one step.
  public func commit() throws(XapianError) {
    try attempt { xap_commit(handle, &$0) }
  }

  /// - Parameter isFlushed: whether its start and end are commits; else it only groups changes.
  public func beginTransaction(isFlushed: Bool = true) throws(XapianError) {
    try attempt { xap_begin_transaction(handle, isFlushed, &$0) }
  }

  public func commitTransaction() throws(XapianError) {
    try attempt { xap_commit_transaction(handle, &$0) }
  }

  public func cancelTransaction() throws(XapianError) {
    try attempt { xap_cancel_transaction(handle, &$0) }
  }

  public func setMetadata(_ key: String, to value: [UInt8]) throws(XapianError) {
    try attempt { error in
      withShimString(key) { key in
        withShimString(value) { xap_set_metadata(handle, key, $0, &error) }
      }
    }
  }

  public func addSpelling(_ word: String, count: Int = 1) throws(XapianError) {
    try attempt { error in
      withShimString(word) { xap_add_spelling(handle, $0, UInt32(count), &error) }
    }
  }

  public func removeSpelling(_ word: String, count: Int = 1) throws(XapianError) {
    try attempt { error in
      withShimString(word) { xap_remove_spelling(handle, $0, UInt32(count), &error) }
    }
  }
}
