import DutchText
import Extraction
import Synchronization
import WrittenQuestions

/// A record's question, and what else a document is made of.
struct ParsedRecord: Sendable {
  let question: WrittenQuestion
  /// Of the record's bytes.
  let hash: [UInt8]
  /// The words of its title and passages, where they were counted.
  let words: QuestionWords?
}

/// Title and passages cut into words of one vocabulary.
struct QuestionWords: Sendable {
  let title: WordSequence
  let passages: [WordSequence]
  /// Which vocabulary.
  let vocabulary: Int
}

/// Batches of parsed records for the workers that write databases: first those that were parsed to
/// count their words, then the rest of the sources. No record is parsed twice.
final class ParsedRecords: Sendable {
  struct Batch: Sendable {
    let number: Int
    var records: [ParsedRecord] = []
    var skipped: [BuildSummary.Skip] = []
    var warnings: [ReadWarning] = []
    /// What read each file that gave a document or was refused.
    var readers: [SourcePath: String] = [:]
    /// Where it is counted.
    var accounts: [SourcePath: FileAccount] = [:]
    /// Of the sources.
    let bytes: Int
    /// Of records, and of the texts of documents, whose files may be many times larger.
    var textBytes = 0
  }

  let queue: RecordQueue
  let vocabularies: [Vocabulary]
  private let kept: Mutex<[Batch]>

  /// - Parameter kept: batches that are parsed already.
  init(_ queue: RecordQueue, kept: [Batch], vocabularies: [Vocabulary]) {
    self.queue = queue
    self.vocabularies = vocabularies
    // Handed out from the end, in the order of the sources.
    self.kept = Mutex(kept.sorted { $0.number > $1.number })
  }

  /// Nil when all are handed out.
  func next() -> Batch? {
    if let batch = kept.withLock({ $0.popLast() }) { return batch }
    return queue.next().map { Self.parse($0, queue.reader) { _ in nil } }
  }

  /// Nothing more is handed out.
  func stop() {
    kept.withLock { $0 = [] }
    queue.stop()
  }

  /// - Parameter words: what is kept of a question's words.
  static func parse(
    _ batch: RecordQueue.Batch, _ reader: SourceReader, words: (WrittenQuestion) -> QuestionWords?
  ) -> Batch {
    var parsed = Batch(number: batch.number, bytes: batch.bytes)
    for (record, format) in batch.records {
      do throws(ReadError) {
        let found = try reader.parse(record, as: format)
        parsed.readers[record.path] = found.reader
        if reader.counts { parsed.accounts[record.path, default: FileAccount()].add(found) }
        parsed.warnings += found.warnings
        parsed.textBytes += found.text?.bytes.count ?? record.bytes.count
        parsed.records.append(
          ParsedRecord(
            question: found.question, hash: record.hash, words: words(found.question)))
      } catch {
        parsed.skipped.append(.unreadable(error))
        if reader.counts { parsed.accounts[record.path, default: FileAccount()].add(error) }
      }
    }
    return parsed
  }
}
