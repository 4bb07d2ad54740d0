import Glibc

/// The index that the command works on, as it was named, so that advice names it too.
///
/// Set once, before the index is opened; also signal handlers read it.
enum ChosenIndex {
  /// ` --index NAME`; empty where none was named.
  nonisolated(unsafe) private(set) static var option: UnsafePointer<CChar> = copy("")

  /// - Parameter name: as typed; nil: none was.
  static func set(_ name: String?) {
    // Never freed: a handler may be reading it.
    option = copy(name.map { " --index " + ShellWord.quoted($0) } ?? "")
  }

  private static func copy(_ text: String) -> UnsafePointer<CChar> {
    // Null only for lack of memory, when nothing can be said at all.
    guard let copy = strdup(text) else { abort() }
    return UnsafePointer(copy)
  }
}

enum ShellWord {
  /// The text as one word for a shell.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x80 || "/._-+:,=@%".utf8.contains(byte) || (0x30...0x39).contains(byte)
        || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
    guard !isPlain || text.isEmpty else { return text }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: #"'\''"#) + "'"
  }
}
