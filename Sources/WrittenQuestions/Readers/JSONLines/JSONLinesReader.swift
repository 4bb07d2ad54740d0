import Extraction
import Text

/// One JSON object a line. Numbers are looked for inside running text as well, since such exports
/// often have lost their line breaks.
public struct JSONLinesReader: RecordReader {
  /// Longer lines are refused, in bytes.
  public static let recordLimit = 16 << 20

  public let identity = FormatIdentity("jsonl", version: 5)
  public let fileExtensions = ["jsonl", "ndjson"]
  private let mapping: FieldMapping?

  /// - Parameter mapping: nil: found from the fields of each record.
  public init(mapping: FieldMapping? = nil) { self.mapping = mapping }

  public func reading(_ fields: FieldMapping) -> any RecordReader {
    JSONLinesReader(mapping: fields)
  }

  /// By its first line, where that is one whole object.
  public func recognises(_ sample: FileSample) -> Recognition {
    let lines = sample.head.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    if let first = lines.first, first.contains(UInt8(ascii: "{")) {
      let line = Array(TextEncoding.withoutMark(first))
      let start = line.first { !$0.isSpace }
      // A line that is longer than the sample is one as far as it can be seen.
      let isCut = first.count == FileSample.size
      let fault = JSONFault.find(in: line)
      let isObject = start == UInt8(ascii: "{") && (fault == nil || isCut && fault?.isAtEnd == true)
      if isObject { return .byContent }
    }
    return fileExtensions.contains(sample.fileExtension) ? .byName : .no
  }

  public func records(of file: SourceFile) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    let path = file.path
    let scanner = LineScanner(file, limit: Self.recordLimit)
    var hasRecords = false
    var isStopped = false
    return AnyIterator {
      while !isStopped, let line = scanner.next() {
        guard case .success(let record) = line else {
          if case .failure(let error) = line, case .unreadable = error.problem { isStopped = true }
          hasRecords = true
          return line
        }
        if !hasRecords, let problem = Self.otherThanText(record.bytes) {
          isStopped = true
          return .failure(ReadError(problem, path: path))
        }
        let isBlank = record.bytes.allSatisfy(\.isSpace) || record.bytes == TextEncoding.utf8Mark
        if !isBlank {
          hasRecords = true
          return line
        }
      }
      guard hasRecords || isStopped else {
        hasRecords = true
        return .failure(ReadError(.empty, path: path))
      }
      return nil
    }
  }

  /// What a file is whose first line is no text. A NUL in a line that begins as a record, or in a
  /// later line, is a fault of that line alone.
  static func otherThanText(_ line: [UInt8]) -> ReadError.Problem? {
    if line.starts(with: [0xff, 0xfe]) || line.starts(with: [0xfe, 0xff]) { return .utf16 }
    guard line.contains(0) else { return nil }
    let brace = UInt8(ascii: "{")
    if line.starts(with: [brace, 0]) || line.starts(with: [0, brace]) { return .utf16 }
    return TextEncoding.withoutMark(line[...]).first { !$0.isSpace } == brace ? nil : .binary
  }

  public func content(of record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> RecordContent
  {
    try JSONRecordParser(mapping: mapping).content(of: record, warn: warn)
  }

  public func parse(_ record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> WrittenQuestion
  {
    try content(of: record, warn: warn).question(of: record)
  }
}
