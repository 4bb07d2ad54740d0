import Glibc

/// Why the system did not do something with a file.
struct FileFault: Error, Equatable, CustomStringConvertible {
  /// The system's error number.
  let code: Int32

  init(_ code: Int32) { self.code = code }

  var description: String { FileSystem.errorText(code) }

  /// Whether there is no such file.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR }

  /// What a text in words of the system says, of these: in parentheses, as the engine writes it.
  init?(shortageIn text: String) {
    guard let code = Self.shortages.first(where: { text.contains("(\(FileFault($0)))") }) else {
      return nil
    }
    self.init(code)
  }

  /// Whether the system lacks something, or forbids it: open files, memory, room, rights. It says
  /// nothing about the file, which may be sound.
  var isShortage: Bool { Self.shortages.contains(code) }

  private static let shortages: Set<Int32> = [
    EACCES, EPERM, EMFILE, ENFILE, ENOMEM, ENOSPC, EDQUOT, ENOLCK, EAGAIN, EROFS, ESTALE, ETIMEDOUT,
  ]
}
