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
    case brokenJSON(reason: String)
    case notAnObject
    /// JSON, but an array of records, or one object over several lines.
    case notJSONLines(isArray: Bool)
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

  /// The file itself cannot be read.
  package init(_ fault: FileFault, path: SourcePath, line: Int? = nil) {
    self.init(.unreadable(reason: fault.description), path: path, line: line)
  }

  package init(_ error: ExtractionError, path: SourcePath) {
    let problem = error == .binary ? Problem.binary : .extraction(error)
    self.init(problem, path: path)
  }

  public init(_ problem: Problem, path: SourcePath, line: Int? = nil) {
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
    (line.map { "\(path):\($0): " } ?? "\(path): ") + explanation
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
    case .brokenJSON(let reason): "broken JSON: \(reason); every line must be one whole JSON object"
    case .notAnObject: "a JSON object is expected, as in {\"id\": …, \"question\": …}"
    case .notJSONLines(let isArray):
      "\(isArray ? "an array of JSON" : "JSON over several lines"), where each line must be one whole JSON object"
    case .missingField(let name, let present):
      "no field \"\(name)\"; the record has \(present.joined(separator: ", ")): say what its fields mean"
    case .unusableField(let name, let reason): "field \"\(name)\" \(reason)"
    case .noText: "the record has neither question nor answer text; nothing to index"
    case .recordTooLong(let bytes, let limit):
      "the line has \(bytes) bytes, more than the limit of \(limit); split it into records"
    case .notAWrittenQuestion(let missing):
      "not a written question: \(missing)"
    case .refused(let reason): "not read: \(reason)"
    case .extraction(let error): error.description
    case .unknownFormat(let known):
      "no reader for this file; files that can be read end in \(known.map { "." + $0 }.joined(separator: ", "))"
    }
  }
}
