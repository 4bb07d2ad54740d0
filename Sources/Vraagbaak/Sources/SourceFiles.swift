import Extraction
import Glibc
import WrittenQuestions

/// The files that paths stand for.
///
/// Links are followed. A directory is looked into once, under the shortest of its paths, so that links in
/// a circle come to an end and one that is given under several names is one source; of two paths that are
/// equally short the first in the order of names is taken. A file that is there itself is not found by a
/// link to it once more. An archive is a directory of what is in it.
struct SourceFiles {
  private let reader: SourceReader
  private let extensions: Set<String>
  private var places: SourcePaths { reader.places }
  private var filter: SelectionFilter { reader.filter }

  init(_ reader: SourceReader) {
    self.reader = reader
    extensions = Set(reader.registry.fileExtensions)
  }

  struct Found {
    /// Each once, in order of the paths given and by name within a directory.
    var files: [SourcePath] = []
    /// The paths given, less those that are another name for what an earlier one gives.
    var roots: [SourcePath] = []
    /// Directories that are there and cannot be looked into, and links that lead nowhere.
    var unreadable: [(path: SourcePath, fault: FileFault)] = []
    /// Archives that cannot be unpacked, or not to their end, and members that were not.
    var refused: [Refused] = []
    /// What the selection leaves out: files of known formats, and directories.
    var excluded: [SourcePath] = []
    /// Files of formats that are not known, and do not belong to others.
    var unknown: [SourcePath] = []

    /// Why something in the path could not be looked into.
    func fault(of path: SourcePath) -> String? {
      if let (_, fault) = unreadable.first(where: { path.isBelow($0.path) }) {
        return fault.description
      }
      return refused.first { path.isBelow($0.error.path) }?.error.description
    }
  }

  /// What of an archive is not unpacked.
  struct Refused {
    let archive: SourcePath
    /// Of a member, or of the archive.
    let error: ReadError
  }

  /// A directory that is to be looked into.
  private struct Directory {
    let path: SourcePath
    /// The number of the path given that it lies below.
    let root: Int
  }

  private struct Walk {
    var found = Found()
    /// By the number of the path given.
    var files: [[SourcePath]]
    var isRoot: [Bool]
    var visited: [FileIdentity: SourcePath] = [:]
    let roots: [SourcePath]
    var next: [Directory] = []
    var links: [Directory] = []
  }

  /// What is done about a path that is not there.
  enum Missing { case failure, passedOver, noted }

  /// Files are taken as they are named; of directories those with a known extension, at any depth,
  /// but for files that belong to another. Names that begin with a full stop are skipped, and so is an
  /// index.
  /// - Throws: `.noSuchSource`, or `.unavailable` for one that cannot be looked at.
  func find(_ paths: [SourcePath], missing: Missing = .failure) throws(IndexError) -> Found {
    let paths = paths.map(\.trimmed)
    // One that is missing and passed over stays a path of the index.
    var walk = Walk(
      files: paths.map { _ in [] }, isRoot: paths.map { _ in true }, roots: paths)
    var named: [Directory] = []
    for (number, path) in paths.enumerated() {
      let file = places.file(path)
      do throws(FileFault) {
        let status = try FileSystem.status(file)
        if status.isDirectory || places.isArchive(path) {
          walk.isRoot[number] = enter(Directory(path: path, root: number), status.identity, &walk)
        } else {
          named.append(Directory(path: path, root: number))
        }
      } catch {
        switch missing {
        case .failure: throw IndexError(error, source: file)
        case .passedOver: break
        case .noted: walk.found.unreadable.append((path, error))
        }
      }
    }
    while !walk.next.isEmpty {
      let level = walk.next
      walk.next = []
      for directory in level { look(into: directory, &walk) }
    }
    addNamed(named, to: &walk)
    addLinked(to: &walk)
    var found = walk.found
    found.files = walk.files.flatMap { $0.sorted(by: Self.precedes) }
    found.roots = zip(paths, walk.isRoot).filter(\.1).map(\.0)
    removeCompanions(from: &found)
    return found
  }

  /// False where it was entered already.
  @discardableResult
  private func enter(_ directory: Directory, _ identity: FileIdentity, _ walk: inout Walk) -> Bool {
    guard walk.visited[identity] == nil else { return false }
    walk.visited[identity] = directory.path
    walk.next.append(directory)
    return true
  }

  private func look(into directory: Directory, _ walk: inout Walk) {
    var entries: [FileSystem.Entry]
    do throws(FileFault) {
      guard let opened = open(directory.path, &walk) else { return }
      entries = try FileSystem.list(opened)
      let own = Index.ownNames(among: entries.map(\.name))
      if !own.isEmpty { entries.removeAll { own.contains($0.name) } }
    } catch {
      return walk.found.unreadable.append((directory.path, error))
    }
    for entry in entries where !entry.name.hasPrefix(".") {
      let path = directory.path.appending(entry.name)
      let target = Directory(path: path, root: directory.root)
      switch entry.kind {
      case .file where !ArchiveUnpacker.isArchive(entry.name):
        if isChosen(target, &walk) { walk.files[directory.root].append(path) }
      case .file, .directory, .link: look(at: target, entry.kind, &walk)
      case .other:
        if isChosen(target, &walk) { walk.found.unreadable.append((path, .noRegularFile)) }
      }
    }
  }

