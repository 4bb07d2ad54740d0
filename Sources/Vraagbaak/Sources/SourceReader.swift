import Extraction
import WrittenQuestions

/// Reads source files: which reader takes a file, its records, and the question in each.
struct SourceReader: Sendable {
  let registry: ReaderRegistry
  let places: SourcePaths
  let names: SourceNames
  /// Which files below the roots are sources.
  let filter: SelectionFilter
  /// All readers there are, in one short text; with another one a file may be read otherwise.
  let signature: String
  let extraction: TextExtraction
  /// Whether what was found is counted, for a report.
  var counts = false

  /// - Parameters:
  ///   - index: keeps extracted texts in the index's directory.
  ///   - names: nil: by the roots.
  init(
    _ index: Index, places: SourcePaths, mapping: FieldMapping?, roots: [SourcePath] = [],
    names: SourceNames? = nil, selection: SourceSelection = SourceSelection(),
    readsPictures: Bool = false
  ) {
    let readers = readsPictures ? index.readers.readingPictures() : index.readers
    let registry = mapping.map(readers.reading) ?? readers
    var places = places
    places.archives = places.archives ?? ArchiveMounts(index.unpackedArchives)
    filter = SelectionFilter(selection, roots: roots)
    let identities = registry.identities.map(\.description).joined(separator: ", ")
    signature = String(SHA256.hex(of: Array(identities.utf8)).prefix(16))
    self.registry = registry
    self.places = places
    self.names = names ?? SourceNames(roots: roots, places: places, registry: registry)
    extraction = TextExtraction(cache: index.extractionCache, limits: index.extractionLimits)
  }

  /// A file that is open, with those that belong to it, and what reads it.
  struct Opened {
    let file: SourceFile
    let companions: [(file: SourceFile, content: SourceRecord.Companion)]
    let format: FileFormat
    /// See `RecordReader.header`.
    let header: [UInt8]
    let recognition: Recognition
    let records: AnyIterator<Result<SourceRecord, ReadError>>
  }

  /// What a record says, and what read it: `plain-text 1, flemish 1`.
  struct Parsed {
    let question: WrittenQuestion
    let reader: String
    /// What of the record is not in the question.
    let warnings: [ReadWarning]
    /// The text that it was read from; nil for a record.
    var text: ExtractedText?
    var refusals: [Refusal] = []
    /// Files that belong to it.
    var companions: [SourcePath] = []
    /// Where they are counted.
    var findings: Findings?

    init(_ question: WrittenQuestion, reader: String, warnings: [ReadWarning] = []) {
      var question = question.withUsualNames
      question.id = SourceNames.printable(question.id)
      self.question = question
      self.reader = reader
      self.warnings = warnings
    }
  }

  func open(_ path: SourcePath) throws(ReadError) -> Opened {
    let (file, format, recognition) = try recognise(path)
    var companions: [(file: SourceFile, content: SourceRecord.Companion)] = []
    for companion in self.companions(of: path) {
      do throws(FileFault) {
        let file = try source(companion)
        let bytes = try file.rest() ?? []
        var content = SourceRecord.Companion(name: companion.name, bytes: bytes)
        do throws(ReadError) {
          content.text = try text(ofCompanion: bytes, companion)
        } catch {
          content.fault = Self.fault(error)
        }
        companions.append((file, content))
      } catch {
        throw ReadError(error, path: companion)
      }
    }
    let contents = companions.map(\.content)
    let name = name(of: path)
    var header: [UInt8] = []
    if case .records(let reader) = format { header = try reader.header(of: file) }
    let records = try records(of: file, format).lazy.map { [header] record in
      record.map { record in
        var record = record
        record.companions = contents
        record.header = header
        record.name = name
        return record
      }
    }
    return Opened(
      file: file, companions: companions, format: format, header: header,
      recognition: recognition,
      records: AnyIterator(records.makeIterator()))
  }

