import DutchText
import Extraction
import WrittenQuestions
import Xapian

/// Brings an index in line with changed files, all in one commit.
///
/// It reads from one revision and writes to the next, and keeps account itself of what it has
/// changed, so that without a writer it does the same and changes nothing.
final class Updater {
  /// The index's directory.
  let path: String
  let database: Database
  let writer: WritableDatabase?
  let table: SourceTable
  var reader: SourceReader
  let indexer: DocumentIndexer
  let join: RegisterJoin

  var summary = UpdateSummary()
  var files: [SourcePath: UpdateSummary.File] = [:]
  var skipped: [SourcePath: [BuildSummary.Skip]] = [:]

  /// Documents that are not as `database` has them: gone, under another id, changed in any way.
  var deleted: Set<Int> = []
  var renamed: Set<Int> = []
  var written: Set<Int> = []
  /// Where the same content lies, as this update leaves it.
  var places: [String: [SourcePath]] = [:]
  /// Entries that are as they were but for their times.
  var refreshed: [SourcePath: SourceEntry] = [:]
  /// What each file gave, where that is counted.
  var accounts: [SourcePath: FileAccount] = [:]
  /// The record that each id went to in this update, by the bytes of the id.
  var claims: [[UInt8]: Claim] = [:]
  /// Files with records that were passed over because another has their id.
  var repeatedPaths: Set<SourcePath>
  var documents: Int
  var passages: Int
  /// Entries that were written, or taken out, in this update.
  var entries: [SourcePath: SourceEntry?] = [:]

  struct Claim: Equatable {
    let path: SourcePath
    let offset: Int
  }

  /// - Parameter writer: nil: nothing is written.
  init(
    path: String, reading database: Database, writer: WritableDatabase?, analyzer: Analyzer,
    reader: SourceReader
  ) throws {
    self.path = path
    self.database = database
    self.writer = writer
    self.reader = reader
    table = SourceTable(database: database)
    indexer = DocumentIndexer(analyzer: analyzer)
    join = RegisterJoin(reading: database, writer: writer, indexer: indexer)
    repeatedPaths = Set(try table.repeatedPaths())
    documents = try database.statistics().documentCount
    passages = try table.passages()
  }

  /// Applies what has changed in the sources.
  func apply(_ changes: SourceChanges) throws {
    // Which files are not there any more with what they said.
    var leaving = Set(changes.gone.map(\.path))
    for file in changes.files {
      if case .changed(let before) = file.state, before.hash != file.entry.hash {
        leaving.insert(file.entry.path)
      }
    }
    for entry in changes.refreshed {
      try write(entry)
      refreshed[entry.path] = entry
    }
    for entry in changes.gone { try withdraw(entry, with: leaving) }
    for file in changes.files {
      guard case .renamed(let before) = file.state else { continue }
      try move(before, to: file.entry)
      try replacePlace(before, by: file.entry.path)
    }
    // All leave before anything new is found to be a copy of what stays.
    var heirs: [SourceEntry] = []
    for file in changes.files {
      guard case .changed(let before) = file.state, before.hash != file.entry.hash,
        let heir = try leavePlace(before, with: leaving)
      else { continue }
      heirs.append(heir)
    }
    reader.extractAhead(changes.files.filter(\.isRead).map(\.entry.path))
    for file in changes.files {
      switch file.state {
      case .new: try take(file.entry, before: nil)
      case .changed(let before): try take(file.entry, before: before)
      case .readOtherwise(let before): try read(file.entry, before: before, keepsKnown: false)
      case .renamed: break
      }
    }
    for var heir in heirs {
      heir.isCopy = false
      try read(heir, before: nil)
    }
    for (entry, reason) in changes.kept { try keep(entry, reason) }
    for entry in changes.archives { try write(entry) }
    for path in changes.wholeArchives {
      if let writer { try SourceTable.remove(path, from: writer) }
    }
    if !changes.newRoots.isEmpty { try write(roots: try table.roots() + changes.newRoots) }
    summary.unchangedFiles = changes.unchanged
    summary.unreadFiles = changes.unread
    for error in changes.refused {
      skipped[error.path, default: []].append(.unreadable(error))
    }
    try readRepeated()
    try joinRegisters()
  }

