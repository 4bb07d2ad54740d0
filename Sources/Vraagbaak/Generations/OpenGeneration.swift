import DutchText
import Extraction
import Glibc
import Xapian

/// A generation that is held open to read: it stays on the disk as long as this object lives.
final class OpenGeneration {
  private static let attempts = 50

  let generation: Generation
  let manifest: Manifest
  let database: Database
  private let lock: GenerationLock
  /// Of the file that the engine replaces with every commit.
  private var stamp: FileStamp?

  /// The one that serves. A build may replace it and remove it between the two steps of finding and
  /// holding it; then the next is taken.
  static func serving(_ index: Index) throws(IndexError) -> OpenGeneration {
    var attempt = 0
    while true {
      attempt += 1
      let generation = try index.serving()
      do throws(IndexError) {
        return try OpenGeneration(generation)
      } catch {
        guard attempt < attempts, try Generation.current(in: index.path) != generation else {
          throw error
        }
      }
    }
  }

  /// - Throws: `IndexError` for one that is damaged, of another schema, or being removed.
  init(_ generation: Generation) throws(IndexError) {
    lock = try Self.hold(generation)
    self.generation = generation
    manifest = try generation.manifest()
    stamp = FileStamp(generation.versionFile)
    database = try generation.database()
    try generation.checkTables(of: database)
  }

  private static func hold(_ generation: Generation) throws(IndexError) -> GenerationLock {
    let path = generation.indexDirectory
    do throws(FileFault) {
      if let lock = try GenerationLock.shared(generation.directory) { return lock }
    } catch {
      throw IndexError(error, reading: path, GenerationLock.fileName)
    }
    // Of another schema, if it has no such file.
    _ = try generation.manifest()
    throw .damaged(
      path: path,
      reason: "generation \(generation.number) is being removed, or its file "
        + "\(GenerationLock.fileName) is missing")
  }

  /// Moves on to the newest revision; false when it was the newest already.
  @discardableResult
  func refresh() throws(IndexError) -> Bool {
    // Reading the version file costs more than looking whether it was replaced.
    let found = FileStamp(generation.versionFile)
    guard found == nil || found != stamp else { return false }
    return try reopen()
  }

  @discardableResult
  func reopen() throws(IndexError) -> Bool {
    let found = FileStamp(generation.versionFile)
    let isChanged: Bool
    do throws(XapianError) {
      isChanged = try retrying { () throws(XapianError) in try database.reopen() }
    } catch {
      throw generation.failure(error)
    }
    if isChanged { try generation.checkTables(of: database) }
    stamp = found
    return isChanged
  }
}

extension OpenGeneration {
  /// Runs a read again on the newest revision while a writer is faster than it, so many times.
  func reading<Result>(_ body: () throws(XapianError) -> Result) throws(IndexError) -> Result {
    var attempt = 0
    while true {
      attempt += 1
      do throws(XapianError) {
        return try body()
      } catch {
        let isOvertaken = try reopen() || error.isRetryableAfterReopen
        guard isOvertaken, attempt < Self.attempts else {
          throw generation.failure(error)
        }
      }
    }
  }
}

/// Opening meets a commit in its middle now and then: the next moment it is done.
func retrying<Result>(_ body: () throws(XapianError) -> Result) throws(XapianError) -> Result {
  var attempts = 0
  while true {
    do throws(XapianError) {
      return try body()
    } catch {
      attempts += 1
      guard error.isRetryableAfterReopen, attempts < 50 else { throw error }
      usleep(1_000)
    }
  }
}
