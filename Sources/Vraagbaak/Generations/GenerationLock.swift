import Extraction
import Glibc

/// Holds a generation's directory in place. Readers share the lock; who removes the directory needs
/// it alone. The kernel releases it with its process.
final class GenerationLock {
  static let fileName = "in-use"

  private let file: Int32

  /// Takes the lock as a reader; nil where the generation is being removed or is gone.
  static func shared(_ directory: String) throws(FileFault) -> GenerationLock? {
    try take(directory, LOCK_SH)
  }

  /// Takes the lock alone, without waiting; nil where somebody reads.
  static func exclusive(_ directory: String) throws(FileFault) -> GenerationLock? {
    try take(directory, LOCK_EX)
  }

  private static func take(_ directory: String, _ kind: Int32) throws(FileFault) -> GenerationLock?
  {
    let path = directory + "/" + fileName
    let file = FileSystem.uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else {
      let fault = FileFault(errno)
      if fault.isAbsence { return nil }
      throw fault
    }
    let lock = GenerationLock(file: file)
    guard FileSystem.uninterrupted({ flock(file, kind | LOCK_NB) }) == 0 else {
      let fault = FileFault(errno)
      if fault.code == EWOULDBLOCK { return nil }
      throw fault
    }
    var status = stat()
    // Between opening and locking the directory may have been removed.
    guard fstat(file, &status) == 0, FileStamp(path)?.inode == UInt64(status.st_ino) else {
      return nil
    }
    return lock
  }

  private init(file: Int32) { self.file = file }

  deinit { close(file) }
}
