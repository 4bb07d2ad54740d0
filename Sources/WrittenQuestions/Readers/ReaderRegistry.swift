import Extraction

/// What can be read: by which reader a file is read follows from its bytes and its name.
///
/// ```swift
/// var readers = ReaderRegistry.standard
/// readers.textReaders.insert(reader, at: 0)  // of a form of your own
/// let format = try readers.format(of: sample, path: "2019/230.txt")
/// ```
public struct ReaderRegistry: Sendable {
  public var recordReaders: [any RecordReader]
  public var extractors: [any Extractor]
  /// The first that does not refuse a text takes it, so the more particular stand first.
  public var textReaders: [any TextReader]

  public init(
    recordReaders: [any RecordReader], extractors: [any Extractor], textReaders: [any TextReader]
  ) {
    self.recordReaders = recordReaders
    self.extractors = extractors
    self.textReaders = textReaders
  }

  /// Records, and documents: of the Dutch House, in the Flemish layout, or else without structure.
  public static let standard = ReaderRegistry(
    recordReaders: [JSONDocumentReader(), JSONLinesReader(), TableReader(), TurtleReader()],
    extractors: [PlainText()] + ChildExtractor.all,
    textReaders: [KamerTextReader(), FlemishTextReader(), UnstructuredTextReader()])

  /// The same readers for records whose fields are named so.
  public func reading(_ fields: FieldMapping) -> ReaderRegistry {
    var registry = self
    registry.recordReaders = recordReaders.map { $0.reading(fields) }
    return registry
  }

  /// The same readers, of which those that can read pages that are pictures do so, by OCR.
  public func readingPictures() -> ReaderRegistry {
    var registry = self
    registry.extractors = extractors.map { ($0 as? ChildExtractor)?.readingPictures ?? $0 }
    return registry
  }

  /// Extensions of the files that are looked for in directories, each once.
  public var fileExtensions: [String] {
    var all: [String] = []
    for name in recordReaders.flatMap(\.fileExtensions) + extractors.flatMap(\.fileExtensions)
    where !all.contains(name) {
      all.append(name)
    }
    return all
  }

  /// Everything that has a part in what is read, in order.
  public var identities: [FormatIdentity] {
    recordReaders.map(\.identity) + extractors.map(\.identity) + textReaders.map(\.identity)
  }

  /// The names that files have which belong to the one of this name; never its own.
  package func companions(of name: String) -> [String] {
    let names =
      recordReaders.flatMap { $0.companions(of: name) }
      + textReaders.flatMap { $0.companions(of: name) }
    return names.filter { $0 != name }
  }
}

/// How a file is read first.
public enum FileFormat: Sendable {
  /// Cut into records, which its reader parses.
  case records(any RecordReader)
  /// One document, whose text is extracted, and parsed by the text reader that it fits.
  case document(any Extractor)

  public var identity: FormatIdentity {
    switch self {
    case .records(let reader): reader.identity
    case .document(let extractor): extractor.identity
    }
  }
}

extension ReaderRegistry {
  /// What reads a file of these bytes and this name.
  /// - Throws: `.unknownFormat`.
  public func format(of sample: FileSample, path: SourcePath) throws(ReadError) -> FileFormat {
    try recognise(sample, path: path).format
  }

  /// What reads a file of these bytes and this name, and how sure that is.
  /// - Throws: `.unknownFormat`.
  public func recognise(_ sample: FileSample, path: SourcePath) throws(ReadError)
    -> (format: FileFormat, recognition: Recognition)
  {
    var best: (format: FileFormat, recognition: Recognition)?
    func consider(_ format: FileFormat, _ recognition: Recognition) {
      if recognition > best?.recognition ?? .no { best = (format, recognition) }
    }
    for reader in recordReaders { consider(.records(reader), reader.recognises(sample)) }
    for extractor in extractors { consider(.document(extractor), extractor.recognises(sample)) }
    guard let best else { throw ReadError(.unknownFormat(known: fileExtensions), path: path) }
    return best
  }

  /// Reads a text by the first reader that it fits.
  /// - Parameter refused: told of each reader that it does not fit.
  /// - Throws: `ReadError`: of the last reader where it fits none.
  public func parse(
    _ text: ExtractedText, of record: SourceRecord,
    refused: (FormatIdentity, ReadError) -> Void = { _, _ in }
  ) throws(ReadError) -> (question: WrittenQuestion, reader: FormatIdentity) {
    var refusal = ReadError(.unknownFormat(known: fileExtensions), path: record.path)
    for reader in textReaders {
      do throws(ReadError) {
        return (try reader.parse(text, of: record), reader.identity)
      } catch {
        guard case .notAWrittenQuestion = error.problem else { throw error }
        refusal = error
        refused(reader.identity, error)
      }
    }
    throw refusal
  }
}
