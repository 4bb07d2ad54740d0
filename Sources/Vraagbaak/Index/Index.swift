import DutchText
import Extraction
import WrittenQuestions
import Xapian

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An index on disk: built, searched by many at once, updated in place or replaced as a whole.
///
/// ```swift
/// let index = Index(at: "indexes/standaard")
/// try index.build(from: ["documenten/"])
/// let results = try await index.searcher().search(.words("inburgering"))
/// ```
///
/// A value that only names the place; every call looks at what serves now.
public struct Index: Sendable {
  /// The index's directory.
  public let path: String
  /// What the sources are read by.
  public let readers: ReaderRegistry
  /// What extracting the text of one file may cost.
  public let extractionLimits: ExtractionLimits

  /// - Parameter readers: an embedder's own stand beside the usual ones. Updates have to be made
  ///   with the same as the build.
  public init(
    at path: String, readers: ReaderRegistry = .standard,
    extractionLimits: ExtractionLimits = .standard
  ) {
    self.path = path
    self.readers = readers
    self.extractionLimits = extractionLimits
  }

  var extractionCache: ExtractionCache {
    ExtractionCache(directory: path + "/" + ExtractionCache.directoryName)
  }

  var unpackedArchives: UnpackedArchives {
    UnpackedArchives(directory: path + "/" + UnpackedArchives.directoryName)
  }

  /// Whether something was built at this place.
  public var exists: Bool { FileSystem.exists(path + "/" + Generation.currentName) }

  /// Whether the system does not let it be seen whether something is there.
  package var isHidden: Bool {
    do throws(FileFault) {
      _ = try FileSystem.status(path + "/" + Generation.currentName)
      return false
    } catch {
      return !error.isAbsence
    }
  }

  /// Reads all sources and makes a new generation of them; searches go on with the one before
  /// until the new one is complete and on disk. After any error or crash the one before serves.
  ///
  /// - Parameters:
  ///   - sources: files, or directories and archives that are searched for files of the known
  ///     formats, as `SourcePath.text`: a name that is UTF-8 is that itself. A pattern as
  ///     `docs/**/*.pdf` stands for what it matches, `-` for standard input, which is read to its end
  ///     and kept with the index.
  ///   - selection: which files of directories are taken; kept with the index.
  ///   - passesOverMissing: whether a source that is not there is skipped, and looked for by the next
  ///     update; false: it is an error.
  ///   - readsPictures: whether pages that are pictures are read by OCR; kept with the index.
  ///   - mapping: what the fields of JSON records mean; nil: found from the records.
  ///   - wordList: a list of Dutch words, one a line; nil: the corpus's own words only. That of the
  ///     system may be missing, which the summary says; another may not.
  ///   - keep: how many generations before the new one stay for `rollback`.
  ///   - wait: seconds to wait for another writer.
  ///   - report: a file for a `ReadingReport` of all files.
  ///   - weights: what the fields count, for measuring; updates use the usual ones.
  ///   - progress: called now and then, from several threads.
  @discardableResult
  public func build(
    from sources: [String], selection: SourceSelection = SourceSelection(),
    passesOverMissing: Bool = false, mapping: FieldMapping? = nil, readsPictures: Bool = false,
    wordList: String? = Index.wordListPath, keep: Int = 1, wait: Double = 0,
    report: String? = nil, weights: TermWeights = .standard,
    progress: (@Sendable (BuildProgress) -> Void)? = nil
  ) throws(IndexError) -> BuildSummary {
    // A later build may be started from elsewhere.
    let list = wordList.map { SourcePaths().absolute(SourcePath($0)).text }
    if let list, list != Index.wordListPath {
      do throws(FileFault) {
        _ = try SourceFile(list, isHashed: false)
      } catch {
        throw IndexError(error, source: list)
      }
    }
    var plan = BuildPlan(
      roots: [], places: SourcePaths(), mapping: mapping, wordList: list, keep: keep,
      wait: wait, purpose: "build", weights: weights, selection: selection,
      readsPictures: readsPictures, report: report, passesOverMissing: passesOverMissing)
    plan.roots = plan.selection.roots(of: sources.map { SourcePath($0) }, plan.places)
    if plan.roots.contains(.standardInput) {
      let kept = try StandardInputStore(self).keep()
      plan.standardInput = kept.hash
      plan.made = kept.made
    }
    return try GenerationBuilder(index: self, plan: plan, progress: progress).build()
  }

  /// Where Debian's package `wdutch` puts its word list.
  public static let wordListPath = "/usr/share/dict/dutch"

  /// Calls `handler` where the engine ends the process while it writes, as it may when the disk is
  /// full: say so, and end the process. The index stays as it was. Without it the process aborts.
  public static func onTermination(_ handler: @escaping @convention(c) () -> Void) {
    Database.onTermination(handler)
  }

