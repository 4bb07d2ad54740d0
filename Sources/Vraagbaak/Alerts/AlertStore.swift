import Extraction

/// The files of a state, in a directory beside the file of searches. Each is replaced in one step.
struct AlertStore {
  /// A digest that may have been told or not, and what is known once it was.
  struct Pending: Codable, Equatable {
    let digest: Digest
    let state: AlertState
  }

  let directory: String
  private var statePath: String { directory + "/state.json" }
  private var pendingPath: String { directory + "/pending.json" }

  init(beside file: String) { directory = file + ".state" }

  /// Keeps other runs out until it is released.
  func lock(of file: String) throws(AlertsError) -> WriterLock {
    do throws(IndexError) {
      try FileSystem.createDirectory(directory)
      return try WriterLock(indexDirectory: directory, purpose: "alerts")
    } catch {
      if case .locked(_, let holder) = error { throw .busy(path: file, holder: holder) }
      throw .index(error)
    }
  }

  /// Nil before the first run.
  func state() throws(AlertsError) -> AlertState? {
    guard let state = try read(AlertState.self, statePath) else { return nil }
    guard state.version == AlertState.version else {
      throw .badState(path: statePath, reason: "it is of another version of this program")
    }
    return state
  }

  func pending() throws(AlertsError) -> Pending? { try read(Pending.self, pendingPath) }

  func write(_ state: AlertState) throws(AlertsError) { try write(state, to: statePath) }

  func write(_ pending: Pending) throws(AlertsError) { try write(pending, to: pendingPath) }

  func removePending() throws(AlertsError) {
    do throws(IndexError) {
      try FileSystem.remove(pendingPath)
    } catch {
      throw .index(error)
    }
  }

  private func read<Value: Decodable>(_ type: Value.Type, _ path: String) throws(AlertsError)
    -> Value?
  {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try FileSystem.read(path)
    } catch {
      if error.isAbsence { return nil }
      throw .index(.unavailable(path: path, reason: error.description))
    }
    do {
      return try WireFormat.decode(type, from: bytes)
    } catch {
      throw .badState(path: path, reason: "it is damaged")
    }
  }

  private func write(_ value: some Encodable, to path: String) throws(AlertsError) {
    do {
      let bytes = try WireFormat.encode(value)
      try FileSystem.replace(path, with: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .index(
        (error as? IndexError) ?? .cannotWrite(path: path, reason: "it cannot be written as JSON"))
    }
  }
}
