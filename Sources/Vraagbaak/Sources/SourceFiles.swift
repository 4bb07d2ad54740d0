import Extraction
import Glibc
import WrittenQuestions

/// The files that paths stand for.
struct SourceFiles {
  private let reader: SourceReader
  private let extensions: Set<String>
  private var places: SourcePaths { reader.places }

  init(_ reader: SourceReader) {
    self.reader = reader
    extensions = Set(reader.registry.fileExtensions)
  }

  struct Found {
    /// Each once, in order of the paths given and by name within a directory.
    var files: [String] = []
    /// Of all files.
    var bytes = 0
    /// Directories that are there and cannot be looked into.
    var unreadable: [(path: String, fault: FileFault)] = []
  }

  /// Files are taken as they are named; of directories those with a known extension, at any depth,
  /// but for files that belong to another. Names that begin with a full stop are skipped.
  /// - Throws: `.noSuchSource`, or `.unavailable` for one that cannot be looked at.
  func find(_ paths: [String]) throws(IndexError) -> Found {
    var found = Found()
    var seen: Set<String> = []
    for path in paths {
      let file = places.file(path)
      guard FileSystem.exists(file) else { throw IndexError(FileFault(errno), source: file) }
      collect(SourcePaths.trimmed(path), isNamed: true, into: &found, &seen)
    }
    removeCompanions(from: &found)
    return found
  }

  /// Files that belong to another are read with that one.
  private func removeCompanions(from found: inout Found) {
    var companions: Set<String> = []
    for path in found.files where !companions.contains(path) {
      for name in reader.registry.companions(of: SourcePaths.name(of: path)) {
        companions.insert(SourcePaths.sibling(name, of: path))
      }
    }
    found.files.removeAll(where: companions.contains)
  }

  private func collect(
    _ path: String, isNamed: Bool, into found: inout Found, _ seen: inout Set<String>
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
          collect(base + "/" + name, isNamed: false, into: &found, &seen)
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

  /// Whether the name is one of files that can be read.
  func isKnown(_ path: String) -> Bool {
    extensions.contains(SourcePaths.fileExtension(of: path))
  }
}
