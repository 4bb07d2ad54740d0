import DutchText
import TestSupport
import Testing
import Xapian

@testable import Vraagbaak

/// Records that the engine cannot take: each is passed over, and nothing else is lost.
struct RefusedRecordTests {
  let sources: Sources
  var index: Index { sources.index }

  init() throws { sources = try Sources() }

  enum LongName: CaseIterable {
    case id, number, idOfLetters, names, word

    var record: String {
      // At the ends of a name they would be cut off.
      let nulls = "a" + String(repeating: #"\u0000"#, count: 200) + "z"
      return switch self {
      case .id: #"{"id": "\#(nulls)", "question": "Hoeveel trams?"}"#
      case .number: #"{"id": "lang", "number": "\#(nulls)", "question": "Hoeveel trams?"}"#
      case .idOfLetters:
        #"{"id": "\#(String(repeating: "é", count: 300))", "question": "Hoeveel trams?"}"#
      case .names:
        #"{"id": "x", "asker": "\#(nulls)", "themes": ["\#(nulls)"], "question": "Welke trams?"}"#
      case .word: #"{"id": "lang", "question": "\#(nulls) trams"}"#
      }
    }
  }

  @Test(
    "Names that are long as keys of a table do not keep a record out", arguments: LongName.allCases)
  func longNames(name: LongName) async throws {
    let record = name.record
    let other = Sources.record("kort", "Hoeveel bussen?")
    try sources.write("a.jsonl", record + "\n" + other + "\n")
    try index.build(from: [sources.directory], wordList: nil)
    let built = try await sources.contents()
    #expect(built.count == 2)
    #expect(try await sources.ids("trams").count == 1)
    let id = try await sources.ids("trams")[0]
    #expect(try await index.searcher().documents(id).map(\.id) == [id])
    #expect(try index.check().faults == [])

    try sources.write("a.jsonl", other + "\n")
    #expect(try index.update().deleted == 1)
    try sources.write("a.jsonl", record + "\n" + other + "\n")
    let summary = try index.update()
    #expect(summary.added == 1 && summary.skipped == [])
    #expect(try await sources.contents() == built)
    #expect(try index.check().faults == [])
  }

  /// Stems one word, and its end alone, to a term that is too long.
  private final class LongStemmer: Stemmer {
    let name = "long"
    private let usual: SnowballStemmer

    init() throws { usual = try SnowballStemmer() }

    func stem(_ word: String) -> String {
      word.hasSuffix("gerwoord") ? String(repeating: "x", count: 300) : usual.stem(word)
    }
  }

  @Test("An update passes over what the engine refuses, and keeps what was indexed of it")
  func update() async throws {
    try sources.write("a.jsonl", ["1": "Hoeveel trams?", "2": "Hoeveel bussen?"])
    try index.build(from: [sources.directory], wordList: nil)
    try sources.write(
      "a.jsonl",
      [
        "2": "Welke veren?", "1": "Welk weigerwoord?", "3": "Hoeveel fietsen?",
        "4": "Nog een weigerwoord?",
      ])
    let generation = try index.serving()
    let open = try OpenGeneration(generation)
    let writer = try generation.writableDatabase()
    try writer.beginTransaction()
    let lexicon = try Lexicon(path: generation.directory + "/" + Generation.lexiconName)
    let updater = try Updater(
      path: index.path, reading: open.database, writer: writer,
      analyzer: Analyzer(lexicon: lexicon, stemmer: try LongStemmer()),
      reader: index.reader(for: open.manifest))
    try updater.apply(
      SourceChanges(given: nil, table: updater.table, reader: updater.reader))
    let summary = try updater.finish()
    try writer.commitTransaction()
    try writer.close()

    let refused = summary.skipped.compactMap { skip in
      if case .refused(let id, _, let line, _) = skip { (id, line) } else { nil }
    }
    #expect(refused.map(\.0) == ["1", "4"] && refused.map(\.1) == [2, 4])
    #expect([summary.added, summary.replaced, summary.deleted] == [1, 1, 0])
    #expect(try await sources.ids("veren") == ["2"])
    #expect(try await sources.ids("fietsen") == ["3"])
    let kept = try await index.searcher().documents("1")[0]
    #expect(kept.passages.map(\.text) == ["Hoeveel trams?"])
    #expect(try index.check().faults == [])
  }
}
