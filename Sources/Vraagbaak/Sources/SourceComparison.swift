import Extraction
import WrittenQuestions

/// Compares documents with their sources, where these are as they were when they were indexed.
struct SourceComparison {
  private let reader: SourceReader
  private let entries: [SourcePath: SourceEntry]
  /// One file is kept open: documents come in the order of their sources.
  private var current: (path: SourcePath, source: SourceReader.Opened?)?
  private(set) var compared = 0

  init(_ reader: SourceReader, entries: [SourceEntry]) {
    self.reader = reader
    self.entries = Dictionary(entries.map { ($0.path, $0) }) { first, _ in first }
  }

  /// What is wrong with a document's ranges or text; nil where nothing is, or where its source
  /// cannot tell.
  /// - Parameter hash: of the record that it was read from.
  mutating func difference(_ question: WrittenQuestion, hash: [UInt8]) -> String? {
    let source = question.source
    if current?.path != source.path { current = (source.path, open(source.path)) }
    guard let opened = current?.source else { return nil }
    guard let found = try? opened.file.bytes(source.range) else {
      return "document \(question.id): bytes \(source.range) are outside \(source.path)"
    }
    var now = SourceRecord(
      path: source.path, line: source.line, offset: source.range.lowerBound, bytes: found)
    now.companions = opened.companions.map(\.content)
    now.header = opened.header
    now.name = reader.name(of: source.path)
    guard now.hash == hash else {
      return "document \(question.id): bytes \(source.range) of \(source.path) are not its record"
    }
    compared += 1
    // Without the reader, which would only repeat its own mistake.
    for passage in question.passages where !isCited(passage, of: source, in: opened.file) {
      return
        "document \(question.id): bytes \(passage.place.range) of \(source.path) are not its passage"
    }
    guard let parsed = try? reader.parse(now, as: opened.format).question else {
      return "document \(question.id): its record in \(source.path) cannot be read"
    }
    guard parsed != question else { return nil }
    for (stored, now) in zip(question.passages, parsed.passages) where stored != now {
      return
        "document \(question.id): the passage at \(stored.place.range) is not what \(source.path) says"
    }
    return "document \(question.id) is not what \(source.path) says"
  }

  /// Whether a passage stands at its bytes of a file. What stands in a field or on a page only a
  /// reader can tell.
  private func isCited(_ passage: Passage, of source: Source, in file: SourceFile) -> Bool {
    guard case .file(let range) = passage.place else { return true }
    guard let bytes = try? file.bytes(range), let cited = source.encoding.decode(bytes) else {
      return false
    }
    return passage.agrees(with: cited)
  }

  private func open(_ path: SourcePath) -> SourceReader.Opened? {
    guard let entry = entries[path], !entry.isStale, let now = try? reader.entry(of: path),
      now.hash == entry.hash,
      now.readers == entry.readers
    else { return nil }
    return try? reader.open(path)
  }
}
