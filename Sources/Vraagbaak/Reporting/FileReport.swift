import Extraction
import WrittenQuestions

/// What became of one file.
public struct FileReport: Sendable, Equatable, Codable {
  public enum Outcome: String, Sendable, Codable, CaseIterable {
    /// All of it, or some.
    case indexed
    /// Nothing of it could be read, or what could is not in the index: see `failures`.
    case unread
    /// Another file says the same, and was read.
    case copy
    /// As it was; it was not read again.
    case unchanged
    case gone
    /// The index is not to have it.
    case excluded
    /// It has no name of a format that is read, and was not looked at.
    case otherFormat
  }

  public struct Failure: Sendable, Equatable, Codable {
    /// From 1, of a record.
    public let line: Int?
    /// Bytes before the record in the file, where its line does not tell which it is.
    public var byte: Int?
    /// What is wrong, and what helps.
    public let reason: String
    /// Whether the next update tries again although the file is as it was.
    public let isPassing: Bool
  }

  /// So many failures of a file are described.
  static let shown = 20

  public var path: SourcePath
  /// Bytes.
  public var size: Int
  public var outcome: Outcome
  /// What read it: `plain-text 1, flemish 1`; empty: nothing could.
  public var reader: String
  /// What told by which format it is read; nil where nothing did.
  public var recognition: Recognition?
  /// Those that the text does not fit, before the one that took it.
  public var refusals: [Refusal]
  /// The first ones.
  public var failures: [Failure]
  public var failureCount: Int
  /// The file that was read in its place.
  public var copyOf: SourcePath?
  /// What is in the index of it.
  public var documents: Int
  /// Records whose id another has.
  public var repeated: Int
  /// Nil for a file that was not read.
  public var found: Findings?
  /// What of its records is not in the index, though they are.
  public var warnings = ReadWarnings()
  /// What became of the records of registers in it, as far as they were looked at; nil: it has none.
  public var registers: RegisterCounts?
  /// The files that belong to it and were read with it, as its metadata.
  public var companions: [SourcePath] = []
}

/// What is known of a file while its records are read.
struct FileAccount: Sendable {
  var found = Findings()
  var recognition: Recognition?
  var refusals: [Refusal] = []
  var failures: [FileReport.Failure] = []
  var failureCount = 0
  var warnings = ReadWarnings()
  var registers: RegisterCounts?
  var companions: [SourcePath] = []

  mutating func add(_ parsed: SourceReader.Parsed) {
    found += parsed.findings ?? Findings()
    warnings.add(parsed.warnings)
    if companions.isEmpty { companions = parsed.companions }
    if refusals.isEmpty { refusals = parsed.refusals }
  }

  mutating func add(_ error: ReadError) {
    add(
      FileReport.Failure(
        line: error.line, byte: error.byte, reason: error.explanation, isPassing: error.isPassing))
  }

  mutating func add(_ failure: FileReport.Failure) {
    failureCount += 1
    if failures.count < FileReport.shown { failures.append(failure) }
  }

  static func + (first: FileAccount, other: FileAccount) -> FileAccount {
    var sum = first
    sum.found += other.found
    sum.recognition = sum.recognition ?? other.recognition
    if sum.refusals.isEmpty { sum.refusals = other.refusals }
    sum.failureCount += other.failureCount
    sum.warnings += other.warnings
    if sum.companions.isEmpty { sum.companions = other.companions }
    if let registers = other.registers { sum.registers = (sum.registers ?? .init()) + registers }
    sum.failures += other.failures.prefix(FileReport.shown - sum.failures.count)
    return sum
  }
}

extension FileReport {
  /// - Parameter account: nil: it was not read.
  init(_ entry: SourceEntry, _ outcome: Outcome, _ account: FileAccount?) {
    self.init(entry.path, size: entry.size, outcome)
    reader = entry.reader
    documents = entry.documents
    repeated = entry.repeated
    if let account { add(account) }
    if account == nil, !entry.failure.isEmpty {
      failures = [Failure(line: nil, reason: entry.failure, isPassing: entry.isDue)]
      failureCount = 1
    }
  }

  mutating func add(_ account: FileAccount) {
    recognition = account.recognition
    refusals = account.refusals
    failures += account.failures
    failureCount += account.failureCount
    found = account.found
    warnings = account.warnings
    registers = account.registers
    companions = account.companions
  }

  init(_ path: SourcePath, size: Int, _ outcome: Outcome, _ failure: Failure? = nil) {
    self.path = path
    self.size = size
    self.outcome = outcome
    reader = ""
    refusals = []
    failures = failure.map { [$0] } ?? []
    failureCount = failures.count
    documents = 0
    repeated = 0
  }

  init(_ error: ReadError) {
    self.init(
      error.path, size: 0, .unread,
      Failure(line: nil, reason: error.explanation, isPassing: error.isPassing))
  }
}

/// `content`, `name` or `possible`: any text can be read as plain text.
extension Recognition: Codable {
  private enum Name: String, Codable { case no, possible, name, content }

  public init(from decoder: any Decoder) throws {
    self =
      switch try Name(from: decoder) {
      case .no: .no
      case .possible: .possible
      case .name: .byName
      case .content: .byContent
      }
  }

  public func encode(to encoder: any Encoder) throws {
    let name: Name =
      switch self {
      case .no: .no
      case .possible: .possible
      case .byName: .name
      case .byContent: .content
      }
    try name.encode(to: encoder)
  }
}
