import Extraction
import Glibc

/// Between paths as an index keeps them, which are as they were given when it was built, and files
/// on the disk, whatever directory a later command is run from.
struct SourcePaths: Sendable {
  /// Where relative paths of the index start.
  let directory: String
  private let current = Self.currentDirectory()
  /// What archives are unpacked to; nil: they are files.
  var archives: ArchiveMounts?
  /// Where what was read from standard input lies.
  var standardInput: String?

  init(directory: String = Self.currentDirectory()) { self.directory = directory }

  /// The file on the disk.
  func file(_ path: SourcePath) -> String {
    if let standardInput, path == .standardInput { return standardInput }
    guard let archives else { return outside(path) }
    return archives.file(path, outside: outside)
  }

  private func outside(_ path: SourcePath) -> String {
    path.text.hasPrefix("/") || directory == current ? path.text : directory + "/" + path.text
  }

  /// The directory on the disk, of an archive the one that it is unpacked to.
  func directory(_ path: SourcePath) throws(ExtractionError) -> String {
    guard let archives, ArchiveUnpacker.isArchive(path.name) else { return file(path) }
    return try archives.directory(of: path, at: file(path))
  }

  /// What of an archive was not unpacked; nothing of a directory.
  func refused(in path: SourcePath) throws(ExtractionError) -> [UnpackedArchive.Refusal] {
    guard let archives, isArchive(path) else { return [] }
    return try archives.content(of: path, at: file(path)).record.refused
  }

  /// Whether files are looked for in it.
  func isDirectory(_ path: SourcePath) -> Bool {
    FileSystem.isDirectory(file(path)) || isArchive(path)
  }

  /// Whether it is a file that stands for a directory.
  func isArchive(_ path: SourcePath) -> Bool {
    archives != nil && ArchiveUnpacker.isArchive(path.text)
      && (try? FileSystem.status(file(path)).isRegularFile) == true
  }

  func isLink(_ path: SourcePath) -> Bool {
    (try? FileSystem.status(file(path), followsLinks: false).isLink) == true
  }

  /// Without `.`, `..` and repeated slashes.
  func absolute(_ path: SourcePath) -> SourcePath { Self.normalised(path, from: directory) }

  /// How the index names what the user names.
  func path(_ given: SourcePath, roots: [SourcePath]) -> SourcePath {
    if standardInput != nil, given == .standardInput { return given }
    let wanted = Self.normalised(given, from: current)
    for root in roots {
      if let path = Self.path(wanted, below: absolute(root), named: root.trimmed) { return path }
    }
    if let path = linkedPath(wanted, roots) { return path }
    if directory == current { return given.trimmed }
    let start = SourcePath(directory)
    guard wanted != start, wanted.isBelow(start) else { return wanted }
    return SourcePath(String(wanted.text.dropFirst(directory == "/" ? 1 : directory.count + 1)))
  }

  /// A path of which a directory is one of the roots under another name.
  private func linkedPath(_ wanted: SourcePath, _ roots: [SourcePath]) -> SourcePath? {
    var known: [FileIdentity: SourcePath] = [:]
    for root in roots {
      guard let status = try? FileSystem.status(file(root)), status.isDirectory else { continue }
      known[status.identity] = known[status.identity] ?? root.trimmed
    }
    var directory = wanted
    while directory != "/" {
      if let identity = try? FileSystem.status(directory.text).identity, let root = known[identity]
      {
        return Self.path(wanted, below: directory, named: root)
      }
      directory = directory.parent
    }
    return nil
  }

  /// The path of what lies in a directory, where that has another name.
  private static func path(
    _ wanted: SourcePath, below directory: SourcePath, named name: SourcePath
  ) -> SourcePath? {
    guard wanted != directory else { return name }
    guard wanted.isBelow(directory) else { return nil }
    let rest = wanted.text.utf8.dropFirst(directory.appending("").text.utf8.count)
    return name.appending(String(Substring(rest)))
  }

  private static func normalised(_ path: SourcePath, from directory: String) -> SourcePath {
    var names: [Substring] = []
    let whole = path.text.hasPrefix("/") ? path.text : directory + "/" + path.text
    for name in whole.split(separator: "/") {
      switch name {
      case ".": continue
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return SourcePath("/" + names.joined(separator: "/"))
  }

  static func currentDirectory() -> String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return PathText.decode(pointer)
  }
}

extension SourcePath {
  /// What was read from standard input. A file of that name is `./-`.
  public static let standardInput: SourcePath = "-"
}
