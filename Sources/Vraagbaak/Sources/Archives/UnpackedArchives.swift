import Extraction
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Archives unpacked on the disk, each once by its content: `HASH/members/…`. All of it can be made
/// again.
struct UnpackedArchives: Sendable {
  /// Of an index; hidden, so that no walk finds what is in it.
  static let directoryName = ".unpacked"
  private static let membersName = "members"
  private static let recordName = "archive.json"
  private static let stampPrefix = "stamp-"

  let directory: String

  struct Content: Sendable {
    /// Holds the members.
    let directory: String
    let record: UnpackedArchive
  }

  private let used = Uses()

  private final class Uses: Sendable {
    let names = Mutex<Set<String>>([])
  }

  /// What is in an archive.
  /// - Parameter file: on the disk.
  func content(of file: String, within limits: ArchiveLimits) throws(ExtractionError) -> Content {
    // What changes while it is read is read again.
    for _ in 1...3 {
      let stamp: FileStamp
      let content: Result<Content, ExtractionError>
      do throws(FileFault) {
        let source = try SourceFile(file)
        stamp = source.stamp
        content = try self.content(try digest(source), of: file, within: limits)
      } catch {
        throw .failed(reason: error.description)
      }
      if FileStamp(file) == stamp { return try content.get() }
    }
    throw .failed(reason: "it changes while it is read")
  }

  /// Of an archive's bytes; nil where it cannot be read.
  func hash(of file: String) -> String? {
    (try? SourceFile(file)).flatMap { try? digest($0) }
  }

  /// Known by its time and size where that is certain, so that no archive is read only for its hash.
  private func digest(_ source: SourceFile) throws(FileFault) -> String {
    let stamp = source.stamp
    let state =
      "\(source.path.text)\n\(stamp.device) \(stamp.inode) \(stamp.size) \(stamp.modified)"
    let name = Self.stampPrefix + SHA256.hex(of: Array(state.utf8)).prefix(32)
    note(name)
    let path = directory + "/" + name
    if let known = try? FileSystem.read(path), known.count == 64 {
      return String(decoding: known, as: UTF8.self)
    }
    let hash = try source.readDigest()
    // Changes soon after each other may leave the same time.
    if stamp.modified < source.opened - 2_000_000_000 {
      _ = try? FileSystem.createDirectory(directory)
      try? FileSystem.write(Array(hash.utf8), to: path)
    }
    return hash
  }

  private func content(_ hash: String, of file: String, within limits: ArchiveLimits)
    throws(FileFault) -> Result<Content, ExtractionError>
  {
    note(hash)
    let place = directory + "/" + hash
    if let known = try? FileSystem.read(place + "/" + Self.recordName),
      let record = try? JSONDecoder().decode(UnpackedArchive.self, from: Data(known))
    {
      return .success(Content(directory: place + "/" + Self.membersName, record: record))
    }
    // Under a name of its own until it is whole.
    let part = directory + "/.\(hash.prefix(16))-\(UUID().uuidString)"
    defer { try? FileSystem.remove(part) }
    let source = try SourceFile(file)
    return Result { () throws(ExtractionError) in
      do {
        try FileSystem.createDirectory(part + "/" + Self.membersName)
        let record = try ArchiveUnpacker.unpack(
          source, into: part + "/" + Self.membersName, within: limits)
        let json = [UInt8](try JSONEncoder().encode(record))
        try FileSystem.write(json, to: part + "/" + Self.recordName)
        // What is there is not whole, or another process was faster.
        try FileSystem.remove(place)
        try FileSystem.move(part, to: place)
        return Content(directory: place + "/" + Self.membersName, record: record)
      } catch let error as ExtractionError {
        throw error
      } catch {
        throw .failed(reason: (error as? IndexError)?.description ?? "\(type(of: error))")
      }
    }
  }

  private func note(_ name: String) { _ = used.names.withLock { $0.insert(name) } }

  /// Removes all that was not asked for since it was made.
  func removeUnused() {
    let used = used.names.withLock { $0 }
    let names = FileSystem.names(in: directory)
    for name in names where !used.contains(name) { try? FileSystem.remove(directory + "/" + name) }
    if !names.contains(where: used.contains) { FileSystem.removeEmpty([directory]) }
  }
}
