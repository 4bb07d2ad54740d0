import Extraction
import Text

/// The bytes of a file of JSON, read on value by value. From a mark on they are kept, so that it can be
/// gone back to.
final class JSONInput {
  struct Mark {
    let offset: Int
    let line: Int
  }

  private let file: SourceFile
  private var buffer: [UInt8] = []
  private var index = 0
  /// Of the first byte of the buffer in the file.
  private var start = 0
  /// The bytes from here on are kept.
  private var kept: Int?
  /// From 1.
  private(set) var line = 1

  init(_ file: SourceFile) { self.file = file }

  var offset: Int { start + index }
  /// What is in memory from here on.
  var unread: [UInt8] { Array(buffer[index...]) }

  func peek() throws(ReadError) -> UInt8? {
    if index == buffer.count, try !fill() { return nil }
    return buffer[index]
  }

  /// Behind a byte that was looked at.
  @discardableResult
  func advance() -> Result<SourceRecord, ReadError>? {
    index += 1
    return nil
  }

  func skipMark() {
    if buffer[index...].starts(with: TextEncoding.utf8Mark) { index += TextEncoding.utf8Mark.count }
  }

  func mark() -> Mark {
    kept = offset
    return Mark(offset: offset, line: line)
  }

  /// Nothing is kept from there on.
  func rewind(to mark: Mark) {
    kept = nil
    index = mark.offset - start
    line = mark.line
  }

  /// False at the end of the file.
  private func fill() throws(ReadError) -> Bool {
    guard let chunk = try file.next(line: line) else { return false }
    let first = min(kept.map { $0 - start } ?? index, index)
    if first == buffer.count {
      buffer = chunk
    } else {
      buffer.removeFirst(first)
      buffer += chunk
    }
    start += first
    index -= first
    return true
  }

  // MARK: Values

  func skipSpace() throws(ReadError) {
    while let byte = try peek(), byte.isSpace {
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
  }

  /// Behind the quotation mark that ends the text that begins here.
  func skipText() throws(ReadError) {
    index += 1
    while let byte = try peek() {
      index += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\\"), try peek() != nil { index += 1 }
    }
    throw ReadError(
      .brokenDocument(reason: "the file ends inside a text"), path: file.path, line: line)
  }

  /// Behind a number, or a word; false where there is none.
  func skipLiteral() throws(ReadError) -> Bool {
    let first = offset
    while let byte = try peek(), byte.isDigit || byte.isLetter || "+-._".utf8.contains(byte) {
      index += 1
    }
    return offset > first
  }

  /// Behind the object or list that begins here; returns its length.
  func skipValue() throws(ReadError) -> Int {
    let first = offset
    _ = try skipBrackets(limit: .max)
    return offset - first
  }

  /// The bytes of the object that begins here, at the mark; nil where it has more than `limit`.
  func skipValue(limit: Int) throws(ReadError) -> [UInt8]? {
    let first = offset
    guard try skipBrackets(limit: limit) else { return nil }
    kept = nil
    return Array(buffer[(first - start)..<index])
  }

  /// False where it goes on behind the limit.
  private func skipBrackets(limit: Int) throws(ReadError) -> Bool {
    let first = offset
    let begun = line
    var depth = 0
    while let byte = try peek() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        try skipText()
        continue
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      index += 1
      if depth == 0 { return true }
      if offset - first > limit { return false }
    }
    throw ReadError(
      .brokenDocument(reason: "the file ends inside the value that begins in line \(begun)"),
      path: file.path, line: line)
  }
}
