import Glibc
import WrittenQuestions

/// The files that a user's paths stand for.
enum SourceFiles {
  struct Found {
    /// Each once, in order of the paths given and by name within a directory.
    var files: [String] = []
    /// Named directly, but of no known format; read anyway, so that the reader says why not.
    var bytes = 0
  }

  /// Files are taken as they are named; of directories those with a known extension, at any depth.
  /// Names that begin with a full stop are skipped.
  static func find(_ paths: [String]) throws(IndexError) -> Found {
    var found = Found()
    var seen: Set<String> = []
    for path in paths {
      guard FileSystem.exists(path) else { throw .noSuchSource(path: path) }
      collect(path, isNamed: true, into: &found, &seen)
    }
    return found
  }

  private static func collect(
    _ path: String, isNamed: Bool, into found: inout Found, _ seen: inout Set<String>
  ) {
    if FileSystem.isDirectory(path) {
      let base = path.hasSuffix("/") ? String(path.dropLast()) : path
      for name in FileSystem.names(in: path) where !name.hasPrefix(".") {
        collect(base + "/" + name, isNamed: false, into: &found, &seen)
      }
      return
    }
    let name = path.lowercased()
    let isKnown = Readers.fileExtensions.contains { name.hasSuffix("." + $0) }
    guard isNamed || isKnown, seen.insert(path).inserted else { return }
    var status = stat()
    found.bytes += stat(path, &status) == 0 ? Int(status.st_size) : 0
    found.files.append(path)
  }
}
