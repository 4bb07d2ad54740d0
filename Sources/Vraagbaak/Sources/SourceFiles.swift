import Glibc
import WrittenQuestions

/// The files that paths stand for.
enum SourceFiles {
  struct Found {
    /// Each once, in order of the paths given and by name within a directory.
    var files: [String] = []
    /// Of all files.
    var bytes = 0
    /// Directories that are there and cannot be looked into.
    var unreadable: [(path: String, fault: FileFault)] = []
  }

  /// Files are taken as they are named; of directories those with a known extension, at any depth.
  /// Names that begin with a full stop are skipped.
  /// - Throws: `.noSuchSource`, or `.unavailable` for one that cannot be looked at.
  static func find(_ paths: [String], in places: SourcePaths) throws(IndexError) -> Found {
    var found = Found()
    var seen: Set<String> = []
    for path in paths {
      let file = places.file(path)
      guard FileSystem.exists(file) else { throw IndexError(FileFault(errno), source: file) }
      collect(SourcePaths.trimmed(path), isNamed: true, in: places, into: &found, &seen)
    }
    return found
  }

  private static func collect(
    _ path: String, isNamed: Bool, in places: SourcePaths, into found: inout Found,
    _ seen: inout Set<String>
  ) {
    let file = places.file(path)
    var status = stat()
    guard stat(file, &status) == 0 else {
      if isNamed || isKnown(path) { found.unreadable.append((path, FileFault(errno))) }
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      do throws(FileFault) {
        for name in try FileSystem.entries(of: file) where !name.hasPrefix(".") {
          let base = path == "/" ? "" : path
          collect(base + "/" + name, isNamed: false, in: places, into: &found, &seen)
        }
      } catch {
        found.unreadable.append((path, error))
      }
      return
    }
    // A file of no known format that is named is read, so that the reader says why it cannot.
    guard isNamed || (isKnown(path) && status.st_mode & S_IFMT == S_IFREG),
      seen.insert(path).inserted
    else { return }
    found.bytes += Int(status.st_size)
    found.files.append(path)
  }

  static func isKnown(_ path: String) -> Bool {
    let name = path.lowercased()
    return Readers.fileExtensions.contains { name.hasSuffix("." + $0) }
  }
}
