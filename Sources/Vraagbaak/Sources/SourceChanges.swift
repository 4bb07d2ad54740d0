import Extraction
import Glibc
import Xapian

/// Which files are new, changed or gone since they were indexed. It reads only those whose size or
/// time says that they may have changed.
struct SourceChanges {
  enum State {
    case new
    case changed(before: SourceEntry)
    case renamed(from: SourceEntry)
    /// Its content is as it was, and another reader takes it now.
    case readOtherwise(before: SourceEntry)
  }

  struct File {
    /// As it is now.
    let entry: SourceEntry
    var state: State
  }

  /// In the order of the sources.
  private(set) var files: [File] = []
  private(set) var gone: [SourceEntry] = []
  /// Cannot be read now; what is indexed of them stays.
  private(set) var kept: [(entry: SourceEntry, reason: String)] = []
  /// As they were, but only reading told: to be known by their time from now on.
  private(set) var refreshed: [SourceEntry] = []
  private(set) var unchanged = 0
  /// Paths that are indexed from now on as well.
  private(set) var newRoots: [String] = []

  private let table: SourceTable
  private let reader: SourceReader
  private var places: SourcePaths { reader.places }
  private let roots: [String]
  private let ignoresMissing: Bool

  /// - Parameters:
  ///   - given: the paths to look at, as the index names them; nil: all roots.
  ///   - ignoresMissing: whether a path that is neither there nor indexed is passed over.
  init(
    given: [String]?, ignoresMissing: Bool = false, table: SourceTable, reader: SourceReader
  ) throws {
    self.table = table
    self.reader = reader
    self.ignoresMissing = ignoresMissing
    roots = try table.roots()
    var known: [String: SourceEntry] = [:]
    var found: [String] = []
    for path in try given.map(owners) ?? roots {
      let entries = try table.entries(under: path)
      if given != nil, !isIndexed(path) {
        if FileSystem.exists(places.file(path)) { newRoots.append(path) }
      }
      try look(at: path, entries, isGiven: given != nil, &known, &found)
    }
    classify(found, known)
    findRenamed()
  }

  /// A file that belongs to another stands for that one. What is indexed itself does not.
  private func owners(of paths: [String]) throws(XapianError) -> [String] {
    try paths.map { path throws(XapianError) in
      guard try table.entries(under: path).isEmpty else { return path }
      let name = SourcePaths.name(of: path)
      let directory = FileSystem.parent(of: places.file(path))
      let owner = FileSystem.names(in: directory).first {
        reader.registry.companions(of: $0).contains(name)
      }
      return owner.map { SourcePaths.sibling($0, of: path) } ?? path
    }
  }

  private func isIndexed(_ path: String) -> Bool {
    roots.contains { SourcePaths.isBelow(path, $0) }
  }

  /// Finds the files at a path. A whole directory of sources that is missing or empty is more
  /// likely not mounted than deleted: what is known of it stays.
  private mutating func look(
    at path: String, _ entries: [SourceEntry], isGiven: Bool, _ known: inout [String: SourceEntry],
    _ found: inout [String]
  ) throws {
    let file = places.file(path)
    let isRoot = roots.contains(path)
    let isDirectory = entries.contains { $0.path != path }
    guard FileSystem.exists(file) else {
      let fault = FileFault(errno)
      let reason = fault.description
      if entries.isEmpty {
        guard !isGiven || ignoresMissing else { throw IndexError(fault, source: file) }
        return
      }
      let isMissingRoot = isRoot && isDirectory
      // An empty directory is where a disk belongs.
      if isMissingRoot || !fault.isAbsence
        || FileSystem.names(in: FileSystem.parent(of: file)).isEmpty
      {
        keep(entries, reason)
      } else {
        gone += entries
      }
      return
    }
    let files = try SourceFiles(reader).find([path])
    if files.files.isEmpty, isRoot, isDirectory {
      keep(entries, "the directory \(file) holds no documents now")
      return
    }
    found += files.files
    for entry in entries {
      if let (_, fault) = files.unreadable.first(where: { SourcePaths.isBelow(entry.path, $0.path) }
      ) {
        keep([entry], fault.description)
      } else {
        known[entry.path] = entry
      }
    }
  }

  private mutating func keep(_ entries: [SourceEntry], _ reason: String) {
    kept += entries.map { ($0, reason) }
  }

  private mutating func classify(_ found: [String], _ known: [String: SourceEntry]) {
    var known = known
    var seen: Set<String> = []
    for path in found where seen.insert(path).inserted {
      classify(path, known.removeValue(forKey: path))
    }
    // What no directory gave: gone, or not to be found that way.
    for entry in known.values.sorted(by: { $0.path < $1.path }) {
      var status = stat()
      if stat(places.file(entry.path), &status) == 0 {
        classify(entry.path, entry)
        continue
      }
      let fault = FileFault(errno)
      if fault.isAbsence {
        gone.append(entry)
      } else {
        keep([entry], fault.description)
      }
    }
  }

  private mutating func classify(_ path: String, _ known: SourceEntry?) {
    if let known, known.readers == reader.signature, let stamp = reader.stamp(of: path),
      known.isCertainlyUnchanged(stamp)
    {
      unchanged += 1
      return
    }
    let entry: SourceEntry
    do throws(FileFault) {
      entry = try reader.entry(of: path)
    } catch {
      if let entry = known ?? reader.unreadableEntry(of: path) {
        keep([entry], error.description)
      }
      return
    }
    guard let known else {
      files.append(File(entry: entry, state: .new))
      return
    }
    guard known.hash == entry.hash else {
      files.append(File(entry: entry, state: .changed(before: known)))
      return
    }
    // Only where there are other readers now it is asked which of them takes the file.
    guard known.readers == reader.signature || (reader.reader(of: path) ?? "") == known.reader
    else {
      files.append(File(entry: entry, state: .readOtherwise(before: known)))
      return
    }
    unchanged += 1
    var refreshed = entry
    refreshed.documents = known.documents
    refreshed.repeated = known.repeated
    refreshed.reader = known.reader
    self.refreshed.append(refreshed)
  }

  /// A new file with the content of one that is gone is that one under another name.
  private mutating func findRenamed() {
    var goneByContent: [String: [SourceEntry]] = [:]
    for entry in gone where entry.documents > 0 && !entry.hash.isEmpty {
      goneByContent[Self.content(entry), default: []].append(entry)
    }
    guard !goneByContent.isEmpty else { return }
    var renamed: Set<String> = []
    for index in files.indices {
      guard case .new = files[index].state,
        let before = goneByContent[Self.content(files[index].entry)]?.popLast()
      else { continue }
      files[index].state = .renamed(from: before)
      renamed.insert(before.path)
    }
    gone.removeAll { renamed.contains($0.path) }
  }

  /// What it says and how it is read.
  private static func content(_ entry: SourceEntry) -> String {
    let name = entry.path.split(separator: "/").last ?? ""
    return entry.hash + "." + (name.split(separator: ".").last?.lowercased() ?? "")
  }
}
