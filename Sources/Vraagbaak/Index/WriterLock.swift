import Glibc

/// The one writer of an index. The kernel releases the lock when the process ends, however it ends.
struct WriterLock: ~Copyable {
  private let file: Int32

  /// Takes the lock or fails at once, naming who holds it.
  init(indexDirectory: String) throws(IndexError) {
    let path = indexDirectory + "/lock"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw .cannotWrite(path: path, reason: FileSystem.errorText())
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let holder = FileSystem.read(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
      close(file)
      throw .locked(path: indexDirectory, holder: holder.isEmpty ? "unknown" : holder)
    }
    let holder = "process \(getpid())"
    ftruncate(file, 0)
    _ = holder.withCString { write(file, $0, strlen($0)) }
  }

  deinit { close(file) }
}
