import DutchText
import WrittenQuestions
import Xapian

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An index on disk: built once, searched by many, replaced as a whole.
///
/// ```swift
/// let index = Index(at: "indexes/standaard")
/// try index.build(from: ["documenten/"])
/// let results = try index.searcher().search(.words("inburgering"))
/// ```
///
/// A value that only names the place; every call looks at what serves now.
public struct Index: Sendable {
  /// The index's directory.
  public let path: String

  public init(at path: String) { self.path = path }

  /// Reads all sources and makes a new generation of them; searches go on with the one before
  /// until the new one is complete and on disk. After any error or crash the one before serves.
  ///
  /// - Parameters:
  ///   - sources: files, or directories that are searched for files of the known formats.
  ///   - mapping: what the fields of JSON records mean; nil: found from the records.
  ///   - wordList: a list of Dutch words, one a line; nil: the corpus's own words only.
  ///   - progress: called now and then, from several threads.
  /// - Throws: `IndexError`.
  @discardableResult
  public func build(
    from sources: [String], mapping: FieldMapping? = nil,
    wordList: String? = LexiconSource.wordListPath,
    progress: (@Sendable (BuildProgress) -> Void)? = nil
  ) throws -> BuildSummary {
    let start = ContinuousClock.now
    let found = try SourceFiles.find(sources)
    guard !found.files.isEmpty else {
      throw IndexError.nothingToIndex(paths: sources, formats: Readers.fileExtensions)
    }
    try FileSystem.createDirectory(path)
    let lock = try WriterLock(indexDirectory: path)
    defer { withExtendedLifetime(lock) {} }
    try Generation.removeUnfinished(in: path)
    let generation = Generation.next(in: path)
    let directory = generation.buildingDirectory
    try FileSystem.createDirectory(directory)
    do {
      var summary = try fill(
        directory, files: found.files, bytes: found.bytes, mapping: mapping, wordList: wordList,
        progress: progress)
      try generation.publish()
      try removeOldGenerations(before: generation)
      summary.generation = generation.number
      summary.indexBytes = FileSystem.size(ofDirectory: generation.directory)
      summary.seconds = start.duration(to: .now).seconds
      return summary
    } catch {
      try? FileSystem.remove(directory)
      throw error
    }
  }

  private func fill(
    _ directory: String, files: [String], bytes: Int, mapping: FieldMapping?, wordList: String?,
    progress: (@Sendable (BuildProgress) -> Void)?
  ) throws -> BuildSummary {
    let (lexiconBytes, hasWordList) = LexiconSource.compile(
      files: files, mapping: mapping, wordList: wordList)
    try FileSystem.write(lexiconBytes, to: directory + "/" + Generation.lexiconName)
    let builder = GenerationBuilder(
      directory: directory, lexicon: try Lexicon(bytes: lexiconBytes),
      queue: RecordQueue(paths: files, mapping: mapping), bytesTotal: bytes, progress: progress)
    var (summary, documentsByPath) = try builder.build()
    guard summary.documents > 0 else {
      throw IndexError.nothingIndexed(reasons: summary.skipped.map(\.description))
    }
    summary.hasWordList = hasWordList
    summary.sourceBytes = bytes
    let manifest = Manifest(
      fingerprint: Manifest.Fingerprint(
        schema: Schema.version, analysis: Analyzer.version, stemmer: SnowballStemmer.identity,
        lexicon: Hash.sha256(lexiconBytes), xapian: Database.libraryVersion),
      sources: files.compactMap { file in
        documentsByPath[file].flatMap { Manifest.SourceFile(path: file, documents: $0) }
      },
      documents: summary.documents, passages: summary.passages,
      created: Date().timeIntervalSince1970)
    try manifest.write(to: directory)
    return summary
  }

  /// Keeps the generation before the new one: readers may still have it open.
  private func removeOldGenerations(before generation: Generation) throws(IndexError) {
    for old in Generation.all(in: path).filter({ $0.number < generation.number }).dropLast() {
      try FileSystem.remove(old.directory)
    }
  }

  /// What serves now: its manifest, size and number.
  /// - Throws: `IndexError`.
  public func info() throws -> IndexInfo {
    let generation = try serving()
    return IndexInfo(
      path: path, generation: generation.number,
      manifest: try generation.manifest(),
      bytes: FileSystem.size(ofDirectory: generation.directory))
  }

  /// Opens what serves now. One searcher for each task.
  /// - Throws: `IndexError`.
  public func searcher() throws -> Searcher {
    try Searcher(index: self, generation: try serving())
  }

  /// How this index analyses text. One for each task.
  /// - Throws: `IndexError`.
  public func analyzer() throws -> TextAnalyzer {
    TextAnalyzer(try serving().analyzer())
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
public struct IndexInfo: Sendable, Equatable {
  public let path: String
  public let generation: Int
  public let manifest: Manifest
  /// On disk.
  public let bytes: Int
}
