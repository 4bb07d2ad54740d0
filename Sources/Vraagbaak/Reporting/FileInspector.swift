import Extraction
import WrittenQuestions

/// Reads files as a build does, and keeps nothing.
///
/// ```swift
/// let inspector = try FileInspector(["brief.pdf"])
/// for path in inspector.files { print(inspector.read(path).report.reader) }
/// ```
public struct FileInspector: Sendable {
  /// What there is to read: files, and those of directories and archives.
  public let files: [SourcePath]
  /// What of archives cannot be read, and what cannot be looked into.
  public let refused: [ReadError]
  private let reader: SourceReader
  /// Where archives are unpacked.
  private let place: TemporaryPlace

  /// - Parameters:
  ///   - paths: as for `Index.build`, also `-` for standard input.
  ///   - readsPictures: whether pages that are pictures are read by OCR.
  /// - Throws: `.noSuchSource`, `.unavailable`, `.nothingToIndex`.
  public init(
    _ paths: [String], readers: ReaderRegistry = .standard, mapping: FieldMapping? = nil,
    readsPictures: Bool = false, limits: ExtractionLimits = .standard
  ) throws(IndexError) {
    place = TemporaryPlace()
    let index = Index(at: place.path, readers: readers, extractionLimits: limits)
    var places = SourcePaths()
    var selection = SourceSelection()
    let roots = selection.roots(of: paths.map { SourcePath($0) }, places)
    if roots.contains(.standardInput) {
      let store = StandardInputStore(index)
      places.standardInput = store.file(try store.keep().hash)
    }
    var reader = SourceReader(
      index, places: places, mapping: mapping, roots: roots, selection: selection,
      readsPictures: readsPictures)
    reader.counts = true
    self.reader = reader
    let found = try SourceFiles(reader).find(roots)
    files = found.files
    refused =
      found.refused.map(\.error) + found.unreadable.map { ReadError($0.fault, path: $0.path) }
    guard !files.isEmpty || !refused.isEmpty else {
      throw .nothingToIndex(paths: paths, formats: reader.registry.fileExtensions)
    }
  }

  /// - Parameter limit: how many documents of a file of records are given; all are counted.
  public func read(_ path: SourcePath, documents limit: Int = .max) -> FileReading {
    // What archives are unpacked to stays as long.
    defer { withExtendedLifetime(place) {} }
    let size = FileStamp(reader.places.file(path))?.size ?? 0
    var reading = FileReading(report: FileReport(path, size: size, .unread))
    var account = FileAccount()
    do throws(ReadError) {
      let opened = try reader.open(path)
      account.recognition = opened.recognition
      reading.report.reader = opened.format.identity.description
      for record in opened.records {
        do throws(ReadError) {
          let parsed = try reader.parse(try record.get(), as: opened.format)
          account.add(parsed)
          reading.add(parsed, limit)
        } catch {
          account.add(error)
        }
      }
    } catch {
      account.add(error)
    }
    reading.report.add(account)
    return reading
  }
}

extension FileReading {
  fileprivate mutating func add(_ parsed: SourceReader.Parsed, _ limit: Int) {
    report.reader = parsed.reader
    report.outcome = .indexed
    report.documents += 1
    warnings.add(parsed.warnings)
    if documents.count < limit { documents.append(parsed.question) }
    if let text = parsed.text { add(text, of: parsed.question) }
  }
}
