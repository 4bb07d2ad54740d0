/// A format. A new one is a new file in this folder and a line in `Readers`.
///
/// Cutting a source into records is sequential and cheap; parsing a record needs nothing else, so
/// that many are parsed at the same time.
public protocol Reader: Sendable {
  /// The records of a file, in order, streamed; a record that cannot be cut out is an error in its
  /// place and the next one follows.
  func records(of path: String) throws(ReadError) -> AnyIterator<Result<SourceRecord, ReadError>>
  /// Each passage says where it stands: `.file` counts from the beginning of the file, not of the
  /// record, in bytes as they are on the disk; `.field` and `.pages` count in text as UTF-8.
  func parse(_ record: SourceRecord) throws(ReadError) -> WrittenQuestion
}

/// The bytes of one document as they stand in a file.
public struct SourceRecord: Sendable {
  public let path: String
  /// From 1, in a file of many records.
  public let line: Int?
  /// Offset of the first byte in the file.
  public let offset: Int
  public let bytes: [UInt8]

  public init(path: String, line: Int? = nil, offset: Int = 0, bytes: [UInt8]) {
    self.path = path
    self.line = line
    self.offset = offset
    self.bytes = bytes
  }

  var source: Source { Source(path: path, line: line, range: offset..<(offset + bytes.count)) }
}

/// The formats that can be read.
public enum Readers {
  public static let fileExtensions = ["jsonl", "ndjson", "txt"]

  /// - Parameter mapping: which fields of JSON records mean what; nil: found from the record.
  public static func reader(forPath path: String, mapping: FieldMapping? = nil)
    throws(ReadError) -> any Reader
  {
    let name = path.split(separator: "/").last ?? ""
    switch name.split(separator: ".").last?.lowercased() {
    case "jsonl", "ndjson": return JSONLinesReader(mapping: mapping)
    case "txt": return FlemishTextReader()
    default: throw ReadError(.unknownFormat(known: fileExtensions), path: path)
    }
  }
}
