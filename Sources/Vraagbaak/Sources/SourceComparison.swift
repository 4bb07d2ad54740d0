import Glibc
import WrittenQuestions

/// Compares documents with their sources, where these are as they were when they were indexed.
struct SourceComparison {
  private let places: SourcePaths
  private let mapping: FieldMapping?
  private let entries: [String: SourceEntry]
  /// One file is kept open: documents come in the order of their sources.
  private var current: (path: String, bytes: SourceBytes?)?
  private(set) var compared = 0

  init(places: SourcePaths, mapping: FieldMapping?, entries: [SourceEntry]) {
    self.places = places
    self.mapping = mapping
    self.entries = Dictionary(entries.map { ($0.path, $0) }) { first, _ in first }
  }

  /// What is wrong with a document's ranges or text; nil where nothing is, or where its source
  /// cannot tell.
  /// - Parameter hash: of the record that it was read from.
  mutating func difference(_ question: WrittenQuestion, hash: [UInt8]) -> String? {
    let source = question.source
    if current?.path != source.path { current = (source.path, open(source.path)) }
    guard let bytes = current?.bytes else { return nil }
    guard let found = bytes.read(source.range) else {
      return "document \(question.id): bytes \(source.range) are outside \(source.path)"
    }
    guard SHA256.ofRecord(found) == hash else {
      return "document \(question.id): bytes \(source.range) of \(source.path) are not its record"
    }
    compared += 1
    // Without the reader, which would only repeat its own mistake.
    for passage in question.passages where !isCited(passage, of: source, in: bytes) {
      return
        "document \(question.id): bytes \(passage.place.range) of \(source.path) are not its passage"
    }
    guard let reader = try? Readers.reader(forPath: source.path, mapping: mapping),
      let parsed = try? reader.parse(
        SourceRecord(
          path: source.path, line: source.line, offset: source.range.lowerBound, bytes: found))
    else { return "document \(question.id): its record in \(source.path) cannot be read" }
    guard parsed != question else { return nil }
    for (stored, now) in zip(question.passages, parsed.passages) where stored != now {
      return
        "document \(question.id): the passage at \(stored.place.range) is not what \(source.path) says"
    }
    return "document \(question.id) is not what \(source.path) says"
  }

  /// Whether a passage stands at its bytes of a file. What stands in a field or on a page only a
  /// reader can tell.
  private func isCited(_ passage: Passage, of source: Source, in bytes: SourceBytes) -> Bool {
    guard case .file(let range) = passage.place else { return true }
    guard let cited = bytes.read(range).flatMap(source.encoding.decode) else { return false }
    return passage.agrees(with: cited)
  }

  private func open(_ path: String) -> SourceBytes? {
    let file = places.file(path)
    guard let entry = entries[path], let now = try? SourceEntry.read(path, file: file),
      now.hash == entry.hash
    else { return nil }
    return SourceBytes(file)
  }
}

/// Reads ranges of a file.
private final class SourceBytes {
  private let file: Int32
  private let size: Int

  init?(_ path: String) {
    file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    size = FileStamp(path)?.size ?? 0
    guard file >= 0 else { return nil }
  }

  deinit { if file >= 0 { close(file) } }

  /// Nil for a range that is not inside the file.
  func read(_ range: Range<Int>) -> [UInt8]? {
    guard range.upperBound <= size else { return nil }
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress.map { $0 + done }, $0.count - done, range.lowerBound + done)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      done += got
    }
    return bytes
  }
}
