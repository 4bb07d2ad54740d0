import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Everything that is answered with is JSON that gives back the same value.
struct WireTests {
  /// Encodes, decodes and compares: the values, and the bytes that they give.
  private func expectReturns<Value: Codable & Equatable>(
    _ value: Value, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for isPretty in [false, true] {
      let bytes = try WireFormat.encode(Versioned(value), isPretty: isPretty)
      let back = try WireFormat.decode(Versioned<Value>.self, from: bytes)
      #expect(back.content == value, sourceLocation: sourceLocation)
      let again = try WireFormat.encode(back, isPretty: isPretty)
      #expect(again == bytes, sourceLocation: sourceLocation)
    }
  }

  @Test(
    "A page of results comes back as it was",
    arguments: [
      ("inburgering verblijfswetgeving", SearchOptions()),
      ("*", SearchOptions(limit: 3, offset: 6, sort: .date, facets: FacetField.allCases)),
      ("inburgerinstraject DVZ", SearchOptions(explains: true)),
      ("\"sociale woningen\" OR taal", SearchOptions(unit: .passages, snippetLength: 60)),
      ("qwrtpsdfg", SearchOptions()),
    ])
  func results(query: String, options: SearchOptions) async throws {
    let results = try await SampleIndex.search(query, options)
    try expectReturns(SearchResponse(results, query: query, options))
    for hit in results.hits { try expectReturns(hit) }
  }

  @Test("A document comes back as it was, with its pairs")
  func documents() async throws {
    let searcher = try SampleIndex.index().searcher()
    let hits = try await SampleIndex.search("*", .init(limit: 1_000)).hits
    #expect(hits.count == 18)
    for hit in hits {
      var document = try await searcher.documents(hit.document.id)[0]
      #expect(document.heading == hit.document)
      try expectReturns(document)
      document.text = document.passages
      document.leftOut = [PageLine(text: "Blz. 2", place: .pages(2...2, 40..<46))]
      try expectReturns(document)
    }
  }

  @Test("Members without a value are left out and missed by nobody")
  func leastDocument() throws {
    let source = Source(path: "a.jsonl", line: 3, range: 7..<9)
    let bare = WrittenQuestion(id: "a", source: source)
    let json = String(decoding: try WireFormat.encode(bare), as: UTF8.self)
    #expect(
      json == #"{"answer":[],"askers":[],"id":"a","ministers":[],"questions":[],"references":[],"#
        + #""source":{"end":9,"line":3,"path":"a.jsonl","start":7},"state":"open","themes":[],"#
        + #""title":""}"#)
    try expectReturns(bare)
  }

  @Test("Labels of questions and answers are kept where they are not those of the passages")
  func labels() throws {
    func passage(_ kind: PassageKind, _ label: String?, _ text: String) -> Passage {
      Passage(kind: kind, label: label, text: text, place: .field("v", 0..<4))
    }
    let question = WrittenQuestion(
      id: "a", number: "12", date: CalendarDate(year: 2022, month: 3, day: 1), title: "Trams",
      askers: [Asker(name: "An Peeters", party: "X"), Asker(name: "Jo")],
      ministers: [Minister(role: "minister van Werk"), Minister(name: "Ann")],
      introduction: passage(.introduction, nil, "Over trams."),
      subQuestions: [
        SubQuestion(label: "1", passage: passage(.subQuestion, "I", "Hoeveel?")),
        SubQuestion(label: nil, passage: passage(.subQuestion, nil, "Waar?")),
      ],
      answer: [
        AnswerPart(labels: ["1", "2"], passage: passage(.answerPart, "1-2", "Veel.")),
        AnswerPart(labels: [], passage: passage(.answerPart, nil, "Overal.")),
      ], themes: ["vervoer"],
      references: [
        Reference(number: "181", date: CalendarDate(year: 2022, month: 2, day: 7)),
        Reference(number: "9"),
      ], source: Source(path: "a.txt", range: 0..<99))
    try expectReturns(question)
  }

