import Extraction
import Synchronization
import WrittenQuestions

/// Hands out the records of all sources in batches, to several workers at once. Each file is read
/// once, and noted as it was then.
final class RecordQueue: Sendable {
  struct Batch {
    /// From 0; the order of the records in their sources.
    let number: Int
    var records: [(record: SourceRecord, format: FileFormat)] = []
    /// Documents whose text is extracted, each in its own time.
    var extracted = 0
    var bytes = 0
  }

  private struct State {
    var paths: ArraySlice<SourcePath>
    var current: SourceReader.Opened?
    var batches = 0
    var entries: [SourceEntry] = []
    /// Hashes of single files, by which extracted texts are kept.
    var contents: Set<String> = []
    var failures: [ReadError] = []
    var recognitions: [SourcePath: Recognition] = [:]
    var isStopped = false

    /// Documents to extract in one batch: few enough that all workers come to an end at about the same
    /// time, and so many that the databases of the batches do not become too many.
    var documents: Int { min(64, max(4, paths.count / (8 * Workers.count))) }
  }

  private static let batchRecords = 1_000
  private static let batchBytes = 6 << 20

  let reader: SourceReader
  private let state: Mutex<State>

  init(paths: [SourcePath], _ reader: SourceReader) {
    self.reader = reader
    state = Mutex(State(paths: paths[...]))
  }

  /// What could not be cut out of a source.
  var failures: [ReadError] { state.withLock { $0.failures } }

  /// The files that were handed out whole, in their order.
  var entries: [SourceEntry] { state.withLock { $0.entries } }
  var contents: Set<String> { state.withLock { $0.contents } }

  /// What told how each file is read, where that is counted.
  var recognitions: [SourcePath: Recognition] { state.withLock { $0.recognitions } }

  /// Nothing more is handed out.
  func stop() { state.withLock { $0.isStopped = true } }

  /// The next records; nil when all are handed out.
  func next() -> Batch? {
    state.withLock { state in
      var batch = Batch(number: state.batches)
      let documents = state.documents
      while !state.isStopped, batch.records.count < Self.batchRecords,
        batch.bytes < Self.batchBytes, batch.extracted < documents
      {
        guard let current = state.current ?? open(&state) else {
          if state.paths.isEmpty { break }
          continue
        }
        switch current.records.next() {
        case .success(let record):
          batch.bytes += record.bytes.count
          batch.records.append((record, current.format))
          if case .document(let extractor) = current.format, extractor.isKept {
            batch.extracted += 1
          }
        case .failure(let error): state.failures.append(error)
        case nil: close(current, &state)
        }
      }
      guard !batch.records.isEmpty else { return nil }
      state.batches += 1
      return batch
    }
  }

  private func open(_ state: inout State) -> SourceReader.Opened? {
    guard let path = state.paths.popFirst() else { return nil }
    do throws(ReadError) {
      let opened = try reader.open(path)
      state.current = opened
      if reader.counts { state.recognitions[path] = opened.recognition }
    } catch {
      state.failures.append(error)
      // One that can be read, but by no reader, is looked at again when it changes.
      if let entry = (try? reader.entry(of: path)) ?? reader.unreadableEntry(of: path) {
        state.entries.append(entry)
      }
    }
    return state.current
  }

  private func close(_ opened: SourceReader.Opened, _ state: inout State) {
    state.current = nil
    do throws(FileFault) {
      state.entries.append(try reader.entry(of: opened))
      if let digest = opened.file.digest { state.contents.insert(digest) }
    } catch {
      if let entry = reader.unreadableEntry(of: opened.file.path) { state.entries.append(entry) }
    }
  }
}
