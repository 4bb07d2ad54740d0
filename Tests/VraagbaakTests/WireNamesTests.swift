import Testing
import WrittenQuestions

@testable import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The members of the JSON are those of `docs/json.md`.
struct WireNamesTests {
  /// The names in the first column of the tables below a heading.
  private func documented(_ heading: String) throws -> Set<String> {
    let text = String(decoding: try FileSystem.read("docs/json.md"), as: UTF8.self)
    let section = try #require(
      text.split(separator: "\n## ").joined(separator: "\n### ").components(
        separatedBy: "\n### "
      ).first { $0.hasPrefix(heading) })
    let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
    return Set(
      rows.flatMap { row in
        row.split(separator: "|")[0].split(separator: "`").map(String.init).filter {
          $0.first?.isLetter == true
        }
      })
  }

  private struct AnyValue: Decodable {}

  /// The names that an object has.
  private func members(_ value: some Encodable) throws -> Set<String> {
    let object = try WireFormat.decode([String: AnyValue].self, from: WireFormat.encode(value))
    return Set(object.keys)
  }

  @Test("Results, hits and passages have the members that are documented")
  func results() async throws {
    let options = SearchOptions(facets: [.year], explains: true)
    let query = "inburgerinstraject wachtlijsten"
    let results = try await SampleIndex.search(query, options)
    let response = Versioned(SearchResponse(results, query: query, options))
    #expect(try members(response) == documented("Results"))
    let place = Passage.Place.pages(2...2, 0..<4)
    let passage = PassageHit(
      passage: Passage(kind: .subQuestion, text: "Wat?", place: place),
      snippet: try #require(results.hits.first).passage.snippet)
    let question = WrittenQuestion(
      id: "a", answered: CalendarDate("2023-03-10"), session: "2022-2023",
      identifiers: ["2024Z11859"], source: Source(path: "a.pdf", range: 0..<4))
    let paged = Hit(
      rank: 1, score: 1, document: question.heading, passage: passage, counterparts: [],
      contributions: [])
    let hits = results.hits + [paged]
    #expect(try hits.reduce(into: []) { $0.formUnion(try members($1)) } == documented("Hit"))
    // In a text file there are neither fields nor pages.
    let passages = results.hits.flatMap { [$0.passage] + $0.counterparts }
    let places: Set<String> = ["field", "page", "lastPage"]
    let names = try passages.reduce(into: places) { $0.formUnion(try members($1)) }
    #expect(try names == documented("Passage"))
  }

  @Test("Documents have the members that are documented")
  func documents() async throws {
    let searcher = try SampleIndex.index().searcher()
    let hits = try await SampleIndex.search("*", .init(limit: 1_000)).hits
    let passage = Passage(kind: .text, text: "Tekst.", place: .file(0..<6))
    let line = PageLine(text: "1", place: .pages(1...1, 7..<8))
    let unstructured = WrittenQuestion(
      id: "a", answered: CalendarDate("2023-03-10"), session: "2022-2023",
      identifiers: ["2024Z11859"], notes: [Note(passage: passage, anchor: nil)], text: [passage],
      leftOut: [line], source: Source(path: "a", range: 0..<8))
    var names = try members(Versioned(unstructured))
    for hit in hits {
      let document = try await searcher.documents(hit.document.id)[0]
      names.formUnion(try members(Versioned(document)))
    }
    let heading: Set<String> = [
      "schema", "id", "number", "date", "answered", "state", "session", "identifiers", "title",
      "askers", "ministers", "themes", "source",
    ]
    #expect(try names == documented("Document").union(heading))
  }

  @Test("What is said of an index has the members that are documented")
  func summaries() throws {
    let sources = try Sources()
    try sources.write("a.jsonl", ["1": "Hoeveel trams?"])
    var built = try sources.index.build(from: [sources.directory], wordList: nil)
    built.missingWordList = "lijst"
    #expect(try members(built) == documented("A build"))
    #expect(try members(sources.index.update()) == documented("An update"))
    #expect(try members(Versioned(sources.index.info())) == documented("An index"))
    #expect(try members(Versioned(sources.index.check())) == documented("A check"))
  }
}
