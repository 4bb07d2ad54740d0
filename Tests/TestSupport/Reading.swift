import Extraction
import WrittenQuestions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ReaderRegistry {
  /// Reads a record as a build does: recognised by its bytes and its path.
  public func read(_ record: SourceRecord) throws(ReadError) -> WrittenQuestion {
    let name = record.path.name
    let sample = FileSample(name: name, head: Array(record.bytes.prefix(FileSample.size)))
    switch try format(of: sample, path: record.path) {
    case .records(let reader): return try reader.parse(record)
    case .document(let extractor):
      let text: ExtractedText
      do throws(ExtractionError) {
        text = try extractor.extract(record.bytes, name: name, within: .standard)
      } catch {
        throw ReadError(error, path: record.path)
      }
      return try parse(text, of: record).question
    }
  }
}

extension SourceRecord {
  /// A whole file as one record.
  public init(file path: String) throws {
    self.init(path: SourcePath(path), bytes: try SourceFile(path).rest() ?? [])
  }
}

extension RecordReader {
  /// The records of a file with these bytes.
  public func records(ofBytes bytes: [UInt8]) throws -> [Result<SourceRecord, ReadError>] {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/records"
    try bytes.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
    return Array(try records(of: SourceFile(path)))
  }
}
