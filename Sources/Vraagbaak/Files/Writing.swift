import Extraction
import SystemPackage

extension FileSystem {
  /// A file that is written in pieces, and gets its name when it is whole. What is a device or a pipe is
  /// written to itself.
  final class Writing {
    private let path: String
    private let part: String
    private let file: FileDescriptor
    private var isFinished = false

    init(_ path: String) throws(IndexError) {
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

    func write(_ bytes: [UInt8]) throws(IndexError) {
      do {
        try file.writeAll(bytes)
      } catch {
        throw .cannotWrite(path: path, reason: FileFault(error).description)
      }
    }

    func finish() throws(IndexError) {
      isFinished = true
      do {
        try file.close()
      } catch {
        throw .cannotWrite(path: path, reason: FileFault(error).description)
      }
      if part != path { try FileSystem.move(part, to: path) }
    }
  }
}
