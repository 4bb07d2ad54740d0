import Extraction
import Synchronization
import TestSupport
import Testing
import Text
import WrittenQuestions

@testable import Vraagbaak

/// What is told of every file, and that all of them are told of.
struct ReportTests {
  let sources: Sources
  var index: Index { sources.index }
  private var path: String { sources.outside("verslag.json") }

  init() throws { sources = try Sources() }

  private func report() throws -> ReadingReport {
    try WireFormat.decode(Versioned<ReadingReport>.self, from: FileSystem.read(path)).content
  }

  private func files() throws -> [String: FileReport] {
    let files = try report().files.map { ($0.path.name, $0) }
    #expect(Set(files.map(\.0)).count == files.count)
    return Dictionary(uniqueKeysWithValues: files)
  }

  @Test("A build tells of each file what read it, what was found and what was not read")
  func build() throws {
    try sources.writeText("a.txt", about: "trams")
    try sources.writeText("b.txt", about: "trams")
    try sources.write("c.txt", "\u{0}\u{1}\u{2}")
    try sources.write("d.txt", "Een gewone tekst, in geen enkele vorm.")
    try sources.write("e.jsonl", #"{"id": "1", "question": "Trams?"}"# + "\n" + #"{"id": "2"}"#)
    try sources.write("f.jpg", "x")
    try sources.writeText("g/h.txt", about: "veren")
    let summary = try index.build(
      from: [sources.directory], selection: SourceSelection(exclude: ["g"]), wordList: nil,
      report: path)
    #expect(summary.files == 5 && summary.unreadFiles == 1 && summary.copies == 1)
    let files = try files()
    let outcomes = files.mapValues(\.outcome)
    #expect(
      outcomes == [
        "a.txt": .indexed, "b.txt": .copy, "c.txt": .unread, "d.txt": .indexed,
        "e.jsonl": .indexed, "f.jpg": .otherFormat, "g": .excluded,
      ])
    let text = try #require(files["a.txt"])
    #expect(text.reader.hasPrefix("plain-text") && text.recognition == .byName)
    let found = try #require(text.found)
    #expect([found.documents, found.questions, found.answers, found.pairs] == [1, 1, 1, 1])
    #expect(files["b.txt"]?.copyOf == sources.path("a.txt"))
    #expect(files["c.txt"]?.failures.map(\.reason) == [ExtractionError.binary.description])
    #expect(files["d.txt"]?.refusals.isEmpty == false)
    #expect(files["e.jsonl"]?.failures.map(\.line) == [2])
    let totals = try report().totals
    #expect(totals.files["indexed"] == 3 && totals.documents == 3 && totals.failures == 2)
    // An update of nothing, and one of a change.
    try index.update(report: path)
    #expect(try self.files()["a.txt"]?.outcome == .unchanged)
    #expect(try self.files()["c.txt"]?.failures.count == 1)
    try sources.writeText("b.txt", about: "bussen")
    try sources.remove("d.txt")
    try index.update(report: path)
    let updated = try self.files()
    #expect(updated["b.txt"]?.outcome == .indexed && updated["b.txt"]?.found?.questions == 1)
    #expect(updated["d.txt"]?.outcome == .gone)
  }

  @Test("Warnings stand in the report, and text of records that nothing reads is counted")
  func warnings() throws {
    try sources.write(
      "a.jsonl",
      #"{"id": "1", "question": "Hoeveel trams?", "date": "ooit", "opmerking": "Twee woorden"}"#
        + "\n" + #"{"id": "2", "question": "Hoeveel?", "opmerking": "Drie"}"#)
    try index.build(from: [sources.directory], wordList: nil, report: path)
    let file = try #require(try files()["a.jsonl"])
    #expect(
      file.warnings.kinds.map { "\($0.problem.rawValue) \($0.field) \($0.count) \($0.bytes ?? 0)" }
        == ["unreadableDate date 1 0", "leftOut opmerking 1 11"])
    #expect(file.failureCount == 0)
    let text = try #require(file.found?.text)
    #expect([text.total, text.passages, text.elsewhere] == [32, 21, 11])
    #expect(try report().totals.warnings == file.warnings)
  }

