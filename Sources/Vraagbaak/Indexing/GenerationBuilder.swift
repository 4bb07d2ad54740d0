import DutchText
import Synchronization
import WrittenQuestions
import Xapian

/// Writes the database of a new generation with all cores.
///
/// Each batch of records becomes a small database of its own, because the engine's memory for
/// postings misses the processor's cache once a database's vocabulary outgrows it; compaction then
/// merges them in the order of the records.
final class GenerationBuilder: Sendable {
  /// More databases than this are merged in two steps, to stay below the limit of open files.
  private static let mergeWidth = 48

  private struct State {
    var ids: Set<String> = []
    var shards: [Int: String] = [:]
    var summary = BuildSummary()
    var documentsByPath: [String: Int] = [:]
    var failure: XapianError?
    var bytesDone = 0
  }

  private let directory: String
  private let lexicon: Lexicon
  private let queue: RecordQueue
  private let progress: (@Sendable (BuildProgress) -> Void)?
  private let bytesTotal: Int
  private let clock = ContinuousClock()
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(
    directory: String, lexicon: Lexicon, queue: RecordQueue, bytesTotal: Int,
    progress: (@Sendable (BuildProgress) -> Void)?
  ) {
    self.directory = directory
    self.lexicon = lexicon
    self.queue = queue
    self.bytesTotal = bytesTotal
    self.progress = progress
  }

  /// Returns what was indexed, and how many documents each file gave.
  func build() throws -> (summary: BuildSummary, documentsByPath: [String: Int]) {
    try FileSystem.createDirectory(directory + "/shards")
    _ = Workers.run {
      do throws(XapianError) {
        try self.work()
      } catch {
        self.queue.stop()
        self.state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    let state = state.withLock { $0 }
    if let failure = state.failure { throw IndexError(failure, writing: directory) }
    var summary = state.summary
    summary.skipped += queue.failures.map { .unreadable($0) }
    let shards = state.shards.sorted { $0.key < $1.key }.map(\.value)
    do throws(XapianError) {
      try merge(shards, to: directory + "/" + Generation.databaseName)
    } catch {
      throw IndexError(error, writing: directory)
    }
    try FileSystem.remove(directory + "/shards")
    return (summary, state.documentsByPath)
  }

  private func work() throws(XapianError) {
    let stemmer = try SnowballStemmer()
    let maker = DocumentMaker(analyzer: Analyzer(lexicon: lexicon, stemmer: stemmer))
    while let batch = queue.next() {
      var questions: [WrittenQuestion] = []
      var skipped: [BuildSummary.Skip] = []
      for (record, reader) in batch.records {
        do throws(ReadError) {
          questions.append(try reader.parse(record))
        } catch {
          skipped.append(.unreadable(error))
        }
      }
      let fresh = claim(questions, &skipped)
      if !fresh.isEmpty {
        let path = "\(directory)/shards/\(batch.number)"
        try write(fresh, with: maker, to: path)
        state.withLock { $0.shards[batch.number] = path }
      }
      report(fresh, skipped, bytes: batch.bytes)
    }
  }

  /// Those whose id nobody had before.
  private func claim(_ questions: [WrittenQuestion], _ skipped: inout [BuildSummary.Skip])
    -> [WrittenQuestion]
  {
    let isNew = state.withLock { state in questions.map { state.ids.insert($0.id).inserted } }
    var fresh: [WrittenQuestion] = []
    for (question, isNew) in zip(questions, isNew) {
      if isNew {
        fresh.append(question)
      } else {
        let source = question.source
        skipped.append(.repeated(id: question.id, path: source.path, line: source.line))
      }
    }
    return fresh
  }

  private func write(_ questions: [WrittenQuestion], with maker: DocumentMaker, to path: String)
    throws(XapianError)
  {
    let database = try WritableDatabase(
      path: path, mode: .create, durability: [.noSync, .dangerous])
    for question in questions { try database.add(maker.document(for: question)) }
    for (word, stem) in maker.takeWords() where word.utf8.count <= Schema.longestTerm {
      try database.setMetadata(Schema.wordKeyPrefix + word, to: Array(stem.utf8))
    }
    try database.commit()
    try database.close()
  }

  private func report(_ questions: [WrittenQuestion], _ skipped: [BuildSummary.Skip], bytes: Int) {
    let progress = state.withLock { state in
      state.summary.documents += questions.count
      state.summary.passages += questions.reduce(0) { $0 + $1.passages.count }
      state.summary.skipped += skipped
      state.bytesDone += bytes
      for question in questions { state.documentsByPath[question.source.path, default: 0] += 1 }
      return BuildProgress(
        documents: state.summary.documents, bytesDone: state.bytesDone, bytesTotal: bytesTotal,
        seconds: start.duration(to: clock.now).seconds)
    }
    self.progress?(progress)
  }

  private func merge(_ shards: [String], to destination: String) throws(XapianError) {
    guard !shards.isEmpty else { return }
    var sources = shards
    var step = 0
    while sources.count > Self.mergeWidth {
      var merged: [String] = []
      for first in stride(from: 0, to: sources.count, by: Self.mergeWidth) {
        let group = sources[first..<min(first + Self.mergeWidth, sources.count)]
        let path = "\(directory)/shards/merged-\(step)-\(first)"
        try Database(paths: Array(group)).compact(to: path)
        for source in group { try? FileSystem.remove(source) }
        merged.append(path)
      }
      sources = merged
      step += 1
    }
    try Database(paths: sources).compact(to: destination)
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
