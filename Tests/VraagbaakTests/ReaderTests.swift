import Extraction
import Synchronization
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Reads memos: a first line MEMO, then one question. Its second version reads the title too.
private struct MemoReader: TextReader {
  let identity: FormatIdentity
  let calls = Counter()

  init(version: Int = 1) { identity = FormatIdentity("memo", version: version) }

  func companions(of name: String) -> [String] {
    name.hasSuffix(".memo") ? [name + ".meta"] : []
  }

  func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError)
    -> WrittenQuestion
  {
    let lines = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == "MEMO", lines.count > 1 else {
      throw ReadError(.notAWrittenQuestion(missing: "no MEMO"), path: record.path)
    }
    calls.count.withLock { $0 += 1 }
    let meta = record.companions.map { String(decoding: $0.bytes, as: UTF8.self) }
    let passage = Passage(
      kind: .subQuestion, text: String(lines[1]), place: text.place(of: 5..<text.bytes.count))
    return WrittenQuestion(
      id: record.path.name,
      title: identity.version > 1 ? "Tweede versie" : "", askers: meta.map { Asker(name: $0) },
      subQuestions: [SubQuestion(label: nil, passage: passage)], source: record.source)
  }

  final class Counter: Sendable { let count = Mutex(0) }
}

/// Files that end in `.memo`, whose letters are reversed.
private struct Reversed: Extractor {
  let identity = FormatIdentity("reversed", version: 1)
  let fileExtensions = ["memo", "meta"]
  let calls = MemoReader.Counter()

  func recognises(_ sample: FileSample) -> Recognition {
    sample.fileExtension == "memo" || sample.fileExtension == "meta" ? .byName : .no
  }

  func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
    throws(ExtractionError) -> ExtractedText
  {
    calls.count.withLock { $0 += 1 }
    if bytes.starts(with: Array("kapot".utf8)) { throw .malformed(reason: "kapot") }
    return ExtractedText(bytes: bytes.reversed())
  }
}

struct ReaderTests {
  private let sources: Sources
  private let memo = MemoReader()
  private let reversed = Reversed()

  init() throws { sources = try Sources() }

  private func index(_ memo: MemoReader) -> Index {
    var readers = ReaderRegistry.standard
    readers.extractors.append(reversed)
    readers.textReaders.insert(memo, at: 0)
    return Index(at: sources.path, readers: readers)
  }

  private func build(_ index: Index) throws -> BuildSummary {
    try index.build(from: [sources.directory], wordList: nil)
  }

  private func titles() async throws -> [String] {
    try await sources.index.searcher().search(.everything).hits.map(\.document.title)
  }

  private static let text = String("MEMO\nHoeveel trams reden er?".reversed())

