import Extraction
import Text

/// Files of JSON that are no lines: a list of records, an envelope around one, as search services and
/// OData give it, or one record over several lines. Each record is cut out by its bytes, so that a
/// file of any size is read in the memory of one record.
public struct JSONDocumentReader: RecordReader {
  public let identity = FormatIdentity("json", version: 2)
  public let fileExtensions = ["json"]
  private let mapping: FieldMapping?

  /// - Parameter mapping: nil: found from the fields of each record.
  public init(mapping: FieldMapping? = nil) { self.mapping = mapping }

  public func reading(_ fields: FieldMapping) -> any RecordReader {
    JSONDocumentReader(mapping: fields)
  }

  /// By its beginning, which no line of JSON Lines has.
  public func recognises(_ sample: FileSample) -> Recognition {
    let isNamed = fileExtensions.contains(sample.fileExtension)
    return JSONEnvelope.begins(sample.head, isRecord: isRecord)
      ? .byContent : isNamed ? .byName : .no
  }

  public func records(of file: SourceFile) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    AnyIterator(
      JSONElementScanner(file, limit: JSONLinesReader.recordLimit, isRecord: isRecord))
  }

  public func content(of record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> RecordContent
  {
    do throws(ReadError) {
      return try JSONRecordParser(mapping: mapping).content(of: record, warn: warn)
    } catch {
      // Many records may stand on one line.
      throw ReadError(error.problem, path: error.path, line: error.line, byte: record.offset)
    }
  }

  public func parse(_ record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> WrittenQuestion
  {
    try content(of: record, warn: warn).question(of: record)
  }

  private func isRecord(_ members: [JSONMember]) -> Bool {
    JSONRecordParser(mapping: mapping).isRecord(members)
  }
}
