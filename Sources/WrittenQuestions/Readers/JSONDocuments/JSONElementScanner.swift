import Extraction
import Text

/// Cuts the records out of a file of JSON: the elements of every list whose first element is one, or
/// the value itself. What stands around them is passed over; no more than one record is in memory.
final class JSONElementScanner: IteratorProtocol {
  /// Lists deeper than this hold no records.
  private static let depthLimit = 12

  private enum Frame {
    case object
    /// Nil: its first element will tell.
    case list(isOfRecords: Bool?)
  }

  private let input: JSONInput
  private let path: SourcePath
  private let limit: Int
  private let isRecord: ([JSONMember]) -> Bool
  private var stack: [Frame] = []
  private var hasValues = false
  private var hasRecords = false
  private var isAtEnd = false
  /// Whether nothing was seen of a list since it was opened.
  private var isNew = false
  private var hasEmptyList = false
  /// Whether an element of a list looked like a record.
  private var hasElements = false
  /// The names of what looked most like a record.
  private var refused: [String] = []

  /// - Parameters:
  ///   - limit: a longer record is an error and is not kept, in bytes.
  ///   - isRecord: whether an object with these members is one.
  init(_ file: SourceFile, limit: Int, isRecord: @escaping ([JSONMember]) -> Bool) {
    input = JSONInput(file)
    path = file.path
    self.limit = limit
    self.isRecord = isRecord
  }

  func next() -> Result<SourceRecord, ReadError>? {
    guard !isAtEnd else { return nil }
    do throws(ReadError) {
      if !hasValues { try begin() }
      while true {
        try input.skipSpace()
        guard let byte = try input.peek() else { return try end() }
        if let found = try step(byte) {
          hasRecords = true
          return found
        }
      }
    } catch {
      isAtEnd = true
      return .failure(error)
    }
  }

  private func begin() throws(ReadError) {
    _ = try input.peek()
    if let problem = JSONLinesReader.otherThanText(input.unread) {
      throw ReadError(problem, path: path)
    }
    input.skipMark()
  }

  private func end() throws(ReadError) -> Result<SourceRecord, ReadError>? {
    isAtEnd = true
    guard stack.isEmpty else { throw broken("the file ends inside of it") }
    guard hasValues else { throw ReadError(.empty, path: path) }
    guard hasRecords else {
      let problem: ReadError.Problem =
        hasEmptyList && !hasElements
        ? .emptyList
        : refused.isEmpty ? .noRecords : .missingField(missing(refused), present: refused.sorted())
      throw ReadError(problem, path: path)
    }
    return nil
  }

  /// The field that a record needs and these do not have.
  private func missing(_ names: [String]) -> String {
    names.contains { $0.lowercased() == "id" } ? "question" : "id"
  }

  /// Goes one value or sign further; returns what there is to say of it.
  private func step(_ byte: UInt8) throws(ReadError) -> Result<SourceRecord, ReadError>? {
    switch stack.last {
    case nil:
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") else {
        throw broken("an object or a list is expected")
      }
      hasValues = true
      guard byte == UInt8(ascii: "{") else { return try open(byte) }
      return try candidate(isElement: false)
    case .object:
      if byte == UInt8(ascii: "}") { return close() }
      if byte == UInt8(ascii: ",") { return input.advance() }
      guard byte == UInt8(ascii: "\"") else {
        throw broken("a name in quotation marks is expected")
      }
      try input.skipText()
      try input.skipSpace()
      guard try input.peek() == UInt8(ascii: ":") else { throw broken("a colon is expected") }
      input.advance()
      try input.skipSpace()
      guard let first = try input.peek() else { throw broken("the file ends inside of it") }
      return try open(first)
    case .list(let isOfRecords):
      if byte == UInt8(ascii: "]") {
        if isNew { hasEmptyList = true }
        return close()
      }
      isNew = false
      if byte == UInt8(ascii: ",") { return input.advance() }
      guard byte == UInt8(ascii: "{") else {
        let (line, offset) = (input.line, input.offset)
        _ = try open(byte)
        guard isOfRecords == true else { return nil }
        return .failure(ReadError(.notAnObject, path: path, line: line, byte: offset))
      }
      switch isOfRecords {
      case true?: return try record()
      case false?: return try open(byte)
      case nil: return try candidate(isElement: true)
      }
    }
  }

  /// Enters an object or a list, or passes over another value.
  private func open(_ byte: UInt8) throws(ReadError) -> Result<SourceRecord, ReadError>? {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard stack.count < Self.depthLimit else {
        _ = try input.skipValue()
        return nil
      }
      input.advance()
      isNew = byte == UInt8(ascii: "[")
      stack.append(isNew ? .list(isOfRecords: nil) : .object)
    case UInt8(ascii: "\""): try input.skipText()
    default:
      guard try input.skipLiteral() else { throw broken("a value is expected") }
    }
    return nil
  }

  private func close() -> Result<SourceRecord, ReadError>? {
    stack.removeLast()
    return input.advance()
  }

  /// An object that may be a record: else it is looked into.
  private func candidate(isElement: Bool) throws(ReadError) -> Result<SourceRecord, ReadError>? {
    let start = input.mark()
    var value: [UInt8]?
    do throws(ReadError) {
      value = try input.skipValue(limit: limit)
    } catch {
      // Where the file breaks off inside of it, what is whole in it is read.
      guard case .brokenDocument = error.problem else { throw error }
    }
    if let value, case .object(let members)? = try? JSONParser.parse(value) {
      let found = isRecord(members)
      hasElements = hasElements || isElement
      if isElement { stack[stack.count - 1] = .list(isOfRecords: found) }
      if found {
        return .success(
          SourceRecord(path: path, line: start.line, offset: start.offset, bytes: value))
      }
      if refused.isEmpty { refused = members.map(\.name) }
    } else if isElement {
      // One that cannot be read does not tell of what its list is.
      input.rewind(to: start)
      return try record()
    }
    input.rewind(to: start)
    return try open(UInt8(ascii: "{"))
  }

  private func record() throws(ReadError) -> Result<SourceRecord, ReadError> {
    let start = input.mark()
    guard let bytes = try input.skipValue(limit: limit) else {
      input.rewind(to: start)
      let length = try input.skipValue()
      return .failure(
        ReadError(.recordTooLong(bytes: length, limit: limit), path: path, line: start.line))
    }
    return .success(SourceRecord(path: path, line: start.line, offset: start.offset, bytes: bytes))
  }

  private func broken(_ reason: String) -> ReadError {
    ReadError(
      .brokenDocument(reason: "\(reason) at byte \(input.offset + 1) of the file"), path: path,
      line: input.line)
  }
}
