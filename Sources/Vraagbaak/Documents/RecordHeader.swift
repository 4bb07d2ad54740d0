import Extraction
import WrittenQuestions

/// What is looked up of a stored record without reading its text: it stands first in the data of
/// the document. The engine's id of the document is not in it: compaction gives documents new ones,
/// and it comes with every posting and hit.
struct RecordHeader: Sendable, Equatable {
  var id: String
  var number: String?
  var source: Source
  /// Of the record's bytes as they stand in the source; see `SHA256.ofRecord`.
  var hash: [UInt8]
  /// How many passages follow.
  var passages: Int
  /// See `WrittenQuestion.isMetadata`.
  var isMetadata: Bool

  /// - Parameter hash: of the record that the question was read from.
  init(of question: WrittenQuestion, hash: [UInt8]) {
    id = question.id
    number = question.number
    source = question.source
    self.hash = hash
    passages = question.passages.count
    isMetadata = question.isMetadata
  }

  /// Nil for data that does not begin with one.
  init?(of data: [UInt8]) {
    let header = data.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes)
      let header = RecordHeader(&reader)
      return reader.isValid ? header : nil
    }
    guard let header else { return nil }
    self = header
  }

  init(_ reader: inout RecordReader) {
    id = reader.string()
    number = reader.optional()
    source = reader.source()
    hash = Array(reader.block())
    passages = reader.number()
    isMetadata = reader.number() == 1
  }

  func write(to writer: inout RecordWriter) {
    writer.string(id)
    writer.optional(number)
    writer.source(source)
    writer.block(hash)
    writer.number(passages)
    writer.number(isMetadata ? 1 : 0)
  }
}

extension RecordWriter {
  fileprivate mutating func source(_ source: Source) {
    string(source.path.text)
    number(source.line ?? 0)
    range(source.range)
    optional(source.encoding == .utf8 ? nil : source.encoding.rawValue)
  }
}

extension RecordReader {
  fileprivate mutating func source() -> Source {
    let path = SourcePath(string())
    let line = number()
    let range = range()
    let name = optional()
    guard let encoding = name.map(TextEncoding.init(rawValue:)) ?? .utf8 else {
      fail()
      return Source(path: path, range: range)
    }
    return Source(path: path, line: line == 0 ? nil : line, range: range, encoding: encoding)
  }
}
