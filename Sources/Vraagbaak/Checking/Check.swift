import DutchText
import Extraction
import WrittenQuestions
import Xapian

/// What is wrong with an index.
public struct CheckReport: Sendable, Equatable, Codable {
  public struct Fault: Sendable, Equatable, Codable, CustomStringConvertible {
    public enum Part: String, Sendable, Codable {
      case pointer, manifest, lexicon, database, counts, sources, documents, passages
    }

    public let part: Part
    public let text: String
    public var description: String { "\(part.rawValue): \(text)" }
  }

  public var faults: [Fault] = []
  /// The generation looked at; nil where none could be found.
  public var generation: Int?
  public var documents = 0
  public var passages = 0
  /// Documents whose source is there and unchanged, and was compared.
  public var comparedDocuments = 0

  public var isSound: Bool { faults.isEmpty }

  /// Of each kind so many faults are described; the rest is only counted.
  static let shown = 10
}

/// Checks one generation: each part against what the others say of it.
struct Check {
  private let index: Index
  private let generation: Generation
  private var report = CheckReport()
  private var counts: [CheckReport.Fault.Part: Int] = [:]

  init(_ generation: Generation, of index: Index) {
    self.index = index
    self.generation = generation
    report.generation = generation.number
  }

  /// - Throws: `.unavailable`, which says nothing about the index; all else is in the report.
  mutating func run() throws(IndexError) -> CheckReport {
    // Held, so that nobody removes it meanwhile.
    let open: OpenGeneration
    do throws(IndexError) {
      open = try OpenGeneration(generation)
    } catch {
      let reason = try error.damage()
      try checkFiles()
      if report.isSound { fault(.database, reason) }
      return finished()
    }
    try checkLexicon(open.manifest)
    try checkDatabase()
    // Wrong blocks make the rest of what is read worthless.
    guard !report.faults.contains(where: { $0.part == .database }) else { return finished() }
    do throws(XapianError) {
      try checkContents(open)
    } catch {
      try fault(.database, error)
    }
    return finished()
  }

  /// Why it cannot even be opened.
  private mutating func checkFiles() throws(IndexError) {
    do throws(IndexError) {
      try checkLexicon(try generation.manifest())
    } catch {
      fault(.manifest, try error.damage())
    }
    try checkDatabase()
  }

