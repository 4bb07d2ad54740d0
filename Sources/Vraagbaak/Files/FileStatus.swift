import Extraction
import Glibc

/// Which file on the disk something is, whatever path leads to it.
struct FileIdentity: Hashable {
  let device, inode: UInt64
}

/// What the system says of a file.
struct FileStatus {
  private let status: stat

  fileprivate init(_ status: stat) { self.status = status }

  var isDirectory: Bool { status.st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { status.st_mode & S_IFMT == S_IFREG }
  var isLink: Bool { status.st_mode & S_IFMT == S_IFLNK }
  /// Bytes.
  var size: Int { Int(status.st_size) }
  /// How many names it has.
  var names: Int { Int(status.st_nlink) }
  var identity: FileIdentity {
    FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}

extension FileSystem {
  /// - Parameter followsLinks: whether it is of what a link leads to.
  static func status(_ path: String, followsLinks: Bool = true) throws(FileFault) -> FileStatus {
    var found = stat()
    let result = uninterrupted {
      PathText.withSystemPath(path) { followsLinks ? stat($0, &found) : lstat($0, &found) }
    }
    guard result == 0 else { throw FileFault(errno) }
    return FileStatus(found)
  }

  /// A name in a directory.
  struct Entry {
    enum Kind { case file, directory, link, other }

    let name: String
    let kind: Kind
  }

  /// - Parameter type: what the directory says, which some file systems do not.
  static func kind(_ type: UInt8, _ name: String, in directory: String) -> Entry.Kind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .directory
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      guard let status = try? status(directory + "/" + name, followsLinks: false) else {
        return .other
      }
      return status.isLink
        ? .link : status.isDirectory ? .directory : status.isRegularFile ? .file : .other
    default: return .other
    }
  }
}
