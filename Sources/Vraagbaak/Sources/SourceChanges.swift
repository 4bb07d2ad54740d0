import Extraction
import Glibc
import WrittenQuestions
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

    /// Whether it is to be read.
    var isRead: Bool { if case .renamed = state { false } else { true } }
  }

  /// In the order of the sources.
  private(set) var files: [File] = []
  private(set) var gone: [SourceEntry] = []
  /// Cannot be read now; what is indexed of them stays.
  private(set) var kept: [(entry: SourceEntry, reason: String)] = []
  /// As they were, but only reading told: to be known by their time from now on.
  private(set) var refreshed: [SourceEntry] = []
  private(set) var unchanged = 0
  /// These, where they are wanted.
  private(set) var unchangedEntries: [SourceEntry] = []
  /// Archives of which something is not unpacked, and those of which nothing is any more.
  private(set) var archives: [SourceEntry] = []
  private(set) var wholeArchives: [SourcePath] = []
  /// What is not unpacked of archives that are new or changed.
  private(set) var refused: [ReadError] = []
  /// What of the paths was found and is no source, or could not be looked into.
  private(set) var passedOver = SourceFiles.Found()
  /// Of which nothing could be read then.
  private(set) var unread = 0
  /// Paths that are indexed from now on as well.
  private(set) var newRoots: [SourcePath] = []

  private let table: SourceTable
  private let reader: SourceReader
  private var places: SourcePaths { reader.places }
  private let roots: SourceRoots
  private let ignoresMissing: Bool
  /// All that the sources hold now: what a file is called may depend on links elsewhere.
  private let present: SourceFiles.Found
  private let presentFiles: Set<SourcePath>

  /// - Parameters:
  ///   - given: the paths to look at, as the index names them; nil: all roots.
  ///   - ignoresMissing: whether a path that is neither there nor indexed is passed over.
  init(
    given: [SourcePath]?, ignoresMissing: Bool = false, table: SourceTable, reader: SourceReader
  ) throws {
    self.table = table
    self.reader = reader
    self.ignoresMissing = ignoresMissing
    let roots = try table.roots()
    let rootSet = SourceRoots(roots)
    self.roots = rootSet
    var paths = try given.map { try Self.owners(of: $0, table, reader) } ?? roots
    // What a link leads to may have had another name.
    if paths.contains(where: reader.places.isLink) { paths = roots + paths }
    let others = paths.filter { !rootSet.covers($0) }
    present = try SourceFiles(reader).find(roots + others, missing: .passedOver)
    presentFiles = Set(present.files)
    newRoots = present.roots.filter { path in
      !rootSet.contains(path) && FileSystem.exists(reader.places.file(path))
    }
    var known: [SourcePath: SourceEntry] = [:]
    var found: [SourcePath] = []
    for path in paths {
      let entries = try table.entries(under: path)
      try look(at: path, entries, isGiven: given != nil, &known, &found)
    }
    let looked = SourceRoots(paths)
    passedOver.unreadable = present.unreadable.filter { looked.covers($0.path) }
    passedOver.refused = present.refused.filter { looked.covers($0.archive) }
    passedOver.excluded = present.excluded.filter(looked.covers)
    passedOver.unknown = present.unknown.filter(looked.covers)
    classifyArchives(&known)
    classify(found, known)
    findRenamed()
  }

  /// A file that belongs to another stands for that one. What is indexed itself does not.
  private static func owners(of paths: [SourcePath], _ table: SourceTable, _ reader: SourceReader)
    throws(XapianError) -> [SourcePath]
  {
    try paths.map { path throws(XapianError) in
      guard try table.entries(under: path).isEmpty else { return path }
      let directory = (try? reader.places.directory(path.parent)) ?? ""
      let owner = FileSystem.names(in: directory).first {
        reader.registry.companions(of: $0).contains(path.name)
      }
      return owner.map(path.sibling) ?? path
    }
  }

  /// Finds the files at a path. A whole directory of sources that is missing or empty is more
  /// likely not mounted than deleted: what is known of it stays.
  private mutating func look(
    at path: SourcePath, _ entries: [SourceEntry], isGiven: Bool,
    _ known: inout [SourcePath: SourceEntry], _ found: inout [SourcePath]
  ) throws {
    let file = places.file(path)
    let isRoot = roots.contains(path)
    let isDirectory = entries.contains { $0.path != path }
    do throws(FileFault) {
      _ = try FileSystem.status(file)
    } catch {
      let fault = error
      let reason = fault.description
      if entries.isEmpty {
        guard !isGiven || ignoresMissing else { throw IndexError(fault, source: file) }
        return
      }
      let isMissingRoot = isRoot && (isDirectory || path == .standardInput)
      // An empty directory is where a disk belongs.
      let parent = FileSystem.parent(of: file)
      let isUnmounted = FileSystem.isDirectory(parent) && FileSystem.names(in: parent).isEmpty
      if isMissingRoot || !fault.isAbsence || isUnmounted || present.fault(of: path) != nil {
        keep(entries, present.fault(of: path) ?? reason)
      } else {
        gone += entries
      }
      return
    }
    let files = files(at: path)
    if files.isEmpty, isRoot, isDirectory {
      keep(entries, present.fault(of: path) ?? "the directory \(file) holds no documents now")
      return
    }
    found += files
    for entry in entries {
      if places.isArchive(entry.path) {
        known[entry.path] = entry
      } else if !presentFiles.contains(entry.path), let fault = present.fault(of: entry.path) {
        keep([entry], fault)
      } else {
        known[entry.path] = entry
      }
    }
  }

  private func files(at path: SourcePath) -> [SourcePath] {
    if presentFiles.contains(path) { return [path] }
    guard !places.isDirectory(path) else {
      return present.files.filter { $0.isBelow(path) }
    }
    guard !present.excluded.contains(where: path.isBelow) else { return [] }
    // One of no known format is read when it is named, one that has another name under that.
    return isPresent(path) ? [] : [path]
  }

  /// Whether a file is there under another name.
  private func isPresent(_ path: SourcePath) -> Bool {
    guard let own = try? FileSystem.status(places.file(path)).identity else { return false }
    return SourceFiles(reader).identities(of: present.files).contains(own)
  }

  private mutating func keep(_ entries: [SourceEntry], _ reason: String) {
    kept += entries.map { ($0, reason) }
  }

  /// - Parameter known: the entries of archives are taken out of it: what is in them is classified.
  private mutating func classifyArchives(_ known: inout [SourcePath: SourceEntry]) {
    var before: [SourcePath: SourceEntry] = [:]
    for path in known.keys where places.isArchive(path) {
      before[path] = known.removeValue(forKey: path)
    }
    archives = reader.entries(ofArchives: passedOver.refused)
    for archive in archives {
      let known = before.removeValue(forKey: archive.path)
      let isKnown = known?.hash == archive.hash && known?.failure == archive.failure
      if isKnown, !archive.isDue { unread += 1 }
      guard !isKnown || archive.isDue else { continue }
      refused += passedOver.refused.filter { $0.archive == archive.path }.map(\.error)
    }
    wholeArchives = Array(before.keys)
  }

  private mutating func classify(_ found: [SourcePath], _ known: [SourcePath: SourceEntry]) {
    var known = known
    var seen: Set<SourcePath> = []
    for path in found where seen.insert(path).inserted {
      classify(path, known.removeValue(forKey: path))
    }
    guard !known.isEmpty else { return }
    // What no directory gave: gone, or found under another name, or not to be found that way.
    let present = SourceFiles(reader).identities(of: present.files)
    for entry in known.values.sorted(by: { $0.path < $1.path }) {
      do throws(FileFault) {
        let status = try FileSystem.status(places.file(entry.path))
        if present.contains(status.identity) {
          gone.append(entry)
        } else {
          classify(entry.path, entry)
        }
      } catch {
        if error.isAbsence {
          gone.append(entry)
        } else {
          keep([entry], error.description)
        }
      }
    }
  }

  private mutating func classify(_ path: SourcePath, _ known: SourceEntry?) {
    if let known, known.readers == reader.signature, let stamp = reader.stamp(of: path),
      known.isCertainlyUnchanged(stamp)
    {
      noteUnchanged(known)
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
    guard known.hash == entry.hash, !known.isStale else {
      files.append(File(entry: entry, state: .changed(before: known)))
      return
    }
    // Only where there are other readers now it is asked which of them takes the file.
    guard
      known.readers == reader.signature || known.isCopy
        || (reader.reader(of: path) ?? "") == known.reader
    else {
      files.append(File(entry: entry, state: .readOtherwise(before: known)))
      return
    }
    noteUnchanged(known)
    var refreshed = entry
    refreshed.documents = known.documents
    refreshed.repeated = known.repeated
    refreshed.isCopy = known.isCopy
    refreshed.failure = known.failure
    refreshed.reader = known.reader
    self.refreshed.append(refreshed)
  }

  private mutating func noteUnchanged(_ entry: SourceEntry) {
    unchanged += 1
    if reader.counts { unchangedEntries.append(entry) }
    if !entry.failure.isEmpty { unread += 1 }
  }

  /// A new file with the content of one that is gone is that one under another name.
  private mutating func findRenamed() {
    var goneByContent: [String: [SourceEntry]] = [:]
    for entry in gone where entry.documents > 0 && !entry.hash.isEmpty {
      goneByContent[Self.content(entry), default: []].append(entry)
    }
    guard !goneByContent.isEmpty else { return }
    var renamed: Set<SourcePath> = []
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
    entry.hash + "." + entry.path.fileExtension
  }
}
