import DutchText
import Extraction
import WrittenQuestions
import Xapian

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a new generation is made of.
struct BuildPlan {
  var roots: [SourcePath]
  var places: SourcePaths
  /// What names documents by their files; nil: by the roots.
  var names: SourceNames?
  var mapping: FieldMapping?
  var wordList: String?
  var keep: Int
  var wait: Double
  var purpose: String
  var weights = TermWeights.standard
  var selection = SourceSelection()
  /// Whether pages without text are read by OCR.
  var readsPictures = false
  /// SHA-256 of what came from standard input.
  var standardInput: String?
  /// Directories that were made for it.
  var made: [String] = []
  /// The file for a report of all files.
  var report: String?
  /// Whether a path that is not there is skipped, and looked for by the next update.
  var passesOverMissing = false

  /// Whether a directory is one of those that are read.
  func isMade(of directory: String) -> Bool {
    let path = places.absolute(SourcePath(directory))
    return FileSystem.isDirectory(directory) && roots.contains { places.absolute($0) == path }
  }
}

/// Makes a new generation beside the one that serves, and publishes it when it is whole.
struct GenerationBuilder {
  let index: Index
  let plan: BuildPlan
  let progress: (@Sendable (BuildProgress) -> Void)?
  /// Looks at the generation before it is published; what it throws keeps it from being so.
  var check: ((Generation) throws(IndexError) -> Void)?
  let reader: SourceReader

  init(index: Index, plan: BuildPlan, progress: (@Sendable (BuildProgress) -> Void)?) {
    self.index = index
    self.plan = plan
    self.progress = progress
    var places = plan.places
    places.standardInput = plan.standardInput.map(StandardInputStore(index).file)
    var reader = SourceReader(
      index, places: places, mapping: plan.mapping, roots: plan.roots, names: plan.names,
      selection: plan.selection, readsPictures: plan.readsPictures)
    reader.counts = plan.report != nil
    self.reader = reader
  }

  func build() throws(IndexError) -> BuildSummary {
    let start = ContinuousClock.now
    let isNew = !FileSystem.exists(index.path + "/" + WriterLock.fileName)
    if isNew, plan.isMade(of: index.path) { throw .notEmpty(path: index.path) }
    var made = plan.made
    do throws(IndexError) {
      // Archives are unpacked in the index's directory.
      made += try FileSystem.createDirectory(index.path)
      return try build(try files(), since: start)
    } catch {
      if isNew { removeTraces(made) }
      throw error
    }
  }

  /// A build that came to nothing leaves nothing where nothing was.
  /// - Parameter made: the directories that it made.
  private func removeTraces(_ made: [String]) {
    guard let lock = try? WriterLock(indexDirectory: index.path, purpose: plan.purpose),
      let generations = try? Generation.all(in: index.path), generations.isEmpty, !index.exists
    else { return }
    defer { withExtendedLifetime(lock) {} }
    for name in [ExtractionCache.directoryName, UnpackedArchives.directoryName] {
      try? FileSystem.remove(index.path + "/" + name)
    }
    StandardInputStore(index).removeAll(but: [])
    try? FileSystem.remove(index.path + "/" + WriterLock.fileName)
    FileSystem.removeEmpty(made)
  }

  private func build(
    _ found: SourceFiles.Found, since start: ContinuousClock.Instant
  ) throws(IndexError) -> BuildSummary {
    let lock = try WriterLock(
      indexDirectory: index.path, purpose: plan.purpose, wait: plan.wait)
    defer { withExtendedLifetime(lock) {} }
    try Generation.removeUnfinished(in: index.path)
    let generation = try Generation.next(in: index.path)
    let directory = generation.buildingDirectory
    try FileSystem.createDirectory(directory)
    do throws(IndexError) {
      var summary = try fill(directory, found)
      try check?(generation.building)
      // Damaged or not, it is what serves; what is newer was rolled back from.
      let previous = try? Generation.current(in: index.path)
      try generation.publish()
      summary.generation = generation.number
      summary.indexBytes = FileSystem.size(ofDirectory: generation.directory)
      summary.seconds = start.duration(to: .now).seconds
      // The build is done: what cannot be cleared away now is by the next one.
      try? removeOldGenerations(before: generation, previous: previous ?? nil)
      return summary
    } catch {
      try? FileSystem.remove(directory)
      removeUnpublished(generation)
      throw error
    }
  }

