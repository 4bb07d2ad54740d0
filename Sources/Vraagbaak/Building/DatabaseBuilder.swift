import DutchText
import Extraction
import Synchronization
import WrittenQuestions
import Xapian

/// Writes the database of a new generation with all cores.
///
/// Each batch of records becomes a small database of its own, because the engine's memory for
/// postings misses the processor's cache once a database's vocabulary outgrows it; compaction then
/// merges them in the order of the records.
final class DatabaseBuilder: Sendable {
  /// The record that an id belongs to for now: of the batches seen so far, that of the first.
  private struct Owner {
    let batch: Int
    /// In the batch's database.
    let document: Int
    let path: SourcePath
    let line: Int?
    let passages: Int
    let forms: FormCounts
  }

  private struct State {
    /// By the bytes of their ids.
    var owners: [[UInt8]: Owner] = [:]
    /// Documents of each batch that lost their id to an earlier batch.
    var revoked: [Int: [Int]] = [:]
    var shards: [Int: String] = [:]
    var summary = BuildSummary()
    var counts: [SourcePath: FileCounts] = [:]
    var registers: [RegisterRecord] = []
    var failure: XapianError?
    var bytesDone = 0
  }

  /// What a file gave.
  struct FileCounts {
    var documents = 0
    var repeated = 0
    /// Whether it gave records of registers, be they documents or not.
    var isRegister = false
    /// What read it, where that shows only in its text.
    var reader: String?
    /// Why a record of it could not be read.
    var failure: ReadError?
    /// Where it is counted.
    var account: FileAccount?
  }

  private let directory: String
  private let lexicon: Lexicon
  private let words: CorpusWords
  private let records: ParsedRecords
  private let progress: (@Sendable (BuildProgress) -> Void)?
  private let bytesTotal: Int
  private let weights: TermWeights
  private let clock = ContinuousClock()
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(
    directory: String, lexicon: Lexicon, words: CorpusWords, records: ParsedRecords,
    bytesTotal: Int, weights: TermWeights, progress: (@Sendable (BuildProgress) -> Void)?
  ) {
    self.directory = directory
    self.lexicon = lexicon
    self.words = words
    self.records = records
    self.bytesTotal = bytesTotal
    self.weights = weights
    self.progress = progress
  }

  /// What was indexed, and what each file gave.
  struct Result {
    var summary: BuildSummary
    var counts: [SourcePath: FileCounts]
    /// Not indexed yet, in any order.
    var registers: [RegisterRecord]
  }

