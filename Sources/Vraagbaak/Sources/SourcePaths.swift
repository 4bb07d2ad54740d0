import Extraction
import Glibc

/// Between paths as an index keeps them, which are as they were given when it was built, and files
/// on the disk, whatever directory a later command is run from.
struct SourcePaths: Sendable {
  /// Where relative paths of the index start.
  let directory: String
  private let current = Self.currentDirectory()

  init(directory: String = Self.currentDirectory()) { self.directory = directory }

  /// The file on the disk.
  func file(_ path: String) -> String {
    path.hasPrefix("/") || directory == current ? path : directory + "/" + path
  }

  /// Absolute, without `.`, `..` and repeated slashes.
  func absolute(_ path: String) -> String { Self.normalised(path, from: directory) }

  /// How the index names what the user names.
  func path(_ given: String, roots: [String]) -> String {
    let wanted = Self.normalised(given, from: current)
    for root in roots {
      let place = Self.normalised(root, from: directory)
      if wanted == place { return Self.trimmed(root) }
      let below = place == "/" ? place : place + "/"
      if wanted.hasPrefix(below) {
        let base = Self.trimmed(root)
        return (base == "/" ? "" : base) + "/" + wanted.dropFirst(below.count)
      }
    }
    if directory == current { return Self.trimmed(given) }
    return wanted.hasPrefix(directory + "/")
      ? String(wanted.dropFirst(directory.count + 1)) : wanted
  }

  /// Without the slash at its end.
  static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  /// Without its directory.
  static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// In small letters, without the full stop; empty where there is none.
  static func fileExtension(of path: String) -> String {
    FileSample(name: name(of: path), head: []).fileExtension
  }

  /// The path of another file in the same directory.
  static func sibling(_ name: String, of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  static func isBelow(_ path: String, _ directory: String) -> Bool {
    path == directory || path.hasPrefix(directory == "/" ? "/" : directory + "/")
  }

  /// Absolute, without `.`, `..` and repeated slashes.
  private static func normalised(_ path: String, from directory: String) -> String {
    var names: [Substring] = []
    for name in (path.hasPrefix("/") ? path : directory + "/" + path).split(separator: "/") {
      switch name {
      case ".": continue
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return "/" + names.joined(separator: "/")
  }

  static func currentDirectory() -> String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
