import DutchText
import Extraction
import WrittenQuestions
import Xapian

extension Index {
  /// Brings the index in line with its sources: reads what is new or changed, takes out what is
  /// gone, and leaves all else alone. Searches see it whole, after one commit; after any error or
  /// crash the index is as it was.
  ///
  /// ```swift
  /// let summary = try index.update(["documenten/nieuw.txt"])
  /// ```
  ///
  /// A file that cannot be read now keeps its passages and is in `summary.kept`. A directory that
  /// was indexed and is missing or empty keeps all of its documents.
  ///
  /// - Parameters:
  ///   - paths: files or directories to look at, also ones that were not indexed before; none: all
  ///     that were.
  ///   - wait: seconds to wait for another writer.
  ///   - isDryRun: find out and change nothing.
  ///   - report: a file for a `ReadingReport` of all files that were looked at.
  /// - Throws: `.otherFingerprint` when a rebuild is needed.
  @discardableResult
  public func update(
    _ paths: [String] = [], wait: Double = 0, isDryRun: Bool = false, report: String? = nil
  )
    throws(IndexError) -> UpdateSummary
  {
    var archives: ArchiveMounts?
    let summary = try change("update", wait: wait, isDryRun: isDryRun) { updater in
      updater.reader.counts = report != nil
      let changes = try SourceChanges(
        given: paths.isEmpty ? nil : try updater.paths(paths), table: updater.table,
        reader: updater.reader)
      try updater.apply(changes)
      if let report { try updater.writeReport(changes, to: report) }
      archives = updater.reader.places.archives
    }
    // Only where all were looked at.
    if paths.isEmpty, !isDryRun { archives?.unpacked.removeUnused() }
    return summary
  }

  /// Takes documents out. They come back when their file changes, or by a rebuild.
  /// - Parameter ids: each an id, or a number or the end of an id that no other document has.
  /// - Throws: `.noSuchDocument`, `.severalDocuments` before anything is removed.
  @discardableResult
  public func remove(ids: [String], wait: Double = 0, isDryRun: Bool = false) throws(IndexError)
    -> UpdateSummary
  {
    try change("remove", wait: wait, isDryRun: isDryRun) { try $0.remove(ids: ids) }
  }

  /// Takes out all documents of files or directories, and no longer looks at these. A file below a
  /// directory that stays is looked at again when it changes.
  /// - Throws: `.noSuchSource` before anything is removed.
  @discardableResult
  public func remove(sources: [String], wait: Double = 0, isDryRun: Bool = false)
    throws(IndexError) -> UpdateSummary
  {
    try change("remove", wait: wait, isDryRun: isDryRun) { updater in
      try updater.remove(sources: try updater.paths(sources))
    }
  }

  /// Runs a change in one commit, holding the writer's lock.
  func change(
    _ purpose: String, wait: Double, isDryRun: Bool, _ body: (Updater) throws -> Void
  ) throws(IndexError) -> UpdateSummary {
    let start = ContinuousClock.now
    _ = try serving()
    let lock = isDryRun ? nil : try WriterLock(indexDirectory: path, purpose: purpose, wait: wait)
    defer { withExtendedLifetime(lock) {} }
    let open = try OpenGeneration.serving(self)
    try open.checkFingerprint()
    var attempt = 0
    while true {
      attempt += 1
      do {
        var summary = try change(open, isDryRun: isDryRun, body)
        summary.seconds = start.duration(to: .now).seconds
        return summary
      } catch {
        // Without the lock another writer may be faster.
        if isDryRun, attempt < 10, (error as? XapianError)?.isRetryableAfterReopen == true {
          try open.reopen()
          continue
        }
        throw open.generation.failure(error, changing: path)
      }
    }
  }

  /// Reads the sources as they were read for the build.
  func reader(for manifest: Manifest) -> SourceReader {
    var places = SourcePaths(directory: manifest.directory)
    places.standardInput = manifest.standardInput.map(StandardInputStore(self).file)
    return SourceReader(
      self, places: places,
      mapping: manifest.fields.map(FieldMapping.init(names:)), roots: manifest.roots,
      names: manifest.names.map(SourceNames.init(directory:)),
      selection: manifest.selection ?? SourceSelection(), readsPictures: manifest.ocr ?? false)
  }

  private func change(_ open: OpenGeneration, isDryRun: Bool, _ body: (Updater) throws -> Void)
    throws -> UpdateSummary
  {
    let writer = isDryRun ? nil : try open.generation.writableDatabase()
    // Without a transaction the engine commits by itself now and then; a writer that goes away
    // inside one leaves nothing behind.
    try writer?.beginTransaction()
    let updater = try Updater(
      path: path, reading: open.database, writer: writer, analyzer: try open.generation.analyzer(),
      reader: reader(for: open.manifest))
    try body(updater)
    var summary = try updater.finish()
    try writer?.commitTransaction()
    try writer?.close()
    // The engine renames its version file, and leaves the directory to the system.
    if !isDryRun { try FileSystem.sync(open.generation.databaseDirectory) }
    summary.generation = open.generation.number
    return summary
  }
}

extension Updater {
  /// The paths as the index names them.
  fileprivate func paths(_ given: [String]) throws -> [SourcePath] {
    let roots = try table.roots()
    return given.map { reader.places.path(SourcePath($0), roots: roots) }
  }
}

extension Generation {
  func writableDatabase() throws(XapianError) -> WritableDatabase {
    try .alone(path: databaseDirectory, mode: .open)
  }

  /// What kept an update from being made.
  fileprivate func failure(_ error: any Error, changing index: String) -> IndexError {
    guard let error = error as? XapianError, !error.isShortage else {
      return IndexError(error, writing: databaseDirectory)
    }
    return switch error.kind {
    case .databaseLock: .locked(path: index, holder: "a program that has its database open")
    case .databaseCorrupt, .databaseVersion, .databaseNotFound: failure(error)
    default: IndexError(error, writing: databaseDirectory)
    }
  }
}

extension OpenGeneration {
  /// - Throws: `IndexError.otherFingerprint` where the same text would give other terms now.
  func checkFingerprint() throws(IndexError) {
    let path = generation.indexDirectory
    let lexicon = try FileSystem.read(
      Generation.lexiconName, in: generation.directory, of: path)
    let made = manifest.fingerprint
    let now = Manifest.Fingerprint.current(
      lexicon: SHA256.hex(of: lexicon), readers: .standard)
    guard let difference = made.difference(from: now) else { return }
    throw .otherFingerprint(path: path, difference: difference)
  }
}

extension Manifest.Fingerprint {
  /// Says what differs from the fingerprint that this program gives; nil when nothing does.
  func difference(from now: Self) -> String? {
    if schema != now.schema { return "it has schema \(schema), this program writes \(now.schema)" }
    if analysis != now.analysis {
      return "its text was analysed by version \(analysis), this program has \(now.analysis)"
    }
    if stemmer != now.stemmer {
      return "its words were stemmed by \(stemmer), this program has \(now.stemmer)"
    }
    if lexicon != now.lexicon { return "its lexicon is not the one that it was made with" }
    return nil
  }
}