  @Test("Each word of a text is counted once, where it went")
  func coverage() throws {
    let text = """
      SCHRIFTELIJKE VRAAG
      nr. 12
      van AN PEETERS
      datum: 3 mei 2022

      Iets over trams

      1. Hoeveel trams?

      ANTWOORD

      1. Veel trams.

      """
    let utf16 = text.utf16.flatMap { unit in [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    for encoded: [UInt8] in [Array(text.utf8), [0xff, 0xfe] + utf16] {
      let record = SourceRecord(path: "a.txt", bytes: encoded)
      let extracted = try PlainText().extract(encoded, name: "a.txt", within: .standard)
      let question = try ReaderRegistry.standard.parse(extracted, of: record).question
      let coverage = TextCoverage(of: extracted, in: question)
      #expect(coverage.total == text.utf8.count { !$0.isSpace })
      #expect(coverage.passages == "1.Hoeveeltrams?1.Veeltrams.".utf8.count)
      #expect(coverage.headings == "IetsovertramsANTWOORDSCHRIFTELIJKEVRAAG".utf8.count)
      #expect(coverage.elsewhere == "nr.12vanANPEETERSdatum:3mei2022".utf8.count)
    }
  }

  @Test(
    "A note inside a passage is a note, a line of a page that of the page, and the rest is lost")
  func takenOut() {
    let bytes = Array("Kop\nEerste regel\nNoot\nVoet 1\ntweede regel\nverloren".utf8)
    var text = ExtractedText(bytes: bytes, pageStarts: [0])
    text.notes = [.init(mark: "1", anchor: nil, range: 17..<21)]
    text.furniture = [22..<28]
    let passage = Passage(
      kind: .text, text: "Eerste regel tweede regel", place: .pages(1...1, 4..<41))
    let question = WrittenQuestion(
      id: "a", title: "Kop", text: [passage], source: Source(path: "a", range: 0..<8))
    let coverage = TextCoverage(of: text, in: question)
    #expect(
      [coverage.passages, coverage.notes, coverage.furniture, coverage.headings] == [22, 4, 5, 3])
    #expect(coverage.elsewhere == 8)
  }

  @Test("What failed for want of something is tried again, what is damaged is not")
  func failures() throws {
    let extractor = FlakyExtractor()
    var readers = ReaderRegistry.standard
    readers.extractors.append(extractor)
    let index = Index(at: sources.path, readers: readers)
    try sources.write("a.flaky", "stuk")
    try sources.write("b.flaky", "later")
    try sources.writeText("c.txt", about: "trams")
    #expect(try index.build(from: [sources.directory], wordList: nil).skipped.count == 2)
    let known = try index.info().sources
    #expect(known.map(\.isDue) == [false, true, false])
    #expect(known.map(\.failure.isEmpty) == [false, false, true])
    extractor.calls.withLock { $0 = [] }
    let again = try index.update()
    #expect(extractor.calls.withLock { $0 } == ["b.flaky"])
    #expect(again.files == [] && again.skipped.count == 1)
    #expect(again.unreadFiles == 1 && again.unchangedFiles == 2)
    extractor.isThere.withLock { $0 = true }
    #expect(try index.update().added == 1)
    #expect(try index.update().unchangedFiles == 3)
    #expect(try index.info().sources[1].failure == "")
  }

  @Test("A file is read without an index, and its text shown without what was taken out")
  func inspector() throws {
    try sources.write(
      "a.zip", bytes: ArchiveBytes.zip(["x.txt": Sources.text(about: "trams")]))
    try sources.write("r.jsonl", ["1": "Veren?", "2": "Steps?"])
    let inspector = try FileInspector([sources.directory])
    #expect(inspector.files.map(\.name) == ["x.txt", "r.jsonl"])
    let document = inspector.read(inspector.files[0])
    #expect(document.pages.map(\.text) == [Sources.text(about: "trams")])
    #expect(document.documents.map(\.id) == ["a.zip/x"])
    let records = inspector.read(inspector.files[1], documents: 1)
    #expect(records.documents.map(\.id) == ["1"] && records.report.documents == 2)
    let json = try WireFormat.encode(records)
    #expect(try WireFormat.decode(FileReading.self, from: json) == records)
  }
}

/// Fails as long as something is missing.
private final class FlakyExtractor: Extractor {
  let identity = FormatIdentity("flaky", version: 1)
  let fileExtensions = ["flaky"]
  let isThere = Mutex(false)
  let calls = Mutex<[String]>([])

  func recognises(_ sample: FileSample) -> Recognition {
    sample.fileExtension == "flaky" ? .byName : .no
  }

  func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
    throws(ExtractionError) -> ExtractedText
  {
    calls.withLock { $0.append(name) }
    guard bytes.starts(with: "later".utf8) else { throw .malformed(reason: "stuk") }
    guard isThere.withLock({ $0 }) else { throw .unavailable(needs: "een programma") }
    return ExtractedText(bytes: bytes)
  }
}