  /// One that had its name already when the pointer to it could not be written. Where the pointer
  /// cannot be read either it may be the one that serves, and stays.
  private func removeUnpublished(_ generation: Generation) {
    let isServing = try? Generation.current(in: index.path) == generation
    if isServing == false { _ = try? generation.remove() }
  }

  /// What there is to read, without reading it.
  func files() throws(IndexError) -> SourceFiles.Found {
    let found = try SourceFiles(reader).find(
      plan.roots, missing: plan.passesOverMissing ? .noted : .failure)
    guard !found.files.isEmpty else {
      let patterns = plan.selection.globs.map(\.given.text)
      guard patterns.isEmpty || !found.refused.isEmpty else { throw .noMatch(patterns: patterns) }
      if let (path, fault) = found.unreadable.first { throw IndexError(fault, source: path.text) }
      guard found.refused.isEmpty else {
        throw .nothingIndexed(found.refused.map { .unreadable($0.error) })
      }
      throw .nothingToIndex(paths: plan.roots.map(\.text), formats: reader.registry.fileExtensions)
    }
    return found
  }

  private func fill(_ directory: String, _ found: SourceFiles.Found) throws(IndexError)
    -> BuildSummary
  {
    do {
      return try tryToFill(directory, found)
    } catch {
      throw IndexError(error, writing: directory)
    }
  }

  private func tryToFill(_ directory: String, _ found: SourceFiles.Found) throws -> BuildSummary {
    let copies = SourceCopies(found.files, reader)
    let queue = RecordQueue(paths: found.files.filter { copies.originals[$0] == nil }, reader)
    let (words, records) = CorpusWords.count(queue, wordList: plan.wordList)
    try FileSystem.write(words.lexicon, to: directory + "/" + Generation.lexiconName)
    let sourceBytes = SourceFiles(queue.reader).size(of: found.files)
    let lexicon = try Lexicon(bytes: words.lexicon)
    let builder = DatabaseBuilder(
      directory: directory, lexicon: lexicon, words: words, records: records,
      bytesTotal: sourceBytes, weights: plan.weights, progress: progress)
    var built = try builder.build()
    try join(&built, lexicon, in: directory)
    var (summary, counts) = (built.summary, built.counts)
    summary.skipped += found.unreadable.map {
      .unreadable(ReadError(.unreadable(reason: $0.fault.description), path: $0.path))
    }
    summary.skipped += found.refused.map { .unreadable($0.error) }
    guard summary.documents > 0 else {
      throw IndexError.nothingIndexed(summary.skipped)
    }
    summary.hasWordList = words.hasWordList
    summary.missingWordList = words.hasWordList ? nil : plan.wordList
    summary.sourceBytes = sourceBytes
    let failures = Dictionary(queue.failures.map { ($0.path, $0) }) { first, _ in first }
    summary.copies = copies.originals.count
    let entries = queue.entries.map { entry in
      Self.finished(entry, counts[entry.path], failures[entry.path])
    }
    for entry in entries {
      summary.readers[entry.reader, default: 0] += 1
      if entry.documents == 0, counts[entry.path]?.isRegister != true { summary.unreadFiles += 1 }
    }
    note(found, in: &summary)
    let archives = reader.entries(ofArchives: found.refused)
    try write(entries + archives, copies, found.roots, summary, to: directory)
    if let path = plan.report {
      let report = BuildReport(
        found: found, copies: copies, queue: queue, counts: counts, skipped: summary.skipped)
      try report.write(entries, to: path)
    }
    let manifest = Manifest(
      fingerprint: .current(
        lexicon: SHA256.hex(of: words.lexicon), readers: queue.reader.registry),
      roots: found.roots, directory: plan.places.directory,
      names: queue.reader.names.directory, fields: plan.mapping?.names, wordList: plan.wordList,
      selection: plan.selection == SourceSelection() ? nil : plan.selection,
      ocr: plan.readsPictures ? true : nil, standardInput: plan.standardInput,
      created: Date().timeIntervalSince1970)
    try manifest.write(to: directory)
    index.extractionCache.removeAll(but: queue.contents)
    try FileSystem.write([], to: directory + "/" + GenerationLock.fileName)
    return summary
  }

