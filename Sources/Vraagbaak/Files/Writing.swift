import Extraction
import SystemPackage

extension FileSystem {
  /// A file that is written in pieces, and gets its name when it is whole. What is a device or a pipe is
  /// written to itself.
  package final class Writing {
    private let path: String
    private let part: String
    private let file: FileDescriptor
    private var isFinished = false

    package init(_ path: String) throws(IndexError) {
      self.path = path
      let isSpecial = (try? FileSystem.status(path)).map { !$0.isRegularFile } ?? false
      part = isSpecial ? path : path + ".part"
      do {
        file = try FileDescriptor.open(
          FilePath(text: part), .writeOnly,
          options: isSpecial ? .closeOnExec : [.create, .truncate, .closeOnExec],
          permissions: [.ownerReadWrite, .groupRead, .otherRead])
      } catch {
        throw .cannotWrite(path: path, reason: FileFault(error).description)
      }
    }

    deinit {
      guard !isFinished else { return }
      try? file.close()
      if part != path { try? FileSystem.remove(part) }
    }

    package func write(_ bytes: [UInt8]) throws(IndexError) {
      do {
        try file.writeAll(bytes)
      } catch {
        throw .cannotWrite(path: path, reason: FileFault(error).description)
      }
    }

    /// It is on the disk when this returns.
    package func finish() throws(IndexError) {
      isFinished = true
      do {
        try file.close()
      } catch {
        throw .cannotWrite(path: path, reason: FileFault(error).description)
      }
      guard part != path else { return }
      try FileSystem.sync(part)
      try FileSystem.move(part, to: path)
      try FileSystem.sync(FileSystem.parent(of: path))
    }
  }
}
