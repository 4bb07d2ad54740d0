import Extraction

/// Which of the files below the paths of an index are its sources. Kept with the index, so that updates
/// choose as the build did.
public struct SourceSelection: Sendable, Equatable, Codable {
  /// Files below a directory that was given by a pattern.
  public struct Glob: Sendable, Equatable, Codable {
    public var root: SourcePath
    /// From the root.
    public var pattern: String

    /// As it was given.
    var given: SourcePath {
      root == "." ? SourcePath(String(pattern.dropFirst())) : SourcePath(root.text + pattern)
    }
  }

  /// Patterns as in `.gitignore`, of paths below what was given: only files that one matches, or that
  /// lie in a directory which one matches. Empty: all.
  public var include: [String]
  /// Likewise of files and directories that are left out. A later one that begins with `!` takes back
  /// what an earlier one says.
  public var exclude: [String]
  /// Of a root that has some only what one of them matches is a source.
  public internal(set) var globs: [Glob] = []

  public init(include: [String] = [], exclude: [String] = []) {
    self.include = include
    self.exclude = exclude
  }

  /// Notes what of some paths is a pattern: `docs/**/*.pdf` is the directory `docs`, of which the files
  /// are taken that the pattern matches. What is there under the name itself is no pattern.
  /// - Returns: the paths, each once.
  mutating func roots(of given: [SourcePath], _ places: SourcePaths) -> [SourcePath] {
    var roots: [SourcePath] = []
    var whole: Set<SourcePath> = []
    var known: Set<SourcePath> = []
    for path in given.map(\.trimmed) {
      var root = path
      if PathPattern.isPattern(path.text), !FileSystem.exists(places.file(path)) {
        let glob = Self.glob(path)
        root = glob.root
        globs.append(glob)
      } else {
        whole.insert(path)
      }
      if known.insert(root).inserted { roots.append(root) }
    }
    // One that is given itself as well is taken whole.
    globs.removeAll { whole.contains($0.root) }
    return roots
  }

  private static func glob(_ path: SourcePath) -> Glob {
    let names = path.text.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = names.prefix { !PathPattern.isPattern(String($0)) }
    let start = fixed.joined(separator: "/")
    let root = start.isEmpty ? (fixed.isEmpty ? "." : "/") : start
    return Glob(
      root: SourcePath(root), pattern: "/" + names.dropFirst(fixed.count).joined(separator: "/"))
  }
}

/// Says of paths whether they are chosen.
struct SelectionFilter: Sendable {
  private let include: [PathPattern]
  private let exclude: [PathPattern]
  private let globs: [SourcePath: [PathPattern]]
  private let roots: SourceRoots

  /// - Parameter roots: of the index.
  init(_ selection: SourceSelection, roots: [SourcePath]) {
    include = selection.include.map { PathPattern($0) }
    exclude = selection.exclude.map { PathPattern($0) }
    globs = Dictionary(grouping: selection.globs, by: \.root).mapValues {
      $0.map { PathPattern($0.pattern) }
    }
    self.roots = SourceRoots(roots)
  }

  var choosesAll: Bool { include.isEmpty && exclude.isEmpty && globs.isEmpty }

  /// Whether a file is a source.
  /// - Parameter root: what was given that it lies below; a file that was given itself goes by its
  ///   whole path.
  func accepts(_ path: SourcePath, below root: SourcePath) -> Bool {
    guard !choosesAll else { return true }
    let names = path.names(below: root)
    return !isExcluded(names, isDirectory: false)
      && (include.isEmpty || include.contains { Self.covers($0, names) })
      && isMatched(path)
  }

  /// Whether something in a directory may be a source.
  func enters(_ directory: SourcePath, below root: SourcePath) -> Bool {
    exclude.isEmpty || !isExcluded(directory.names(below: root), isDirectory: true)
  }

  /// What lies in a directory that is left out is left out with it.
  private func isExcluded(_ names: [String], isDirectory: Bool) -> Bool {
    guard !exclude.isEmpty else { return false }
    for count in 1...max(1, names.count) {
      let part = Array(names.prefix(count))
      let last = exclude.last {
        $0.matches(part, isDirectory: isDirectory || count < names.count)
      }
      if last?.isNegated == false { return true }
    }
    return false
  }

  private static func covers(_ pattern: PathPattern, _ names: [String]) -> Bool {
    (1...max(1, names.count)).contains { count in
      pattern.matches(Array(names.prefix(count)), isDirectory: count < names.count)
    }
  }

  private func isMatched(_ path: SourcePath) -> Bool {
    guard !globs.isEmpty else { return true }
    let above = roots.all(above: path)
    return above.isEmpty
      || above.contains { root in
        globs[root].map { $0.contains { Self.covers($0, path.names(below: root)) } } ?? true
      }
  }
}

/// Paths that were given, to be asked what lies below them: there may be many.
struct SourceRoots: Sendable {
  private let paths: Set<SourcePath>

  init(_ paths: [SourcePath]) { self.paths = Set(paths) }

  func contains(_ path: SourcePath) -> Bool { paths.contains(path) }

  /// Whether one is the path, or a directory that it lies in.
  func covers(_ path: SourcePath) -> Bool {
    path.ancestry.contains(where: paths.contains)
  }

  /// Those that are the path, or directories that it lies in.
  func all(above path: SourcePath) -> [SourcePath] {
    path.ancestry.filter(paths.contains)
  }
}

extension SourcePath {
  /// The path and the directories that it lies in, as they are written.
  fileprivate var ancestry: [SourcePath] {
    let bytes = text.utf8
    var all = [self]
    for index in bytes.indices.reversed() where bytes[index] == UInt8(ascii: "/") {
      all.append(index == bytes.startIndex ? "/" : SourcePath(String(text[..<index])))
    }
    return all
  }

  /// The names below a directory; all of the path where it does not lie in that.
  fileprivate func names(below root: SourcePath) -> [String] {
    let start = root.text == "/" ? 1 : root.text.utf8.count + 1
    let rest =
      self != root && isBelow(root) ? Substring(text.utf8.dropFirst(start)) : Substring(text)
    return rest.split(separator: "/").filter { $0 != "." }.map(String.init)
  }
}