  func build() throws -> Result {
    try FileSystem.createDirectory(directory + "/shards")
    _ = Workers.run { _ in
      do throws(XapianError) {
        try self.work()
      } catch {
        self.records.stop()
        self.state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    let state = state.withLock { $0 }
    if let failure = state.failure { throw IndexError(failure, writing: directory) }
    var summary = state.summary
    summary.skipped += records.queue.failures.map { .unreadable($0) }
    var shards = state.shards.sorted { $0.key < $1.key }.map(\.value)
    do {
      if !shards.isEmpty || !state.registers.isEmpty { shards.append(try writeWords()) }
      for (batch, documents) in state.revoked {
        if let shard = state.shards[batch] { try delete(documents, from: shard) }
      }
      let merge = ShardMerge(directory: directory + "/shards")
      try merge.merge(shards, to: directory + "/" + Generation.databaseName)
    } catch let error as XapianError {
      throw IndexError(error, writing: directory)
    }
    try FileSystem.remove(directory + "/shards")
    return Result(summary: summary, counts: state.counts, registers: state.registers)
  }

  private func work() throws(XapianError) {
    let stemmer = try SnowballStemmer()
    let indexer = DocumentIndexer(
      analyzer: Analyzer(lexicon: lexicon, stemmer: stemmer), weights: weights,
      vocabularies: records.vocabularies)
    while var batch = records.next() {
      let fresh = claim(&batch)
      if !fresh.isEmpty {
        let path = "\(directory)/shards/\(batch.number)"
        batch.skipped += try write(fresh, of: batch.number, with: indexer, to: path)
        state.withLock { $0.shards[batch.number] = path }
      }
      report(batch)
    }
  }

  /// Those whose id no earlier record has. Which batch comes first here is chance: a later one that
  /// has an id already loses it again, so that always the first record in the order of the sources
  /// is indexed.
  private func claim(_ batch: inout ParsedRecords.Batch) -> [ParsedRecord] {
    var fresh: [ParsedRecord] = []
    let number = batch.number
    var skipped: [BuildSummary.Skip] = []
    state.withLock { state in
      for (path, reader) in batch.readers {
        state.counts[path, default: FileCounts()].reader = reader
      }
      for parsed in batch.records {
        let question = parsed.question
        if question.isMetadata {
          state.registers.append(RegisterRecord(question, hash: parsed.hash))
          state.counts[question.source.path, default: FileCounts()].isRegister = true
          continue
        }
        let source = question.source
        let id = Array(question.id.utf8)
        let owner = state.owners[id]
        if let owner, owner.batch <= number {
          state.counts[source.path, default: FileCounts()].repeated += 1
          skipped.append(.repeated(id: question.id, path: source.path, line: source.line))
          continue
        }
        if let owner {
          state.revoked[owner.batch, default: []].append(owner.document)
          state.counts[owner.path]?.documents -= 1
          state.counts[owner.path]?.repeated += 1
          state.summary.documents -= 1
          state.summary.passages -= owner.passages
          state.summary.forms -= owner.forms
          skipped.append(.repeated(id: question.id, path: owner.path, line: owner.line))
        }
        fresh.append(parsed)
        let passages = question.passages.count
        let forms = FormCounts(of: question)
        state.owners[id] = Owner(
          batch: number, document: fresh.count, path: source.path, line: source.line,
          passages: passages, forms: forms)
        state.counts[source.path, default: FileCounts()].documents += 1
        state.summary.documents += 1
        state.summary.passages += passages
        state.summary.forms += forms
      }
    }
    batch.skipped += skipped
    return fresh
  }

  /// Returns what the engine does not take.
  private func write(
    _ questions: [ParsedRecord], of batch: Int, with indexer: DocumentIndexer, to path: String
  ) throws(XapianError) -> [BuildSummary.Skip] {
    let database = try WritableDatabase(
      path: path, mode: .create, durability: [.noSync, .dangerous])
    var refused: [BuildSummary.Skip] = []
    for (number, parsed) in zip(1..., questions) {
      do throws(XapianError) {
        // Each under the number that it was claimed with.
        try database.replace(
          number,
          with: indexer.document(for: parsed.question, record: parsed.hash, words: parsed.words))
      } catch {
        guard error.kind == .invalidArgument else { throw error }
        unclaim(parsed.question, batch: batch, document: number)
        refused.append(.refused(parsed.question, reason: error.message))
      }
    }
    for word in indexer.takeWords() {
      try database.setMetadata(Schema.wordKeyPrefix + word, to: Schema.wordValue)
    }
    try database.commit()
    try database.close()
    return refused
  }

  /// Takes back the claim of a document that is not indexed after all.
  private func unclaim(_ question: WrittenQuestion, batch: Int, document: Int) {
    let id = Array(question.id.utf8)
    state.withLock { state in
      guard let owner = state.owners[id], owner.batch == batch else {
        // It was taken back meanwhile, by an earlier record with the id.
        state.revoked[batch]?.removeAll { $0 == document }
        return
      }
      state.owners[id] = nil
      state.counts[owner.path]?.documents -= 1
      state.summary.documents -= 1
      state.summary.passages -= owner.passages
      state.summary.forms -= owner.forms
    }
  }

  /// A database without documents, for what is of the corpus as a whole.
  private func writeWords() throws(XapianError) -> String {
    let path = directory + "/shards/words"
    let analyzer = Analyzer(lexicon: lexicon, stemmer: try SnowballStemmer())
    let database = try WritableDatabase(
      path: path, mode: .create, durability: [.noSync, .dangerous])
    for (word, count) in words.spellings { try database.addSpelling(word, count: count) }
    for (key, texts) in words.abbreviations.alternatives(analyzer) {
      try database.setMetadata(
        Schema.abbreviationKey(key), to: Array(texts.joined(separator: "\n").utf8))
    }
    try database.commit()
    try database.close()
    return path
  }

  private func delete(_ documents: [Int], from path: String) throws(XapianError) {
    let database = try WritableDatabase.alone(
      path: path, mode: .open, durability: [.noSync, .dangerous])
    for document in documents { try database.delete(document) }
    try database.commit()
    try database.close()
  }

  private func report(_ batch: ParsedRecords.Batch) {
    let progress = state.withLock { state in
      state.summary.skipped += batch.skipped
      for (path, account) in batch.accounts {
        let known = state.counts[path]?.account
        state.counts[path, default: FileCounts()].account = known.map { $0 + account } ?? account
      }
      for case .unreadable(let error) in batch.skipped {
        state.counts[error.path, default: FileCounts()].failure = error
      }
      state.summary.warnings.add(batch.warnings)
      state.bytesDone += batch.bytes
      return BuildProgress(
        documents: state.summary.documents, bytesDone: state.bytesDone, bytesTotal: bytesTotal,
        seconds: start.duration(to: clock.now).seconds)
    }
    self.progress?(progress)
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
