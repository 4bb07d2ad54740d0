import Extraction
import Text

/// Streams the rows of a table below its header; no more than one is in memory.
///
/// SwiftCSV 0.10 reads the whole file as a string and does not tell the bytes of a row; it took 1.5 s
/// for 12 MB, gave one row of a file with a mark that nothing closes, and none of one with a mark inside
/// a cell.
final class TableScanner: IteratorProtocol {
  /// So many quotation marks that nothing closes are passed over in one file.
  private static let openMarkLimit = 100

  private let file: SourceFile
  private let limit: Int
  private let separator: UInt8
  private var buffer: [UInt8] = []
  /// Of the first byte of the buffer in the file.
  private var start = 0
  private var index = 0
  private var line: Int
  private var toSkip: Int
  private var openMarks = 0
  private var isStopped = false

  /// - Parameter limit: a longer row is an error and is not kept, in bytes.
  init(_ file: SourceFile, from header: TableHeader, limit: Int) {
    self.file = file
    self.limit = limit
    separator = header.bytes.first ?? UInt8(ascii: ",")
    line = header.nextLine
    toSkip = header.end
  }

  func next() -> Result<SourceRecord, ReadError>? {
    guard !isStopped else { return nil }
    do throws(ReadError) {
      while toSkip > 0 {
        guard try hasMore() else { return stop() }
        let skipped = min(toSkip, buffer.count - index)
        index += skipped
        toSkip -= skipped
      }
      return try row()
    } catch {
      isStopped = true
      return .failure(error)
    }
  }

  private func stop() -> Result<SourceRecord, ReadError>? {
    isStopped = true
    return nil
  }

  /// The next row that is not blank.
  private func row() throws(ReadError) -> Result<SourceRecord, ReadError>? {
    while try hasMore() {
      let first = line
      let begin = start + index
      let end = try rowEnd()
      defer { line = first + end.lines }
      let bytes = buffer[index..<end.index]
      index = end.next
      let length = start + end.index - begin
      guard length <= limit else {
        return .failure(
          ReadError(.recordTooLong(bytes: length, limit: limit), path: file.path, line: first))
      }
      guard !end.isOpen else {
        return .failure(
          ReadError(
            .unusableField(
              String(decoding: bytes.prefix(40), as: UTF8.self) + "…",
              reason: "begins a text in quotation marks that nothing closes"),
            path: file.path, line: first))
      }
      if bytes.contains(where: { !$0.isSpace && $0 != separator }) {
        return .success(
          SourceRecord(path: file.path, line: first, offset: begin, bytes: Array(bytes)))
      }
    }
    return stop()
  }

  private struct RowEnd {
    /// Behind the last byte of the row, and behind its line end.
    let index: Int
    let next: Int
    /// Line ends in it and behind it.
    let lines: Int
    /// Whether a quotation mark is open: then it is the first line alone.
    var isOpen = false
  }

  /// Looks for the end of the row that begins at `index`.
  private func rowEnd() throws(ReadError) -> RowEnd {
    var place = index
    var isQuoted = false
    var isAtStart = true
    var wasClosed = false
    var lines = 0
    var firstLine: RowEnd?
    while true {
      if place == buffer.count {
        let (before, known) = (place, index)
        guard place - index <= limit, try fill() else {
          if isQuoted, let firstLine, openMarks < Self.openMarkLimit {
            openMarks += 1
            return firstLine
          }
          return RowEnd(index: place, next: place, lines: lines, isOpen: isQuoted)
        }
        place = before - known + index
        if let line = firstLine {
          firstLine = RowEnd(
            index: line.index - known + index, next: line.next - known + index, lines: line.lines,
            isOpen: true)
        }
      }
      let byte = buffer[place]
      place += 1
      if byte == UInt8(ascii: "\n") {
        lines += 1
        let hasReturn = place - 2 >= index && buffer[place - 2] == UInt8(ascii: "\r")
        let end = RowEnd(
          index: place - (hasReturn ? 2 : 1), next: place, lines: lines, isOpen: isQuoted)
        guard isQuoted else { return end }
        firstLine = firstLine ?? end
      } else if byte == TableQuote.mark {
        // Doubled, it opens again what it closed.
        let opens = isAtStart || wasClosed
        wasClosed = isQuoted
        isQuoted = !isQuoted && opens
        isAtStart = false
        continue
      }
      wasClosed = false
      isAtStart = !isQuoted && byte == separator
    }
  }

  private func hasMore() throws(ReadError) -> Bool {
    if index < buffer.count { return true }
    return try fill()
  }

  /// Bytes before `index` are forgotten. False at the end of the file.
  private func fill() throws(ReadError) -> Bool {
    guard let chunk = try file.next(line: line) else { return false }
    buffer.removeFirst(index)
    start += index
    index = 0
    buffer += chunk
    return true
  }
}