  @Test("An embedder's readers take their files, by their text or their name, and say so")
  func embedded() async throws {
    try sources.write("a.memo", Self.text)
    try sources.write("b.txt", "MEMO\nHoeveel bussen reden er?")
    try sources.writeText("c.txt", about: "fietspaden")
    let summary = try build(index(memo))
    #expect(
      summary.readers == [
        "reversed 1, memo 1": 1, "plain-text 1, memo 1": 1, "plain-text 1, flemish 3": 1,
      ])
    #expect(summary.skipped.isEmpty)
    #expect(try await sources.ids("trams") == ["a.memo"])
    #expect(try await sources.ids("bussen") == ["b.txt"])
    #expect(try await sources.ids("fietspaden") == ["c"])
    let readers = try sources.index.info().sources.map(\.reader)
    #expect(Set(readers) == Set(summary.readers.keys))
  }

  @Test("A build reads, extracts and parses each file once; check and update extract none again")
  func once() throws {
    try sources.write("a.memo", Self.text)
    let index = index(memo)
    _ = try build(index)
    #expect(reversed.calls.count.withLock { $0 } == 1)
    #expect(memo.calls.count.withLock { $0 } == 1)
    #expect(try index.check().isSound)
    #expect(try index.check().comparedDocuments == 1)
    try index.update()
    _ = try build(index)
    #expect(reversed.calls.count.withLock { $0 } == 1)
  }

  @Test("What a newer reader reads otherwise is read again by an update, and nothing else")
  func newerReader() async throws {
    try sources.write("a.memo", Self.text)
    try sources.writeText("c.txt", about: "fietspaden")
    _ = try build(index(memo))
    #expect(try index(memo).update().files.isEmpty)
    let newer = index(MemoReader(version: 2))
    let summary = try newer.update()
    #expect(summary.files.map(\.path) == [sources.path("a.memo")])
    #expect(summary.replaced == 1 && summary.added == 0 && summary.deleted == 0)
    #expect(try await titles().contains("Tweede versie"))
    #expect(try newer.update().files.isEmpty)
    #expect(reversed.calls.count.withLock { $0 } == 1)
  }

  @Test("A file without a known form is read by its reader once there is one")
  func laterReader() async throws {
    try sources.writeText("c.txt", about: "fietspaden")
    try sources.write("b.txt", "MEMO\nHoeveel bussen reden er?")
    let summary = try build(sources.index)
    #expect(summary.skipped.isEmpty)
    #expect(summary.readers["plain-text 1, unstructured 1"] == 1)
    #expect(summary.forms.unstructured == 1)
    #expect(try sources.index.info().unstructured == 1)
    #expect(try await sources.ids("bussen soort:tekst") == ["b"])
    let update = try index(memo).update()
    #expect(update.files.map(\.path.text) == [sources.file("b.txt")])
    #expect(update.forms.unstructured == 0)
    #expect(try await sources.ids("bussen") == ["b.txt"])
    #expect(try await sources.ids("soort:tekst") == [])
  }

  @Test("A record comes with the files that belong to it, and changes with them")
  func companions() async throws {
    try sources.write("a.memo", Self.text)
    try sources.write("a.memo.meta", "An Peeters")
    let index = index(memo)
    let summary = try build(index)
    #expect(summary.documents == 1 && summary.skipped.isEmpty)
    #expect(try await sources.ids("vrager:Peeters") == ["a.memo"])
    #expect(try index.check().comparedDocuments == 1)
    try sources.write("a.memo.meta", "Jan Janssens")
    #expect(try index.update([sources.file("a.memo.meta")]).replaced == 1)
    #expect(try await sources.ids("vrager:Janssens") == ["a.memo"])
    let report = sources.outside("verslag.json")
    func told() throws -> FileReport {
      try WireFormat.decode(
        Versioned<ReadingReport>.self, from: FileSystem.read(report)
      ).content.files[0]
    }
    // What cannot be read of it is told, and the document is read all the same.
    try sources.write("a.memo.meta", "kapot")
    let broken = try index.update(report: report)
    #expect(broken.replaced == 1 && broken.skipped.isEmpty)
    #expect(broken.warnings.kinds.map(\.problem) == [.unreadableCompanion])
    #expect(broken.warnings.kinds[0].examples[0].path.text == sources.file("a.memo.meta"))
    #expect(try told().companions == [] && told().warnings == broken.warnings)
    try sources.write("a.memo.meta", "Piet Jans")
    #expect(try index.update(report: report).warnings == ReadWarnings())
    #expect(try told().companions.map(\.text) == [sources.file("a.memo.meta")])
    try sources.remove("a.memo.meta")
    #expect(try index.update().replaced == 1)
    #expect(try await sources.ids("vrager:Janssens") == [])
    #expect(try index.check().isSound)
  }

  @Test(
    "A file is taken by its bytes, whatever its name",
    arguments: [
      ("a.txt", #"{"id": "x", "question": "Trams?"}"#, "jsonl 5"),
      ("a.txt", "Trams\n\n1. Hoeveel?\n", "plain-text 1"),
      ("a.jsonl", "{", "jsonl 5"), ("zonder", "Trams\n\n1. Hoeveel?\n", "plain-text 1"),
      ("zonder", #"{"id": "x", "question": ""# + String(repeating: "a", count: 9_000), "jsonl 5"),
    ])
  func recognition(name: String, text: String, format: String) throws {
    let sample = FileSample(name: name, head: Array(text.utf8.prefix(FileSample.size)))
    let found = try ReaderRegistry.standard.format(of: sample, path: SourcePath(name))
    #expect(found.identity.description == format)
  }

  @Test("What is no text is refused by its bytes")
  func unknown() {
    let sample = FileSample(name: "foto.png", head: [0x89, 0x50, 0, 0, 0, 1])
    let known = ReaderRegistry.standard.fileExtensions
    #expect(throws: ReadError(.unknownFormat(known: known), path: "p")) {
      try ReaderRegistry.standard.format(of: sample, path: "p")
    }
  }
}