  /// Nil for a file of no format that is read: readers may take its bytes as they are.
  private static func fault(_ error: ReadError) -> String? {
    if case .unknownFormat = error.problem { nil } else { error.explanation }
  }

  /// - Throws: for one that is broken; nil for what is no document. What it belongs to is read without it.
  private func text(ofCompanion bytes: [UInt8], _ path: SourcePath) throws(ReadError)
    -> ExtractedText?
  {
    let sample = FileSample(name: path.name, head: Array(bytes.prefix(FileSample.size)))
    guard case .document(let extractor) = try registry.format(of: sample, path: path) else {
      return nil
    }
    do throws(ExtractionError) {
      // Metadata have properties and no text, which is not kept.
      return try extractor.extract(bytes, name: path.name, within: extraction.limits)
    } catch {
      throw ReadError(error, path: path)
    }
  }

  /// The id of a document of this file that says none itself.
  func name(of path: SourcePath) -> String {
    path == .standardInput ? "standaardinvoer" : names.name(of: places.absolute(path))
  }

  private func source(_ path: SourcePath) throws(FileFault) -> SourceFile {
    try SourceFile(path.text, at: places.file(path))
  }

  private func recognise(_ path: SourcePath) throws(ReadError) -> (
    SourceFile, FileFormat, Recognition
  ) {
    let file: SourceFile
    let head: [UInt8]
    do throws(FileFault) {
      file = try source(path)
      head = try file.head(FileSample.size)
    } catch {
      throw ReadError(error, path: path)
    }
    guard !head.isEmpty else { throw ReadError(.empty, path: path) }
    let sample = FileSample(name: path.name, head: head)
    let (format, recognition) = try registry.recognise(sample, path: path)
    return (file, format, recognition)
  }