  private mutating func checkLexicon(_ manifest: Manifest) throws(IndexError) {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try FileSystem.read(generation.directory + "/" + Generation.lexiconName)
    } catch {
      _ = try IndexError(error, reading: generation.indexDirectory, Generation.lexiconName).damage()
      return fault(.lexicon, error.isAbsence ? "it is missing" : error.description)
    }
    if SHA256.hex(of: bytes) != manifest.fingerprint.lexicon {
      fault(.lexicon, "it is not the one that the manifest names")
    }
    do throws(LexiconError) {
      _ = try Lexicon(bytes: bytes)
    } catch {
      fault(.lexicon, error.description)
    }
  }

  private mutating func checkDatabase() throws(IndexError) {
    do throws(XapianError) {
      let (errors, text) = try EngineCheck(generation).run()
      guard errors > 0 else { return }
      if let shortage = FileFault(shortageIn: text) {
        throw XapianError(.databaseOpening, text, systemError: shortage.code)
      }
      fault(.database, "\(errors) errors; \(text)")
    } catch {
      try fault(.database, error)
    }
  }

  private mutating func fault(_ part: CheckReport.Fault.Part, _ error: XapianError)
    throws(IndexError)
  {
    _ = try generation.failure(error).damage()
    fault(part, error.description)
  }

  private mutating func checkContents(_ open: OpenGeneration) throws(XapianError) {
    let table = SourceTable(database: open.database)
    let entries = try table.entries()
    let statistics = try open.database.statistics()
    report.documents = statistics.documentCount
    var sources: [SourcePath: Int] = [:]
    for entry in entries {
      sources[entry.path] = entry.documents
      let indexed = try open.database.frequency(of: Schema.sourceTerm(entry.path)).documents
      // Terms of long paths are cut, and may stand for several.
      let isCut = Schema.sourceTerm(entry.path).utf8.count < entry.path.text.utf8.count
      if indexed != entry.documents, !isCut {
        fault(
          .sources, "\(entry.path) has \(indexed) documents, its entry says \(entry.documents)")
      }
    }
    let read = Set(entries.filter { !$0.isCopy }.map(\.path))
    for entry in entries where entry.isCopy {
      guard let original = try table.places(of: entry.hash).first, read.contains(original) else {
        fault(.sources, "\(entry.path) is a copy of no file that was read")
        continue
      }
    }
    let total = entries.reduce(0) { $0 + $1.documents }
    if total != statistics.documentCount {
      fault(
        .counts, "\(statistics.documentCount) documents, the sources' entries say \(total)")
    }
    var comparison = SourceComparison(index.reader(for: open.manifest), entries: entries)
    var next = 1
    while next > 0 {
      let postings = try open.database.postings(of: "", from: next, limit: 1_000)
      for posting in postings {
        try checkDocument(posting.documentID, open.database, sources, &comparison)
      }
      next = postings.last.map { $0.documentID + 1 } ?? 0
    }
    report.comparedDocuments = comparison.compared
    let passages = try table.passages()
    if passages != report.passages {
      fault(.counts, "\(report.passages) passages, \(passages) are recorded")
    }
  }

  private mutating func checkDocument(
    _ document: Int, _ database: Database, _ sources: [SourcePath: Int],
    _ comparison: inout SourceComparison
  ) throws(XapianError) {
    let data = try database.data(of: document)
    guard let header = RecordHeader(of: data), let question = RecordCoder.decodeOwn(data) else {
      return fault(.documents, "document \(document) has no readable data")
    }
    report.passages += header.passages
    let path = header.source.path
    if sources[path] == nil {
      fault(.sources, "document \(header.id) is of \(path), which has no entry")
    }
    let holder = try database.postings(of: Schema.idTerm(header.id), from: document, limit: 1)
    if holder.first?.documentID != document {
      fault(.documents, "document \(header.id) is not found by its id")
    }
    if let text = comparison.difference(question, hash: header.hash) { fault(.passages, text) }
  }

  private mutating func fault(_ part: CheckReport.Fault.Part, _ text: String) {
    counts[part, default: 0] += 1
    if counts[part, default: 0] <= CheckReport.shown {
      report.faults.append(.init(part: part, text: text))
    }
  }

  private func finished() -> CheckReport {
    var report = report
    for (part, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > CheckReport.shown {
      report.faults.append(
        .init(part: part, text: "and \(count - CheckReport.shown) more of this kind"))
    }
    return report
  }
}

extension Index {
  /// Verifies what serves: the engine's own check, the manifest and the counts against the database,
  /// each document against its source where that is unchanged.
  ///
  /// ```swift
  /// for fault in try index.check().faults { print(fault) }
  /// ```
  ///
  /// - Throws: `.noIndex`, and `.unavailable` where the system does not let it be read; all else is
  ///   in the report.
  public func check() throws(IndexError) -> CheckReport {
    let serving: Generation?
    do throws(IndexError) {
      serving = try Generation.current(in: path)
    } catch {
      return CheckReport(faults: [.init(part: .pointer, text: try error.damage())])
    }
    guard let serving else {
      guard try Generation.all(in: path).isEmpty else {
        return CheckReport(
          faults: [.init(part: .pointer, text: "\(Generation.currentName) is missing")])
      }
      throw .noIndex(path: path)
    }
    guard FileSystem.isDirectory(serving.directory) else {
      return CheckReport(
        faults: [.init(part: .pointer, text: "generation \(serving.number) is missing")],
        generation: serving.number)
    }
    var check = Check(serving, of: self)
    return try check.run()
  }
}

extension IndexError {
  /// What is wrong with the index.
  /// - Throws: itself where it is `.unavailable`, which says nothing about the index.
  fileprivate func damage() throws(IndexError) -> String {
    switch self {
    case .unavailable: throw self
    case .damaged(_, let reason): reason
    case .otherSchema(_, let found, let expected):
      "its schema is \(found), this program reads schema \(expected)"
    default: description
    }
  }
}
