import Extraction

/// Why a source, or a record of it, could not be read: the file, the place and what helps.
public struct ReadError: Error, Sendable, Equatable, Codable,
  CustomStringConvertible
{
  public enum Problem: Sendable, Equatable, Codable {
    case unreadable(reason: String)
    case empty
    case binary
    /// Records are cited by their bytes, which are UTF-8.
    case utf16
    /// `byte`: offset in the line, or in the file where there are no lines.
    case invalidUTF8(byte: Int)
    /// Of a line of JSON Lines, or of a record.
    case brokenJSON(reason: String)
    /// A file of one JSON value breaks off, so that what follows cannot be read.
    case brokenDocument(reason: String)
    case notAnObject
    /// JSON without a list of records in it.
    case noRecords
    /// JSON whose list, or lists, have nothing in them.
    case emptyList
    /// A table whose first row does not name its columns.
    case noHeader(reason: String)
    /// A row of a table that has another number of cells than the header.
    case otherCells(found: Int, expected: Int)
    case brokenTurtle(reason: String)
    case missingField(String, present: [String])
    /// The record has the field, but not what is needed of it.
    case unusableField(String, reason: String)
    case noText
    case recordTooLong(bytes: Int, limit: Int)
    case notAWrittenQuestion(missing: String)
    case unknownFormat(known: [String])
    /// A member of an archive that is not unpacked, or the archive itself, which breaks off.
    case refused(reason: String)
    /// The text of a document could not be got out of its file.
    case extraction(ExtractionError)
  }

  public let problem: Problem
  public let path: SourcePath
  /// From 1.
  public let line: Int?
  /// Where the record begins, as bytes before it in the file; nil where its line is enough to tell.
  public let byte: Int?

  /// The file itself cannot be read.
  package init(_ fault: FileFault, path: SourcePath, line: Int? = nil) {
    self.init(.unreadable(reason: fault.description), path: path, line: line)
  }

  package init(_ error: ExtractionError, path: SourcePath) {
    let problem = error == .binary ? Problem.binary : .extraction(error)
    self.init(problem, path: path)
  }

  public init(_ problem: Problem, path: SourcePath, line: Int? = nil, byte: Int? = nil) {
    self.byte = byte
    self.problem = problem
    self.path = path
    self.line = line
  }

  /// Whether the file may be read another time although it is as it was: what went wrong is not its own.
  package var isPassing: Bool {
    switch problem {
    case .unreadable: true
    case .extraction(let error): error.isPassing
    default: false
    }
  }

  public var description: String {
    let place = [line.map { "\(path):\($0)" } ?? "\(path)", byte.map { "byte \($0 + 1)" }]
    return place.compactMap { $0 }.joined(separator: ", ") + ": " + explanation
  }

  /// Without the place.
  public var explanation: String {
    switch problem {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .empty: "the file is empty; nothing to index"
    case .utf16: "the file is in UTF-16; convert it to UTF-8"
    case .binary: ExtractionError.binary.description
    case .invalidUTF8(let byte):
      "invalid UTF-8 at byte \(byte + 1); convert the file to UTF-8"
    case .brokenJSON(let reason):
      "broken JSON: \(reason); each record must be one whole JSON object"
    case .brokenDocument(let reason): "broken JSON: \(reason); nothing behind it can be read"
    case .notAnObject: "a JSON object is expected, as in {\"id\": …, \"question\": …}"
    case .noRecords:
      "JSON without records: a list of objects with an id and a question or answer is expected, as in [{\"id\": …, \"question\": …}]"
    case .emptyList: "the list in it is empty; nothing to index"
    case .noHeader(let reason): "the first row must name the columns: \(reason)"
    case .otherCells(let found, let expected):
      "the row has \(found) cells, the header \(expected); put cells with line ends or separators in quotation marks"
    case .brokenTurtle(let reason): "broken Turtle: \(reason)"
    case .missingField(let name, let present):
      "no field \"\(name)\"; the record has \(present.joined(separator: ", ")): say what its fields mean"
    case .unusableField(let name, let reason): "field \"\(name)\" \(reason)"
    case .noText: "the record has neither question nor answer text; nothing to index"
    case .recordTooLong(let bytes, let limit):
      "the record has \(bytes) bytes, more than the limit of \(limit); split it into records"
    case .notAWrittenQuestion(let missing):
      "not a written question: \(missing)"
    case .refused(let reason): "not read: \(reason)"
    case .extraction(let error): error.description
    case .unknownFormat(let known):
      "no reader for this file; files that can be read end in \(known.map { "." + $0 }.joined(separator: ", ")), or are archives of such with their usual names"
    }
  }
}

extension SourceFile {
  /// The next bytes; nil at the end.
  /// - Parameter line: which they begin in, for the error.
  func next(line: Int) throws(ReadError) -> [UInt8]? {
    do throws(FileFault) {
      return try next()
    } catch {
      throw ReadError(error, path: path, line: line)
    }
  }
}