  private func records(of file: SourceFile, _ format: FileFormat) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    switch format {
    case .records(let reader): return try reader.records(of: file)
    case .document:
      let limit = extraction.limits.fileSize
      let bytes: [UInt8]?
      do throws(FileFault) {
        bytes = try file.rest(limit: limit)
      } catch {
        throw ReadError(error, path: file.path)
      }
      guard let bytes else {
        throw ReadError(ExtractionError.tooLarge(limit: limit), path: file.path)
      }
      let record = SourceRecord(path: file.path, bytes: bytes)
      return AnyIterator(CollectionOfOne(.success(record)).makeIterator())
    }
  }

  func parse(_ record: SourceRecord, as format: FileFormat) throws(ReadError) -> Parsed {
    let start = ContinuousClock.now
    var parsed = try read(record, as: format)
    if counts {
      parsed.findings = Findings(
        parsed.question, in: parsed.text,
        unread: parsed.warnings.reduce(0) { sum, warning in
          // What is not in Dutch is not missing.
          warning.problem == .otherLanguage ? sum : sum + (warning.bytes ?? 0)
        })
      parsed.findings?.seconds = start.duration(to: .now).seconds
    }
    return parsed
  }

  private func read(_ record: SourceRecord, as format: FileFormat) throws(ReadError) -> Parsed {
    switch format {
    case .records(let reader):
      var warnings: [ReadWarning] = []
      switch try reader.content(of: record, warn: { warnings.append($0) }) {
      case .question(let question):
        return Parsed(question, reader: reader.identity.description, warnings: warnings)
      case .document(let document):
        let (question, _) = try registry.parse(document.text, of: record)
        // What reads a file of many records is one thing.
        return Parsed(
          document.named(question), reader: reader.identity.description, warnings: warnings)
      }
    case .document(let extractor):
      let text: ExtractedText
      do throws(ExtractionError) {
        text = try extraction.text(
          of: record.bytes, content: SHA256.hex(of: record.bytes),
          name: record.path.name, by: extractor)
      } catch {
        throw ReadError(error, path: record.path)
      }
      var refusals: [Refusal] = []
      let (question, reader) = try registry.parse(text, of: record) { reader, error in
        refusals.append(Refusal(reader: reader.description, reason: error.explanation))
      }
      let broken = record.companions.compactMap { companion in
        companion.fault.map {
          ReadWarning(
            .unreadableCompanion, path: record.path.sibling(companion.name), field: "", value: $0)
        }
      }
      var parsed = Parsed(
        question, reader: "\(extractor.identity), \(reader)", warnings: broken)
      parsed.companions = record.companions.filter { $0.text != nil }
        .map { record.path.sibling($0.name) }
      parsed.text = text
      parsed.refusals = refusals
      return parsed
    }
  }

  /// What takes the file now; nil where nothing does.
  func reader(of path: SourcePath) -> String? {
    guard let opened = try? open(path) else { return nil }
    guard case .document = opened.format else { return opened.format.identity.description }
    guard let record = try? opened.records.next()?.get() else { return nil }
    return try? parse(record, as: opened.format).reader
  }

  // MARK: What files are

  /// The files in the same directory that belong to this one and are there.
  private func companions(of path: SourcePath) -> [SourcePath] {
    registry.companions(of: path.name)
      .map(path.sibling)
      .filter { FileSystem.exists(places.file($0)) }
  }

  /// Of a file and those that belong to it, together; nil where the file is not there.
  func stamp(of path: SourcePath) -> FileStamp? {
    guard let own = FileStamp(places.file(path)) else { return nil }
    return companions(of: path).reduce(own) { sum, companion in
      FileStamp(places.file(companion)).map(sum.joined) ?? sum
    }
  }

  /// What is noted of a file, read for its hash alone.
  func entry(of path: SourcePath) throws(FileFault) -> SourceEntry {
    let file = try source(path)
    var companions: [SourceFile] = []
    for companion in self.companions(of: path) { companions.append(try source(companion)) }
    return try entry(of: file, companions)
  }

  /// What is noted of a file that was read, perhaps not to its end.
  func entry(of opened: Opened) throws(FileFault) -> SourceEntry {
    var entry = try entry(of: opened.file, opened.companions.map(\.file))
    // Of a document only its text tells what reads it.
    if case .records(let reader) = opened.format { entry.reader = reader.identity.description }
    return entry
  }

  private func entry(of file: SourceFile, _ companions: [SourceFile]) throws(FileFault)
    -> SourceEntry
  {
    var hashes = [try file.readDigest()]
    for companion in companions {
      hashes += [companion.path.name, try companion.readDigest()]
    }
    let hash =
      companions.isEmpty
      ? hashes[0] : SHA256.hex(of: Array(hashes.joined(separator: "\n").utf8))
    return SourceEntry(
      path: file.path, stamp: companions.reduce(file.stamp) { $0.joined($1.stamp) },
      seen: file.opened, hash: hash, readers: signature)
  }

  /// What is noted of archives of which something is not unpacked.
  func entries(ofArchives refused: [SourceFiles.Refused]) -> [SourceEntry] {
    Dictionary(grouping: refused, by: \.archive).sorted { $0.key < $1.key }.compactMap {
      path, refused in
      guard let first = refused.first, let stamp = FileStamp(places.file(path)) else { return nil }
      let more = refused.count > 1 ? ", and \(refused.count - 1) more" : ""
      var entry = SourceEntry(
        path: path, stamp: stamp, seen: FileStamp.now(),
        hash: places.archives?.unpacked.hash(of: places.file(path)) ?? "", readers: signature)
      entry.failure = first.error.description + more
      entry.isDue = refused.contains { $0.error.isPassing }
      return entry
    }
  }

  /// Of a file that is there and cannot be read: to be read again.
  func unreadableEntry(of path: SourcePath) -> SourceEntry? {
    FileStamp(places.file(path)).map {
      SourceEntry(path: path, stamp: $0, seen: 0, hash: "", readers: signature)
    }
  }
}
