import Extraction
import Text

/// Cuts a file of Turtle into its statements, each to its full stop; no more than one is in memory.
final class TurtleScanner: IteratorProtocol {
  private let file: SourceFile
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Of the first byte of the buffer in the file.
  private var start = 0
  private var index = 0
  private var line = 1
  private var isStopped = false

  /// - Parameter limit: a longer statement is an error, in bytes.
  init(_ file: SourceFile, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// The next statement, or why there is none.
  func next() -> Result<SourceRecord, ReadError>? {
    guard !isStopped else { return nil }
    forget()
    do throws(ReadError) {
      try skipSpace()
      guard try byte(index) != nil else {
        isStopped = true
        return nil
      }
      let first = line
      let end = try end()
      let bytes = Array(buffer[index..<end])
      let record = SourceRecord(path: file.path, line: first, offset: start + index, bytes: bytes)
      index = end
      return .success(record)
    } catch {
      isStopped = true
      return .failure(error)
    }
  }

  /// Behind the full stop of the statement that begins at `index`.
  private func end() throws(ReadError) -> Int {
    var place = index
    let first = line
    while let sign = try byte(place) {
      guard place - index <= limit else {
        throw ReadError(
          .recordTooLong(bytes: place - index, limit: limit), path: file.path, line: first)
      }
      switch sign {
      case UInt8(ascii: "<"): place = try endOfName(from: place)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): place = try endOfText(from: place)
      case UInt8(ascii: "#"): place = try endOfComment(from: place)
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "."):
        place += 1
        guard let next = try byte(place), !next.isSpace, next != UInt8(ascii: "#") else {
          return place
        }
      default:
        if sign == UInt8(ascii: "\n") { line += 1 }
        place += 1
      }
    }
    throw broken("the file ends inside the statement that begins in line \(first)")
  }

  private func endOfName(from place: Int) throws(ReadError) -> Int {
    var place = place + 1
    while let sign = try byte(place) {
      place += 1
      if sign == UInt8(ascii: ">") { return place }
      if sign.isSpace { break }
    }
    throw broken("a name in < > is not closed")
  }

  private func endOfText(from place: Int) throws(ReadError) -> Int {
    let mark = buffer[place]
    var marks = 0
    while marks < 3, try byte(place + marks) == mark { marks += 1 }
    // Two are a text without anything in it.
    if marks == 2 { return place + 2 }
    var place = place + marks
    var closing = 0
    while let sign = try byte(place) {
      place += 1
      closing = sign == mark ? closing + 1 : 0
      if closing == marks { return place }
      if sign == UInt8(ascii: "\\") { place += 1 }
      if sign == UInt8(ascii: "\n") {
        guard marks == 3 else { break }
        line += 1
      }
    }
    throw broken("a text is not closed")
  }

  private func endOfComment(from place: Int) throws(ReadError) -> Int {
    var place = place
    while let sign = try byte(place), sign != UInt8(ascii: "\n") { place += 1 }
    return place
  }

  private func skipSpace() throws(ReadError) {
    if start == 0, index == 0, try byte(0) != nil {
      index = buffer.count - TextEncoding.withoutMark(buffer[...]).count
    }
    while let sign = try byte(index) {
      if sign == UInt8(ascii: "#") {
        index = try endOfComment(from: index)
      } else if sign.isSpace {
        if sign == UInt8(ascii: "\n") { line += 1 }
        index += 1
      } else {
        return
      }
    }
  }

  /// The byte at a place of the buffer, which is read on as far as it needs; nil at the file's end.
  private func byte(_ place: Int) throws(ReadError) -> UInt8? {
    while place >= buffer.count {
      guard let chunk = try file.next(line: line) else { return nil }
      buffer += chunk
    }
    return buffer[place]
  }

  /// Forgets what is behind, where that is much.
  private func forget() {
    guard index > 1 << 19 else { return }
    buffer.removeFirst(index)
    start += index
    index = 0
  }

  private func broken(_ reason: String) -> ReadError {
    ReadError(.brokenTurtle(reason: reason), path: file.path, line: line)
  }
}