  /// Gives the documents what registers say of them.
  private func join(_ built: inout DatabaseBuilder.Result, _ lexicon: Lexicon, in directory: String)
    throws
  {
    guard !built.registers.isEmpty else { return }
    let path = directory + "/" + Generation.databaseName
    let writer = try WritableDatabase.alone(path: path, mode: .open, durability: .noSync)
    try writer.beginTransaction()
    let indexer = DocumentIndexer(
      analyzer: Analyzer(lexicon: lexicon, stemmer: try SnowballStemmer()), weights: plan.weights)
    let database = try Database(path: path)
    let join = RegisterJoin(reading: database, writer: writer, indexer: indexer)
    for record in built.registers { try join.table.put(record) }
    let lookup = DocumentLookup(database: database)
    let outcome = try join.finish(
      isGone: { _ in false }, changed: [], isTaken: { try lookup.document($0) != nil })
    for word in indexer.takeWords() {
      try writer.setMetadata(Schema.wordKeyPrefix + word, to: Schema.wordValue)
    }
    try writer.commitTransaction()
    try writer.close()
    built.summary.documents += outcome.added
    built.summary.passages += outcome.passages
    built.summary.registers = built.registers.count
    built.summary.enriched = outcome.enriched
    for (path, count) in outcome.documents {
      built.counts[path, default: .init()].documents += count
    }
    built.summary.warnings.add(outcome.warnings)
    for (path, account) in outcome.accounts {
      guard let known = built.counts[path]?.account else { continue }
      built.counts[path]?.account = known + account
    }
  }

  /// What is noted of a file, with what became of its records.
  private static func finished(
    _ entry: SourceEntry, _ counts: DatabaseBuilder.FileCounts?, _ failure: ReadError?
  ) -> SourceEntry {
    var entry = entry
    entry.documents = counts?.documents ?? 0
    entry.repeated = counts?.repeated ?? 0
    entry.reader = counts?.reader ?? entry.reader
    entry.note(counts?.failure ?? failure, isRegister: counts?.isRegister == true)
    return entry
  }

  private func note(_ found: SourceFiles.Found, in summary: inout BuildSummary) {
    summary.files = found.files.count + found.unreadable.count + found.refused.count
    summary.unreadFiles += found.unreadable.count + found.refused.count
    for path in found.unknown { summary.otherFormats[path.fileExtension, default: 0] += 1 }
    summary.excluded = found.excluded.count
  }

  private func write(
    _ entries: [SourceEntry], _ copies: SourceCopies, _ roots: [SourcePath],
    _ summary: BuildSummary, to directory: String
  ) throws(XapianError) {
    let database = try WritableDatabase.alone(
      path: directory + "/" + Generation.databaseName, mode: .open, durability: .noSync)
    let (others, places) = copies.table(beside: entries)
    for entry in entries + others { try SourceTable.write(entry, to: database) }
    for (hash, paths) in places {
      try SourceTable.write(places: paths, of: hash, to: database)
    }
    try SourceTable.write(roots: roots, to: database)
    try SourceTable.write(passages: summary.passages, to: database)
    try database.commit()
    try database.close()
  }

  /// Keeps the wanted number of generations up to the one that served. Those after it were rolled
  /// back from. What somebody reads stays for the next time.
  private func removeOldGenerations(before generation: Generation, previous: Generation?)
    throws(IndexError)
  {
    let others = try Generation.all(in: index.path).filter { $0.number < generation.number }
    let last = previous?.number ?? generation.number
    let kept = others.filter { $0.number <= last }.suffix(max(0, plan.keep))
    for old in others where !kept.contains(old) { try old.remove() }
    removeUnused()
  }

  /// What came from standard input for generations that are gone, and archives that are not there any
  /// more.
  private func removeUnused() {
    guard let generations = try? Generation.all(in: index.path) else { return }
    let recipes = generations.compactMap { try? Manifest.Recipe(from: $0.directory) }
    // One that cannot be read now may be made of it.
    guard recipes.count == generations.count else { return }
    StandardInputStore(index).removeAll(but: Set(recipes.compactMap(\.standardInput)))
    reader.places.archives?.unpacked.removeUnused()
  }
}

extension Manifest.Fingerprint {
  /// This program's, with a lexicon of this hash.
  static func current(lexicon: String, readers: ReaderRegistry) -> Self {
    Self(
      schema: Schema.version, analysis: Analyzer.version, stemmer: SnowballStemmer.identity,
      lexicon: lexicon, xapian: Database.libraryVersion, readers: readers.identities)
  }
}

extension FieldMapping {
  /// By the parts' names, as the manifest keeps it.
  var names: [String: [String]] {
    Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
  }

  init(names: [String: [String]]) {
    var fields: [Part: [String]] = [:]
    for (name, values) in names {
      if let part = Part(rawValue: name) { fields[part] = values }
    }
    self.init(fields)
  }
}
