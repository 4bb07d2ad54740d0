import Extraction
import Glibc

extension FileFault {
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
