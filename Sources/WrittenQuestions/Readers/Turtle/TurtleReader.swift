import Extraction
import Text

/// The European Parliament's open data in Turtle. Of a written question, a work of the question tells
/// when and to whom, an expression of it in a language who asks, a work of the answer when that came:
/// each is a record of a register.
public struct TurtleReader: RecordReader {
  public let identity = FormatIdentity("turtle", version: 1)
  public let fileExtensions = ["ttl"]

  public init() {}

  /// By the prefixes that it begins with.
  public func recognises(_ sample: FileSample) -> Recognition {
    let text = TextEncoding.withoutMark(sample.head[...]).drop(while: \.isSpace)
    if text.starts(with: "@prefix".utf8) || text.starts(with: "@base".utf8) { return .byContent }
    return fileExtensions.contains(sample.fileExtension) ? .byName : .no
  }

  /// Statements of other things, as of files and people, are no records.
  public func records(of file: SourceFile) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    let path = file.path
    let scanner = TurtleScanner(file, limit: JSONLinesReader.recordLimit)
    var hasRecords = false
    return AnyIterator {
      while let statement = scanner.next() {
        guard case .success(let record) = statement else {
          hasRecords = true
          return statement
        }
        do throws(ReadError) {
          guard try EuropeanRegister(record) != nil else { continue }
        } catch {
          hasRecords = true
          return .failure(error)
        }
        hasRecords = true
        return statement
      }
      guard !hasRecords else { return nil }
      hasRecords = true
      return .failure(
        ReadError(.notAWrittenQuestion(missing: "no work of type QUEST_WRITTEN"), path: path))
    }
  }

  public func parse(_ record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> WrittenQuestion
  {
    guard let register = try EuropeanRegister(record) else {
      throw record.refused("the statement is of no written question")
    }
    return register.question(warn: warn)
  }
}
