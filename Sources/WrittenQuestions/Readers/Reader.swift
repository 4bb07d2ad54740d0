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
  /// Each passage says where it stands: `.file` counts from the beginning of the file, not of the
  /// record, in bytes as they are on the disk; `.field` counts in decoded text as UTF-8.
  func parse(_ record: SourceRecord) throws(ReadError) -> WrittenQuestion
}

extension RecordReader {
  public func companions(of name: String) -> [String] { [] }
  public func reading(_ fields: FieldMapping) -> any RecordReader { self }
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
///     return WrittenQuestion(id: record.path, introduction: passage, source: record.source)
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

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  public let path: String
  /// From 1, in a file of many records.
  public let line: Int?
  /// Offset of the first byte in the file.
  public let offset: Int
  public let bytes: [UInt8]
  public var companions: [Companion] = []

  public init(path: String, line: Int? = nil, offset: Int = 0, bytes: [UInt8]) {
    self.path = path
    self.line = line
    self.offset = offset
    self.bytes = bytes
  }

  /// The file's name without its extension.
  var name: String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  /// Of a text file in another encoding than UTF-8 the text says which.
  public var source: Source {
    Source(path: path, line: line, range: offset..<(offset + bytes.count))
  }

  /// Tells records apart: half of the SHA-256 of their bytes and of those that belong to them.
  package var hash: [UInt8] {
    guard !companions.isEmpty else { return SHA256.ofRecord(bytes) }
    let all = [bytes] + companions.flatMap { [Array($0.name.utf8), $0.bytes] }
    return SHA256.ofRecord(all.flatMap { SHA256.digest(of: $0) })
  }
}