  /// Where a directory lies on the disk; nil for an archive that cannot be unpacked.
  private func open(_ directory: SourcePath, _ walk: inout Walk) -> String? {
    do throws(ExtractionError) {
      let opened = try places.directory(directory)
      for refusal in try places.refused(in: directory) {
        let path = refusal.name.map { directory.appending($0) } ?? directory
        let error = ReadError(.refused(reason: refusal.reason), path: path)
        walk.found.refused.append(Refused(archive: directory, error: error))
      }
      return opened
    } catch {
      let error = ReadError(error, path: directory)
      walk.found.refused.append(Refused(archive: directory, error: error))
      return nil
    }
  }

  /// What may be a directory, or lead to one.
  private func look(at target: Directory, _ kind: FileSystem.Entry.Kind, _ walk: inout Walk) {
    let path = target.path
    do throws(FileFault) {
      let status = try FileSystem.status(places.file(path))
      if status.isDirectory || status.isRegularFile && ArchiveUnpacker.isArchive(path.name) {
        if filter.enters(path, below: walk.roots[target.root]) {
          enter(target, status.identity, &walk)
        } else {
          walk.found.excluded.append(path)
        }
      } else if status.isRegularFile, isChosen(target, &walk) {
        walk.links.append(target)
      }
    } catch {
      let isMissed =
        kind == .directory
        ? filter.enters(path, below: walk.roots[target.root])
        : isKnown(path) && filter.accepts(path, below: walk.roots[target.root])
      if isMissed { walk.found.unreadable.append((path, error)) }
    }
  }

  /// Notes a file that is not.
  private func isChosen(_ file: Directory, _ walk: inout Walk) -> Bool {
    guard isKnown(file.path) else {
      walk.found.unknown.append(file.path)
      return false
    }
    guard filter.accepts(file.path, below: walk.roots[file.root]) else {
      walk.found.excluded.append(file.path)
      return false
    }
    return true
  }

  /// Files that are paths given themselves: of no known format as well, so that the reader says why it
  /// cannot read them.
  private func addNamed(_ named: [Directory], to walk: inout Walk) {
    guard !named.isEmpty else { return }
    var known = Set(walk.files.joined())
    var names: [FileIdentity: Set<SourcePath>] = [:]
    for file in named {
      let (path, name) = (file.path, file.path.name)
      // Another path to it may be known.
      if let directory = try? FileSystem.status(places.file(path.parent)).identity {
        let entered = walk.visited[directory]?.appending(name)
        let isNew = names[directory, default: []].insert(SourcePath(name)).inserted
        walk.isRoot[file.root] = isNew && !(entered.map(known.contains) ?? false)
      }
      if walk.isRoot[file.root] { walk.isRoot[file.root] = known.insert(path).inserted }
      guard walk.isRoot[file.root] else { continue }
      if filter.accepts(path, below: path) {
        walk.files[file.root].append(path)
      } else {
        walk.found.excluded.append(path)
      }
    }
  }

  private func addLinked(to walk: inout Walk) {
    guard !walk.links.isEmpty else { return }
    var known = identities(of: walk.files.joined())
    for link in walk.links {
      guard let status = try? FileSystem.status(places.file(link.path)),
        known.insert(status.identity).inserted
      else { continue }
      walk.files[link.root].append(link.path)
    }
  }

  /// Which files on the disk these are.
  func identities(of paths: some Sequence<SourcePath>) -> Set<FileIdentity> {
    Set(paths.compactMap { try? FileSystem.status(places.file($0)).identity })
  }

  /// Bytes of all files.
  func size(of paths: [SourcePath]) -> Int {
    paths.reduce(0) { $0 + ((try? FileSystem.status(places.file($1)).size) ?? 0) }
  }

  /// The order in which directories are read, name by name.
  private static func precedes(_ left: SourcePath, _ right: SourcePath) -> Bool {
    func order(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "/") ? 0 : byte }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8) { order($0) < order($1) }
  }

  /// Files that belong to another are read with that one.
  private func removeCompanions(from found: inout Found) {
    var companions: Set<SourcePath> = []
    for path in found.files where !companions.contains(path) {
      for name in reader.registry.companions(of: path.name) {
        companions.insert(path.sibling(name))
      }
    }
    found.files.removeAll(where: companions.contains)
    guard !found.unknown.isEmpty else { return }
    found.unknown.removeAll(where: companions.contains)
  }

  /// Whether the name is one of files that can be read.
  func isKnown(_ path: SourcePath) -> Bool { extensions.contains(path.fileExtension) }

  /// Whether it can be read, or something in it.
  func isSource(_ path: SourcePath) -> Bool {
    isKnown(path) || ArchiveUnpacker.isArchive(path.name)
  }
}
