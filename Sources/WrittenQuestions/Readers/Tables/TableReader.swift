import Extraction
import Text

/// Tables whose first row names the columns, with commas, semicolons, tabs or bars between the cells.
/// Each row is a record with the fields of JSON, and is cited by them. UTF-8 or Windows-1252, each row
/// as it can be read.
public struct TableReader: RecordReader {
  public let identity = FormatIdentity("table", version: 2)
  public let fileExtensions = ["csv", "tsv"]
  private let mapping: FieldMapping?

  /// - Parameter mapping: nil: found from the names of the columns.
  public init(mapping: FieldMapping? = nil) { self.mapping = mapping }

  public func reading(_ fields: FieldMapping) -> any RecordReader { TableReader(mapping: fields) }

  /// By its name: any text may have commas.
  public func recognises(_ sample: FileSample) -> Recognition {
    fileExtensions.contains(sample.fileExtension) ? .byName : .no
  }

  /// The separator, and the row that names the columns.
  public func header(of file: SourceFile) throws(ReadError) -> [UInt8] {
    (try TableHeader(of: file)).bytes
  }

  public func records(of file: SourceFile) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    let header = try TableHeader(of: file)
    guard JSONRecordParser(mapping: mapping).isRecord(header.members) else {
      let names = header.names
      let hasID = names.contains { $0.lowercased() == "id" }
      throw ReadError(
        .missingField(hasID ? "question" : "id", present: names.sorted()), path: file.path)
    }
    let scanner = TableScanner(file, from: header, limit: JSONLinesReader.recordLimit)
    return AnyIterator {
      scanner.next()?.map { record in
        var record = record
        record.header = header.bytes
        return record
      }
    }
  }

  public func content(of record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> RecordContent
  {
    let names = TableCells(header: record.header)
    let (text, encoding) = Self.decode(record.bytes)
    let cells = TableCells(text[...], separator: names.separator).cells
    let extra = cells.dropFirst(names.cells.count)
    guard cells.count >= names.cells.count, extra.allSatisfy({ $0.allSatisfy(\.isSpace) }) else {
      throw ReadError(
        .otherCells(found: cells.count, expected: names.cells.count), path: record.path,
        line: record.line)
    }
    let members = zip(names.names, cells).map { name, cell in
      JSONMember(name: name, value: .string(JSONString(bytes: cell[...], hasEscapes: false)))
    }
    let content = try JSONRecordParser(mapping: mapping).content(members, record, warn: warn)
    guard case .question(var question) = content else { return content }
    question.source.encoding = encoding
    return .question(question)
  }

  public func parse(_ record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> WrittenQuestion
  {
    try content(of: record, warn: warn).question(of: record)
  }

  /// As UTF-8, and how it is written.
  static func decode(_ bytes: [UInt8]) -> ([UInt8], TextEncoding) {
    guard TextEncoding.firstInvalidUTF8(in: bytes) != nil else { return (bytes, .utf8) }
    let text = TextEncoding.windows1252.decode(bytes) ?? String(decoding: bytes, as: UTF8.self)
    return (Array(text.utf8), .windows1252)
  }
}