  /// What serves now: its manifest, its sources, size and number.
  public func info() throws(IndexError) -> IndexInfo {
    let open = try OpenGeneration.serving(self)
    let generations = try Generation.all(in: path)
    return try open.reading { () throws(XapianError) in
      let table = SourceTable(database: open.database)
      return IndexInfo(
        path: path, generation: open.generation.number,
        generations: generations.map(\.number), manifest: open.manifest,
        roots: try table.roots(), sources: try table.entries(),
        documents: try open.database.statistics().documentCount, passages: try table.passages(),
        bytes: FileSystem.size(ofDirectory: open.generation.directory))
    }
  }

  /// Opens what serves now, and follows it: it sees updates and new generations from its next
  /// search on. One searcher is enough for all tasks.
  /// - Parameters:
  ///   - synonyms: nil: those of the file `synoniemen.txt` in the index's directory, where there is
  ///     one.
  ///   - limits: what a query may cost.
  ///   - sessions: how many searches run at once, each with some open files; nil: as many as the
  ///     machine has cores.
  ///   - mostWaiting: how many more may wait, before `SearchError.overloaded`; nil: any number.
  /// - Throws: `IndexError`.
  public func searcher(
    synonyms: Synonyms? = nil, ranking: Ranking = .standard, limits: QueryLimits = .standard,
    sessions: Int? = nil, mostWaiting: Int? = nil
  ) throws(IndexError) -> Searcher {
    try searcher(
      synonyms: synonyms, ranking: ranking, limits: limits,
      threads: .own(sessions ?? Workers.count), mostWaiting: mostWaiting)
  }

  /// Opens one generation, whatever serves.
  /// - Throws: `IndexError`.
  public func searcher(generation: Int) throws(IndexError) -> Searcher {
    try searcher(generation: generation, threads: .own(Workers.count))
  }

  /// - Parameter generation: nil: what serves.
  package func searcher(
    generation: Int? = nil, synonyms: Synonyms? = nil, ranking: Ranking = .standard,
    limits: QueryLimits = .standard, threads: SearchThreads, mostWaiting: Int? = nil
  ) throws(IndexError) -> Searcher {
    var chosen: Generation?
    if let generation {
      chosen = try Generation.all(in: path).first { $0.number == generation }
      guard chosen != nil else { throw .noGeneration(path: path, number: generation) }
    }
    let given = if let synonyms { synonyms } else { try self.synonyms() }
    let synonyms = AnalyzedSynonyms(given)
    let pool = try SearchPool(threads: threads, mostWaiting: mostWaiting) {
      [chosen] () throws(IndexError) in
      SearchSession(
        index: self, reader: try reader(of: chosen), synonyms: synonyms, ranking: ranking,
        limits: limits)
    }
    return Searcher(pool: pool, limits: limits)
  }

  /// - Parameter generation: nil: what serves.
  func session(reading generation: Generation? = nil) throws(IndexError) -> SearchSession {
    SearchSession(
      index: self, reader: try reader(of: generation),
      synonyms: AnalyzedSynonyms(try self.synonyms()))
  }

  private func reader(of generation: Generation?) throws(IndexError) -> IndexReader {
    guard let generation else { return try IndexReader(serving: self) }
    return try IndexReader(self, OpenGeneration(generation))
  }

  /// Those of the file `synoniemen.txt` in the index's directory; none where there is no such file. What
  /// of it is passed over is in their `faults`.
  public func synonyms() throws(IndexError) -> Synonyms {
    let file = path + "/" + Synonyms.fileName
    return FileSystem.exists(file) ? try Synonyms(file: file) : Synonyms()
  }

  /// How this index analyses text. One for each task.
  public func analyzer() throws(IndexError) -> TextAnalyzer {
    TextAnalyzer(try OpenGeneration.serving(self).generation.analyzer())
  }

  func serving() throws(IndexError) -> Generation {
    guard let generation = try Generation.current(in: path) else { throw .noIndex(path: path) }
    guard FileSystem.isDirectory(generation.directory) else {
      throw .damaged(path: path, reason: "generation \(generation.number) is missing")
    }
    return generation
  }
}

/// What an index holds.
public struct IndexInfo: Sendable, Equatable, Codable {
  public let path: String
  /// The one that serves.
  public let generation: Int
  /// All that are complete, the oldest first.
  public let generations: [Int]
  public let manifest: Manifest
  /// The files and directories that are indexed, as they were given.
  public let roots: [SourcePath]
  public let sources: [SourceEntry]
  public let documents: Int
  public let passages: Int
  /// On disk.
  public let bytes: Int

  /// How many documents have no form that is known.
  public var unstructured: Int {
    sources.reduce(0) { $0 + (UnstructuredTextReader.took($1.reader) ? $1.documents : 0) }
  }
}