  @Test("What builds, updates, checks and comparisons say comes back as it was")
  func summaries() throws {
    let sources = try Sources()
    try sources.write("a.jsonl", ["1": "Hoeveel trams?", "2": "Hoeveel bussen?"])
    try sources.write("b.jsonl", #"{"id": "1", "question": "Nog eens?"}"# + "\n" + #"{"id": "3"}"#)
    try sources.write("c.jsonl", ["4": "Hoeveel veren?"])
    try sources.writeText("d.txt", about: "fietsen")
    let built = try sources.index.build(from: [sources.directory], wordList: nil)
    #expect(built.skipped.count == 2)
    try expectReturns(built)
    try expectReturns(sources.index.info())
    try expectReturns(sources.index.check())

    try sources.write("a.jsonl", ["1": "Hoeveel metro's?"])
    try sources.write("b.jsonl", "")
    try sources.move("c.jsonl", to: "e.jsonl")
    try sources.remove("d.txt")
    try sources.write("f.jsonl", ["5": "Hoeveel steps?"])
    try FileSystem.write([0, 1, 2], to: sources.file("g.txt"))
    let updated = try sources.index.update()
    #expect(Set(updated.files.map(\.change).map { "\($0)".prefix(3) }).count >= 4)
    try expectReturns(updated)

    try FileSystem.write([], to: sources.index.serving().directory + "/lexicon")
    let report = try sources.index.check()
    #expect(!report.isSound)
    try expectReturns(report)
    try expectReturns(
      TopicChanges(topics: 2, changed: [.init(id: "1", text: "x", before: ["a"], after: [])]))
  }

  @Test(
    "Every reason to pass a record over comes back as it was",
    arguments: [
      .repeated(id: "1", path: "a.jsonl", line: 2), .repeated(id: "1", path: "a.txt", line: nil),
      .refused(id: "1", path: "a.jsonl", line: 2, reason: "te lang"),
      .unreadable(ReadError(.missingField("id", present: ["nr"]), path: "a.jsonl", line: 2)),
      .unreadable(ReadError(.empty, path: "a.txt")),
      .unreadable(ReadError(.invalidUTF8(byte: 7), path: "a.txt")),
    ] as [BuildSummary.Skip])
  func skips(skip: BuildSummary.Skip) throws {
    try expectReturns(skip)
    let json = String(decoding: try WireFormat.encode(skip), as: UTF8.self)
    #expect(json.contains(#""message":"a."#))
  }

  @Test("Tokens come back as they were")
  func tokens() throws {
    for token in try SampleIndex.index().analyzer().analyze("de inburgeringswetgeving van 2022") {
      try expectReturns(token)
    }
  }

  @Test("What steers terminals or the direction of text is escaped, and comes back")
  func steering() throws {
    let text =
      "é\u{7f}\u{9b}\u{ad}\u{61c}\u{200e}\u{202e}\u{2028}\u{2066}\u{feff}\u{e000}\u{e0041}😀"
    let bytes = try WireFormat.encode([text])
    let json = String(decoding: bytes, as: UTF8.self)
    #expect(
      json == #"["é\u007f\u009b\u00ad\u061c\u200e\u202e\u2028\u2066\ufeff\ue000\udb40\udc41😀"]"#)
    #expect(try WireFormat.decode([String].self, from: bytes) == [text])
  }

  @Test("Another version of the shape is refused")
  func otherSchema() throws {
    let report = Versioned(CheckReport())
    let json = String(decoding: try WireFormat.encode(report), as: UTF8.self)
    let other = json.replacing(#""schema":\#(WireFormat.schema)"#, with: #""schema":0"#)
    #expect(json != other)
    #expect(throws: DecodingError.self) {
      try WireFormat.decode(Versioned<CheckReport>.self, from: Array(other.utf8))
    }
  }

  @Test(
    "Numbers that make no sense are refused",
    arguments: [
      #"{"text":"abc","matches":[[2,9]],"start":0,"end":3,"cutBefore":false,"cutAfter":false}"#,
      #"{"text":"abc","matches":[[1]],"start":0,"end":3,"cutBefore":false,"cutAfter":false}"#,
      #"{"text":"abc","matches":[[1,2],[0,1]],"start":0,"end":3,"cutBefore":false,"cutAfter":false}"#,
      #"{"text":"abc","matches":[],"start":3,"end":0,"cutBefore":false,"cutAfter":false}"#,
    ])
  func nonsense(json: String) {
    #expect(throws: DecodingError.self) {
      try WireFormat.decode(Snippet.self, from: Array(json.utf8))
    }
  }

  @Test(
    "Dates and kinds that are none are refused",
    arguments: [#""2022-02-30""#, #""1 mei 2022""#, #""2022-3""#, #""22""#])
  func noDate(json: String) {
    #expect(throws: DecodingError.self) {
      try WireFormat.decode([CalendarDate].self, from: Array("[\(json)]".utf8))
    }
    #expect(throws: DecodingError.self) {
      try WireFormat.decode([PassageKind].self, from: Array("[\(json)]".utf8))
    }
  }
}
