import Extraction
import Glibc

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The one writer of an index. The kernel releases the lock when the process ends, however it ends.
final class WriterLock {
  private static let pause: UInt32 = 20_000

  static let fileName = "lock"

  private var file: Int32 = -1

  /// Takes the lock, or fails naming who holds it.
  /// - Parameters:
  ///   - purpose: what the holder does, for those who are kept out, in a word: `update`.
  ///   - wait: seconds to wait for another writer.
  init(indexDirectory: String, purpose: String, wait: Double = 0) throws(IndexError) {
    let path = indexDirectory + "/" + Self.fileName
    let start = ContinuousClock.now
    while true {
      file = FileSystem.uninterrupted {
        PathText.withSystemPath(path) { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o644) }
      }
      guard file >= 0 else {
        throw .cannotWrite(path: path, reason: FileFault(errno).description)
      }
      try lock(indexDirectory, path, start, wait)
      var status = stat()
      // Between opening and locking a build that came to nothing may have removed it.
      guard fstat(file, &status) != 0 || FileStamp(path)?.inode != UInt64(status.st_ino) else {
        break
      }
      close(file)
    }
    let since = Date().formatted(.iso8601)
    let holder = "process \(getpid()), \(purpose), since \(since)"
    // Only for people: a disk that is full keeps nobody from writing here.
    ftruncate(file, 0)
    _ = holder.withCString { write(file, $0, strlen($0)) }
  }

  private func lock(
    _ indexDirectory: String, _ path: String, _ start: ContinuousClock.Instant, _ wait: Double
  ) throws(IndexError) {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let fault = FileFault(errno)
      guard fault.code == EWOULDBLOCK || fault.code == EINTR else {
        throw .cannotWrite(path: path, reason: fault.description)
      }
      guard start.duration(to: .now).seconds < wait else {
        let holder = (try? FileSystem.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        throw .locked(path: indexDirectory, holder: holder.isEmpty ? "unknown" : holder)
      }
      usleep(Self.pause)
    }
  }

  deinit { if file >= 0 { close(file) } }
}
