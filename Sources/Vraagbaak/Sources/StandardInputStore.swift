import Extraction
import SystemPackage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Keeps what came from standard input with the index, by its content: it has no file to which a check,
/// an update or a rebuild could go back.
struct StandardInputStore: Sendable {
  /// Of an index; hidden, so that no walk finds what is in it.
  private static let directoryName = ".standard-input"

  private let directory: String

  init(_ index: Index) { directory = index.path + "/" + Self.directoryName }

  func file(_ hash: String) -> String { directory + "/" + hash }

  /// Reads standard input to its end.
  /// - Returns: the SHA-256 of what was read, and the directories that were made for it.
  func keep() throws(IndexError) -> (hash: String, made: [String]) {
    let made = try FileSystem.createDirectory(directory)
    let part = directory + "/.\(UUID().uuidString)"
    do {
      let hash = try copy(to: part)
      try FileSystem.move(part, to: file(hash))
      return (hash, made)
    } catch {
      try? FileSystem.remove(part)
      FileSystem.removeEmpty(made)
      throw IndexError(error, writing: directory)
    }
  }

  private func copy(to part: String) throws -> String {
    var hash = SHA256()
    let target = try FileDescriptor.open(
      FilePath(text: part), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try target.closeAfter {
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      while true {
        let count = try buffer.withUnsafeMutableBytes {
          try FileDescriptor.standardInput.read(into: $0)
        }
        guard count > 0 else { break }
        buffer[..<count].withUnsafeBytes { hash.update($0) }
        try target.writeAll(buffer[..<count])
      }
    }
    return SHA256.hex(hash.finish())
  }

  /// Removes what no generation is made of any more.
  func removeAll(but kept: Set<String>) {
    let names = FileSystem.names(in: directory)
    for name in names where !kept.contains(name) { try? FileSystem.remove(directory + "/" + name) }
    FileSystem.removeEmpty([directory])
  }
}
