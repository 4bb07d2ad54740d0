import Glibc

/// Streams a file's lines; the file is never in memory whole.
final class LineScanner: IteratorProtocol {
  private static let chunkSize = 1 << 20

  private let path: String
  private let limit: Int
  private let file: Int32
  private var chunk: [UInt8] = []
  private var position = 0
  private var line = 0
  private var offset = 0
  private var isAtEnd = false

  /// - Parameter limit: a longer line is an error and is not kept.
  init(path: String, limit: Int) throws(ReadError) {
    self.path = path
    self.limit = limit
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw ReadError(.unreadable(reason: String(cString: strerror(errno))), path: path)
    }
  }

  deinit { close(file) }

  /// The next line without its end, or why it cannot be had.
  func next() -> Result<SourceRecord, ReadError>? {
    var bytes: [UInt8] = []
    var length = 0
    let start = offset
    while true {
      if position == chunk.count {
        switch fill() {
        case .failure(let error): return .failure(error)
        case .success(let more):
          guard more else {
            guard length > 0 else { return nil }
            line += 1
            return record(bytes, length, start)
          }
        }
      }
      let end = chunk[position...].firstIndex(of: UInt8(ascii: "\n"))
      let piece = chunk[position..<(end ?? chunk.count)]
      length += piece.count
      if length <= limit { bytes.append(contentsOf: piece) } else { bytes = [] }
      position = (end ?? chunk.count - 1) + 1
      offset += piece.count
      if end != nil {
        offset += 1
        line += 1
        return record(bytes, length, start)
      }
    }
  }

  private func record(_ bytes: [UInt8], _ length: Int, _ start: Int)
    -> Result<SourceRecord, ReadError>
  {
    guard length <= limit else {
      return .failure(
        ReadError(.recordTooLong(bytes: length, limit: limit), path: path, line: line))
    }
    return .success(SourceRecord(path: path, line: line, offset: start, bytes: bytes))
  }

  /// False at the end of the file.
  private func fill() -> Result<Bool, ReadError> {
    guard !isAtEnd else { return .success(false) }
    var failure: Int32 = 0
    chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
      var got = read(file, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR { got = read(file, buffer.baseAddress, buffer.count) }
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    position = 0
    isAtEnd = chunk.isEmpty
    guard failure == 0 else {
      let reason = String(cString: strerror(failure))
      return .failure(ReadError(.unreadable(reason: reason), path: path, line: line + 1))
    }
    return .success(!isAtEnd)
  }
}