  /// Gives documents what registers say of them now.
  private func joinRegisters() throws {
    let outcome = try join.finish(
      isGone: deleted.contains, changed: deleted.union(written),
      isTaken: { [self] id in try claims[Array(id.utf8)] != nil || holder(of: id) != nil })
    summary.added += outcome.added
    summary.replaced += outcome.replaced
    summary.deleted += outcome.deleted
    documents += outcome.added - outcome.deleted
    passages += outcome.passages
    summary.warnings.add(outcome.warnings)
    for (path, account) in outcome.accounts {
      accounts[path] = accounts[path].map { $0 + account }
    }
    for (path, count) in outcome.documents.sorted(by: { $0.key < $1.key }) where count != 0 {
      guard var entry = try entries[path] ?? table.entry(path) else { continue }
      entry.documents += count
      try write(entry)
      if let file = files[path] { note(path, file.change, documents: entry.documents) }
    }
  }

  /// Reads a file, unless what it says was read elsewhere.
  private func take(_ entry: SourceEntry, before: SourceEntry?) throws {
    if let original = try original(of: entry) { return try addCopy(entry, of: original) }
    if try read(entry, before: before) { try addPlace(entry) }
  }

  /// Deletes documents, each by its id, or by a number or the end of an id that no other has.
  /// - Throws: `IndexError.noSuchDocument`, `.severalDocuments`.
  func remove(ids: [String]) throws {
    var paths: Set<SourcePath> = []
    for id in ids {
      let found = try lookup.onlyDocument(id)
      try delete(IndexedDocument(document: found.documentID, header: found.header))
      paths.insert(found.header.source.path)
    }
    for path in paths.sorted() {
      guard var entry = try table.entry(path) else { continue }
      entry.documents = try documents(of: path).count + registerDocuments(of: path)
      try write(entry)
      note(path, .changed, documents: entry.documents)
    }
  }

  /// Deletes all documents of files, but for those of which a copy lies elsewhere. A file that stays
  /// below a root is remembered as one that gives none, until it changes.
  /// - Throws: `IndexError.noSuchSource`.
  func remove(sources paths: [SourcePath]) throws {
    var roots = try table.roots()
    let leaving = Set(try paths.flatMap { try table.entries(under: $0) }.map(\.path))
    for path in paths {
      let entries = try table.entries(under: path)
      guard !entries.isEmpty || roots.contains(path) else {
        throw IndexError.noSuchSource(path: path.text)
      }
      roots.removeAll { $0.isBelow(path) }
      for entry in entries {
        try withdraw(entry, with: leaving)
        let isInRoot = roots.contains { entry.path.isBelow($0) }
        if isInRoot, let now = try? reader.entry(of: entry.path) { try write(now) }
      }
    }
    if try table.roots() != roots { try write(roots: roots) }
    try readRepeated()
    try joinRegisters()
  }

  /// Writes what goes with the documents; the commit is the caller's.
  func finish() throws -> UpdateSummary {
    if let writer {
      for word in indexer.takeWords() {
        let key = Schema.wordKeyPrefix + word
        if try database.metadata(key).isEmpty {
          try writer.setMetadata(key, to: Schema.wordValue)
        }
      }
      try writePlaces()
      if try table.passages() != passages { try SourceTable.write(passages: passages, to: writer) }
    }
    summary.files = files.values.sorted { $0.path < $1.path }
    summary.skipped = skipped.sorted { $0.key < $1.key }.flatMap(\.value)
    summary.documents = documents
    summary.passages = passages
    return summary
  }

  func note(_ path: SourcePath, _ change: UpdateSummary.FileChange, documents: Int) {
    files[path] = UpdateSummary.File(path: path, change: change, documents: documents)
  }

  func write(_ entry: SourceEntry) throws {
    if entry.repeated > 0 {
      repeatedPaths.insert(entry.path)
    } else {
      repeatedPaths.remove(entry.path)
    }
    entries[entry.path] = .some(entry)
    if let writer { try SourceTable.write(entry, to: writer) }
  }

  func removeEntry(_ path: SourcePath) throws {
    repeatedPaths.remove(path)
    entries[path] = .some(nil)
    if let writer { try SourceTable.remove(path, from: writer) }
  }

  private func write(roots: [SourcePath]) throws {
    if let writer { try SourceTable.write(roots: roots, to: writer) }
  }
}
