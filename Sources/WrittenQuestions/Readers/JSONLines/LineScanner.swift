import Extraction

/// Streams a file's lines; the file is never in memory whole.
final class LineScanner: IteratorProtocol {
  private let file: SourceFile
  private let limit: Int
  private var chunk: [UInt8] = []
  private var position = 0
  private var line = 0
  private var offset = 0

  /// - Parameter limit: a longer line is an error and is not kept.
  init(_ file: SourceFile, limit: Int) {
    self.file = file
    self.limit = limit
  }

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
        ReadError(.recordTooLong(bytes: length, limit: limit), path: file.path, line: line))
    }
    return .success(SourceRecord(path: file.path, line: line, offset: start, bytes: bytes))
  }

  /// False at the end of the file.
  private func fill() -> Result<Bool, ReadError> {
    Result { () throws(ReadError) in
      chunk = try file.next(line: line + 1) ?? []
      position = 0
      return !chunk.isEmpty
    }
  }
}
