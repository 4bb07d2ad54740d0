import Extraction
import WrittenQuestions

/// How much was read of all files together, and how much was not.
public struct ReadingTotals: Sendable, Equatable, Codable {
  /// Files by what became of them, under the names of `FileReport.Outcome`.
  public private(set) var files: [String: Int] = [:]
  /// Files by what read them.
  public private(set) var readers: [String: Int] = [:]
  /// Bytes of the files.
  public private(set) var size = 0
  /// In the index.
  public private(set) var documents = 0
  public private(set) var repeated = 0
  public private(set) var failures = 0
  public private(set) var found = Findings()
  public private(set) var warnings = ReadWarnings()
  public private(set) var registers = RegisterCounts()

  public init() {}

  mutating func add(_ file: FileReport) {
    files[file.outcome.rawValue, default: 0] += 1
    if !file.reader.isEmpty { readers[file.reader, default: 0] += 1 }
    size += file.size
    documents += file.documents
    repeated += file.repeated
    failures += file.failureCount
    found += file.found ?? Findings()
    warnings += file.warnings
    if let counts = file.registers { registers = registers + counts }
  }
}

/// What became of every file, and the totals: what `ReportWriter` writes.
public struct ReadingReport: Sendable, Equatable, Codable {
  public var files: [FileReport]
  public var totals: ReadingTotals
}

/// Writes a `Versioned<ReadingReport>` as JSON, a file a line, one after the other: there may be many.
struct ReportWriter {
  private static let pieceSize = 1 << 18

  private let path: String
  private var totals = ReadingTotals()
  private var bytes: [UInt8]
  private var file: FileSystem.Writing
  private var isFirst = true

  /// - Parameter path: written beside it first, and put there when it is whole.
  /// - Throws: `.cannotWrite`.
  init(_ path: String) throws(IndexError) {
    self.path = path
    file = try FileSystem.Writing(path)
    bytes = Array("{\"files\":[\n".utf8)
  }

  mutating func add(_ report: FileReport) throws(IndexError) {
    totals.add(report)
    bytes += (isFirst ? [] : Array(",\n".utf8)) + (try encoded(report))
    isFirst = false
    if bytes.count > Self.pieceSize { try flush() }
  }

  mutating func finish() throws(IndexError) {
    bytes += "\n],\"schema\":\(WireFormat.schema),\"totals\":".utf8
    bytes += try encoded(totals) + Array("}\n".utf8)
    try flush()
    try file.finish()
  }

  private mutating func flush() throws(IndexError) {
    try file.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private func encoded(_ value: some Encodable) throws(IndexError) -> [UInt8] {
    do {
      return try WireFormat.encode(value)
    } catch {
      throw IndexError(error, writing: path)
    }
  }
}
