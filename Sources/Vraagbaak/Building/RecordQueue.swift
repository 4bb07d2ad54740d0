import Synchronization
import WrittenQuestions

/// Hands out the records of all sources in batches, to several workers at once.
final class RecordQueue: Sendable {
  struct Batch {
    /// From 0; the order of the records in their sources.
    let number: Int
    var records: [(record: SourceRecord, reader: any Reader)] = []
    var bytes = 0
  }

  private struct State {
    var paths: ArraySlice<String>
    var current: (records: AnyIterator<Result<SourceRecord, ReadError>>, reader: any Reader)?
    var batches = 0
    var bytes = 0
    var failures: [ReadError] = []
    var isStopped = false
  }

  private static let batchRecords = 1_000
  private static let batchBytes = 6 << 20

  private let places: SourcePaths
  private let mapping: FieldMapping?
  private let byteLimit: Int
  private let state: Mutex<State>

  /// - Parameter byteLimit: after so many bytes no further batch is handed out.
  init(
    paths: [String], in places: SourcePaths, mapping: FieldMapping?, byteLimit: Int = .max
  ) {
    self.places = places
    self.mapping = mapping
    self.byteLimit = byteLimit
    state = Mutex(State(paths: paths[...]))
  }

  /// What could not be cut out of a source.
  var failures: [ReadError] { state.withLock { $0.failures } }

  /// Nothing more is handed out.
  func stop() { state.withLock { $0.isStopped = true } }

  /// The next records; nil when all are handed out.
  func next() -> Batch? {
    state.withLock { state in
      guard state.bytes < byteLimit else { return nil }
      var batch = Batch(number: state.batches)
      while !state.isStopped, batch.records.count < Self.batchRecords, batch.bytes < Self.batchBytes
      {
        guard let current = state.current ?? open(&state) else {
          if state.paths.isEmpty { break }
          continue
        }
        switch current.records.next() {
        case .success(let record):
          batch.bytes += record.bytes.count
          batch.records.append((record, current.reader))
        case .failure(let error): state.failures.append(error)
        case nil: state.current = nil
        }
      }
      guard !batch.records.isEmpty else { return nil }
      state.batches += 1
      state.bytes += batch.bytes
      return batch
    }
  }

  private func open(_ state: inout State)
    -> (records: AnyIterator<Result<SourceRecord, ReadError>>, reader: any Reader)?
  {
    guard let path = state.paths.popFirst() else { return nil }
    do throws(ReadError) {
      let reader = try Readers.reader(forPath: path, mapping: mapping)
      state.current = (try reader.records(of: path, in: places), reader)
    } catch {
      state.failures.append(error)
    }
    return state.current
  }
}

extension Reader {
  /// The records of a file under the path that the index knows it by.
  func records(of path: String, in places: SourcePaths) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    let file = places.file(path)
    let records = try records(of: file)
    guard file != path else { return records }
    return AnyIterator {
      records.next().map { record in
        record.map {
          SourceRecord(path: path, line: $0.line, offset: $0.offset, bytes: $0.bytes)
        }
      }
    }
  }
}
