import Extraction

/// Reads a form of files that hold many records, as JSON Lines. A new one is a new folder beside this
/// file and a line in `ReaderRegistry.standard`.
///
/// Cutting a file into records is sequential and cheap; parsing a record needs nothing else, so that
/// many are parsed at the same time.
public protocol RecordReader: Sendable {
  var identity: FormatIdentity { get }
  /// Files with these extensions are looked for in directories; in small letters.
  var fileExtensions: [String] { get }
  func recognises(_ sample: FileSample) -> Recognition
  /// The names that files have which belong to the one of this name, in the same directory. Those
  /// that are there come with each record, and are no sources of their own.
  func companions(of name: String) -> [String]
  /// The same reader for records whose fields are named so.
  func reading(_ fields: FieldMapping) -> any RecordReader
  /// The records of a file, in order, streamed; a record that cannot be cut out is an error in its
  /// place and the next one follows.
  func records(of file: SourceFile) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  /// What the file says of all of its records, as a table names its columns; each record carries it
  /// (`SourceRecord.header`). Empty where there is none.
  func header(of file: SourceFile) throws(ReadError) -> [UInt8]
  /// A question, or a document in fields of the record. Where it is not written, what `parse` gives.
  func content(of record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> RecordContent
  /// Each passage says where it stands: `.file` counts from the beginning of the file, not of the
  /// record, in bytes as they are on the disk; `.field` counts in decoded text as UTF-8.
  /// - Parameter warn: told what of the record is not in the question.
  func parse(_ record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> WrittenQuestion
}

extension RecordReader {
  public func companions(of name: String) -> [String] { [] }
  public func reading(_ fields: FieldMapping) -> any RecordReader { self }
  public func header(of file: SourceFile) throws(ReadError) -> [UInt8] { [] }
  public func content(of record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> RecordContent
  {
    .question(try parse(record, warn: warn))
  }
  public func parse(_ record: SourceRecord) throws(ReadError) -> WrittenQuestion {
    try parse(record) { _ in }
  }
}

/// Reads a form of documents from their text, whatever format that was extracted from.
///
/// ```swift
/// struct Memo: TextReader {
///   let identity = FormatIdentity("memo", version: 1)
///   func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError)
///     -> WrittenQuestion
///   {
///     let words = String(decoding: text.bytes, as: UTF8.self)
///     guard words.hasPrefix("MEMO") else {
///       throw ReadError(.notAWrittenQuestion(missing: "no MEMO at its head"), path: record.path)
///     }
///     let passage = Passage(
///       kind: .introduction, text: words, place: text.place(of: 0..<text.bytes.count))
///     return WrittenQuestion(id: record.name, introduction: passage, source: record.source)
///   }
/// }
/// ```
public protocol TextReader: Sendable {
  var identity: FormatIdentity { get }
  /// As for `RecordReader`.
  func companions(of name: String) -> [String]
  /// - Throws: `.notAWrittenQuestion` for a text of another form: then the next reader is asked.
  func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError) -> WrittenQuestion
}

extension ExtractedText {
  /// Where a part of the text, in bytes, stands in its source: bytes of a text file, or pages. A
  /// document without pages is one page.
  public func place(of range: Range<Int>) -> Passage.Place {
    fileRange(of: range).map { .file($0) } ?? .pages(pages(of: range) ?? 1...1, range)
  }
}

extension TextReader {
  public func companions(of name: String) -> [String] { [] }
}

/// The bytes of one document as they stand in a file, and of the files that belong to it.
public struct SourceRecord: Sendable {
  /// A file that belongs to another, as a `metadata.xml` does.
  public struct Companion: Sendable, Hashable {
    public let name: String
    public let bytes: [UInt8]
    /// What an extractor makes of it; nil where none can.
    public var text: ExtractedText?
    /// Why nothing can be made of it, though it is what it should be by its name.
    public var fault: String?

    public init(name: String, bytes: [UInt8], text: ExtractedText? = nil) {
      self.name = name
      self.bytes = bytes
      self.text = text
    }
  }

  public let path: SourcePath
  /// From 1, in a file of many records.
  public let line: Int?
  /// Offset of the first byte in the file.
  public let offset: Int
  public let bytes: [UInt8]
  public var companions: [Companion] = []
  /// What the file says of all of its records.
  public var header: [UInt8] = []
  /// The id of a document that says none itself: after its file, and no other file gives the same. Where
  /// nobody sets it, the file's name without `.txt`.
  public var name: String

  public init(path: SourcePath, line: Int? = nil, offset: Int = 0, bytes: [UInt8]) {
    self.path = path
    name = Self.name(ofPath: path.name)
    self.line = line
    self.offset = offset
    self.bytes = bytes
  }

  /// Only `.txt` is left out, so that `230.txt` and `230.pdf` are two.
  package static func name(ofPath path: String) -> String {
    path.hasSuffix(".txt") && path != ".txt" && !path.hasSuffix("/.txt")
      ? String(path.dropLast(4)) : path
  }

  /// Of a text file in another encoding than UTF-8 the text says which.
  public var source: Source {
    Source(path: path, line: line, range: offset..<(offset + bytes.count))
  }

  /// Tells records apart: half of the SHA-256 of their bytes and of those that belong to them.
  package var hash: [UInt8] {
    guard !(companions.isEmpty && header.isEmpty) else { return SHA256.ofRecord(bytes) }
    let all = [bytes, header] + companions.flatMap { [Array($0.name.utf8), $0.bytes] }
    return SHA256.ofRecord(all.flatMap { SHA256.digest(of: $0) })
  }
}
