import CXapianShim
import Glibc

/// A database open to write; it reads as well. One process at a time can have it open.
///
/// ```swift
/// let database = try WritableDatabase(path: path, mode: .create)
/// try database.add(document)
/// try database.commit()
/// ```
///
/// Nothing is durable before `commit()`. Not Sendable: it stays with the task that opened it.
public final class WritableDatabase: Database {
  public enum Mode: Sendable {
    /// Fails where there is one.
    case create
    /// Fails where there is none.
    case open

    fileprivate var code: Int32 {
      switch self {
      case .create: Int32(XAP_MODE_CREATE)
      case .open: Int32(XAP_MODE_OPEN)
      }
    }
  }

  public struct Durability: OptionSet, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// Commits do not wait for the disk.
    public static let noSync = Durability(rawValue: Int32(XAP_DURABILITY_NO_SYNC))
    /// Overwrites blocks in use: for a database that nobody reads yet.
    public static let dangerous = Durability(rawValue: Int32(XAP_DURABILITY_DANGEROUS))
  }

  public init(path: String, mode: Mode, durability: Durability = []) throws(XapianError) {
    let handle = try attemptHandle { error in
      withShimString(path) { xap_open_writable($0, mode.code, durability.rawValue, &error) }
    }
    super.init(handle: handle)
  }

  /// Opens one that nobody else writes to, by a lock of the caller's. For a moment the engine's own
  /// lock may be held all the same: by a process that this one starts, until it runs its program.
  /// - Throws: `.databaseLock` when it is held for half a second.
  public static func alone(path: String, mode: Mode, durability: Durability = [])
    throws(XapianError) -> WritableDatabase
  {
    var attempts = 0
    while true {
      do throws(XapianError) {
        return try WritableDatabase(path: path, mode: mode, durability: durability)
      } catch {
        attempts += 1
        guard error.kind == .databaseLock, attempts < 50 else { throw error }
        usleep(10_000)
      }
    }
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
    let id = try engineNumber(id)
    try attempt { error in
      document.withParts { xap_replace_document(handle, id, $0, &error) }
    }
  }

  /// Replaces a document's data, takes filter terms off it and adds others; its other terms and its
  /// values are not written anew, which makes this cheap.
  public func amend(
    _ id: Int, data: [UInt8], removing old: [String] = [], adding new: [String] = []
  ) throws(XapianError) {
    let id = try engineNumber(id)
    try attempt { error in
      withShimString(data) { data in
        withShimStrings(old.map(\.utf8)) { removed in
          withShimStrings(new.map(\.utf8)) { added in
            xap_amend_document(
              handle, id, data, removed.baseAddress, removed.count, added.baseAddress,
              added.count, &error)
          }
        }
      }
    }
  }

  public func delete(_ id: Int) throws(XapianError) {
    let id = try engineNumber(id)
    try attempt { xap_delete_document(handle, id, &$0) }
  }

  /// Makes everything so far durable and visible, in one step.
  public func commit() throws(XapianError) {
    try attempt { xap_commit(handle, &$0) }
  }

  /// Commits what was before; what follows is there at `commitTransaction()`, or never if the
  /// database is closed first.
  public func beginTransaction() throws(XapianError) {
    try attempt { xap_begin_transaction(handle, &$0) }
  }

  public func commitTransaction() throws(XapianError) {
    try attempt { xap_commit_transaction(handle, &$0) }
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
      withShimString(word) { xap_add_spelling(handle, $0, UInt32(clamping: count), &error) }
    }
  }

  public func removeSpelling(_ word: String, count: Int = 1) throws(XapianError) {
    try attempt { error in
      withShimString(word) { xap_remove_spelling(handle, $0, UInt32(clamping: count), &error) }
    }
  }
}
