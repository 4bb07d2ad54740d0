import Glibc

/// What tells one state of a file from another without reading it.
struct FileStamp: Sendable, Equatable {
  let device, inode: UInt64
  /// Bytes.
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int

  /// Nil where there is no such file, or it cannot be asked.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  /// Nanoseconds since 1970.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
