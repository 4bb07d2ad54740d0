import Extraction
import Synchronization
import WrittenQuestions

/// Archives as directories: `archief.zip/2019/230.pdf` is a file in `archief.zip`, which is unpacked
/// when somebody first asks for it.
final class ArchiveMounts: Sendable {
  let unpacked: UnpackedArchives
  private let limits: ArchiveLimits
  private let state = Mutex(State())

  private struct State {
    var mounted: [SourcePath: Result<UnpackedArchives.Content, ExtractionError>] = [:]
    /// What the archives in each outermost one have cost.
    var entries: [SourcePath: Int] = [:]
    var bytes: [SourcePath: Int] = [:]
  }

  init(_ unpacked: UnpackedArchives, limits: ArchiveLimits = .standard) {
    self.unpacked = unpacked
    self.limits = limits
  }

  /// The file on the disk.
  /// - Parameter outside: where files lie that are in no archive.
  func file(_ path: SourcePath, outside: (SourcePath) -> String) -> String {
    guard let (archive, member) = Self.split(path) else { return outside(path) }
    let file = file(archive, outside: outside)
    let directory = try? self.directory(of: archive, at: file)
    return (directory ?? file) + "/" + member
  }

  /// What an archive was unpacked to; where it is a directory that is only called so, itself.
  /// - Parameter file: where it lies.
  func directory(of archive: SourcePath, at file: String) throws(ExtractionError) -> String {
    if FileSystem.isDirectory(file) { return file }
    return try content(of: archive, at: file).directory
  }

  func content(of archive: SourcePath, at file: String) throws(ExtractionError)
    -> UnpackedArchives.Content
  {
    let archives = Self.archives(in: archive)
    return try state.withLock { state throws(ExtractionError) in
      if let known = state.mounted[archive] { return try known.get() }
      let outermost = archives[0]
      let result = Result { () throws(ExtractionError) in
        guard archives.count <= limits.depth else { throw .tooDeep(limit: limits.depth) }
        var left = limits
        left.entries -= state.entries[outermost] ?? 0
        left.size -= state.bytes[outermost] ?? 0
        return try unpacked.content(of: file, within: left)
      }
      if case .success(let content) = result {
        state.entries[outermost, default: 0] += content.record.entries
        state.bytes[outermost, default: 0] += content.record.bytes
      }
      state.mounted[archive] = result
      return try result.get()
    }
  }

  /// The innermost archive that a path leads through, and what follows.
  private static func split(_ path: SourcePath) -> (archive: SourcePath, member: String)? {
    let bytes = path.text.utf8
    var end = bytes.endIndex
    while let slash = bytes[..<end].lastIndex(of: UInt8(ascii: "/")) {
      let start = bytes[..<slash].lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:))
      if ArchiveUnpacker.isArchive(path.text[(start ?? bytes.startIndex)..<slash]) {
        return (
          SourcePath(String(path.text[..<slash])), String(path.text[bytes.index(after: slash)...])
        )
      }
      end = slash
    }
    return nil
  }

  /// The archives that a path leads through, the outermost first, it itself among them.
  private static func archives(in archive: SourcePath) -> [SourcePath] {
    var all = [archive]
    while let outer = split(all[0]) { all.insert(outer.archive, at: 0) }
    return all
  }
}
