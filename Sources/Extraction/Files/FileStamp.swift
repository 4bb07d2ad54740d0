import Glibc
import SystemPackage

/// What tells one state of a file from another without reading it.
package struct FileStamp: Sendable, Equatable {
  package let device, inode: UInt64
  /// Bytes.
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int

  /// Nil where there is no such file, or it cannot be asked.
  package init?(_ path: String) {
    guard let status = try? Stat(FilePath(text: path)) else { return nil }
    self.init(status)
  }

  package init(_ status: Stat) {
    device = UInt64(status.deviceID.rawValue)
    inode = UInt64(status.inode.rawValue)
    size = Int(status.size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  /// Of two files as one: their size together, the later time.
  package func joined(_ other: FileStamp) -> FileStamp {
    FileStamp(
      device: device, inode: inode, size: size + other.size,
      modified: max(modified, other.modified))
  }

  private init(device: UInt64, inode: UInt64, size: Int, modified: Int) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  /// Nanoseconds since 1970.
  package static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
