import Extraction
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// States, days and sessions of questions, and the names that parliaments give them.
struct StateTests {
  /// Lines such as `datum: 2023-03-10`.
  private struct Reader: TextReader {
    let identity = FormatIdentity("staten", version: 1)

    func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError)
      -> WrittenQuestion
    {
      let lines = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n")
      func value(_ name: String) -> String? {
        lines.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
      }
      let passage = Passage(
        kind: .subQuestion, text: "Hoeveel trams?", place: text.place(of: 0..<text.bytes.count))
      return WrittenQuestion(
        id: value("id") ?? "", number: value("nr"),
        date: value("datum").flatMap { CalendarDate($0) },
        answered: value("antwoord").flatMap { CalendarDate($0) },
        statedState: value("staat").flatMap { QuestionState(named: $0) }, session: value("jaar"),
        identifiers: value("namen").map { [$0] } ?? [], title: "Trams",
        askers: [Asker(name: "An Bo", party: value("partij"))],
        subQuestions: [SubQuestion(label: nil, passage: passage)], source: record.source)
    }
  }

  private static let texts = [
    // Answered after Easter Monday: 20 working days in Belgium, 19 in the Netherlands.
    "id: a\nnr: 12\ndatum: 2023-03-13\nantwoord: 2023-04-11\nstaat: beantwoord\npartij: N-VA",
    "id: b\nnr: 1314\ndatum: 2023-03-13\nantwoord: 2023-04-11\nstaat: answered\nnamen: ah-tk-20222023-1314",
    "id: c\nnr: 13\ndatum: 2023-03-20\nstaat: uitgesteld\njaar: 2022–2023",
    "id: d\ndatum: 2023-03-21\nstaat: ingetrokken\njaar: 55e legislatuur\nnamen: 2023Z00012",
    "id: e\ndatum: 2022-12-01\npartij: VVD",
    "id: 55-B032-6-0230-2020202106724\nnr: 230",
    "id: kv-tk-2023Z00007\nnamen: E-000148/22",
    "id: f\ndatum: 2023-03-13\nantwoord: 2023-03-10\nstaat: beantwoord\njaar: ooit",
  ]

  /// Ids that are names, by one letter each.
  private static let letters = ["55-B032-6-0230-2020202106724": "q", "kv-tk-2023Z00007": "z"]

  private static let built: Result<(Sources, Index), any Error> = Result {
    let sources = try Sources()
    for (number, text) in texts.enumerated() { try sources.write("\(number).txt", text + "\n") }
    let index = Index(
      at: sources.path,
      readers: ReaderRegistry(
        recordReaders: [], extractors: [PlainText()], textReaders: [Reader()]))
    try index.build(from: [sources.directory], wordList: nil)
    return (sources, index)
  }

  private func ids(_ query: String, _ sort: SearchOptions.Sort = .relevance) async throws -> String
  {
    let searcher = try Self.built.get().1.searcher()
    let ids = try await searcher.search(.parse(query), .init(sort: sort)).hits.map { hit in
      Self.letters[hit.document.id] ?? hit.document.id
    }
    return (sort == .relevance ? ids.sorted() : ids).joined()
  }

  @Test(
    "Fields find questions by their state, days, session and names",
    arguments: [
      ("status:open", "eqz"), ("status:beantwoord", "abf"), ("status:Answered", "abf"),
      ("status:uitgesteld|ingetrokken", "cd"), ("status:onbeantwoord", "cdeqz"),
      ("beantwoord:ja", "abf"), ("beantwoord:nee", "cdeqz"), ("answered:no", "cdeqz"),
      ("beantwoord:2023-04", "ab"), ("beantwoord:2023-03..2023-04", "abf"), ("beantwoord:2022", ""),
      ("dagen:20", "a"), ("dagen:>19", "a"), ("dagen:>=19", "ab"), ("dagen:<20", "b"),
      ("dagen:<=19", "b"), ("dagen:10..30", "ab"), ("dagen:..19", "b"), ("days:20..", "a"),
      ("dagen:0", ""), ("dagen:<1", ""), ("dagen:>999999", ""), ("-dagen:0..", "cdefqz"),
      ("zittingsjaar:2022-2023", "abcde"), ("zittingsjaar:2022/23", "abcde"),
      ("vergaderjaar:20222023", "abcde"), ("zittingsjaar:2022–2023", "abcde"), ("session:55", "dq"),
      ("zittingsjaar:55e", "dq"), ("zittingsjaar:2023-2024", ""), ("zittingsjaar:ooit", "f"),
      ("nr:12", "a"), ("nr:1314", "b"), ("nr:ah-tk-20222023-1314", "b"), ("nr:2023z00012", "d"),
      ("nr:\"Aanhangsel 1314\"", "b"), ("nr:\"Aanhangsel Handelingen II 2022/23, nr. 1314\"", "b"),
      ("nr:\"Aanhangsel 12\"", ""), ("nr:222301314", "b"),
      ("nr:55-B032-6-0230-2020202106724", "q"), ("zittingsjaar:55 nr:0230", "q"),
      ("zittingsjaar:2020-2021", "q"), ("nr:2023Z00007", "z"), ("nr:kv-tk-2023Z7007", ""),
      ("nr:E-000148/2022", "z"), ("nr:E-9-2022-000148", "z"), ("nr:E-148/22", "z"),
    ])
  func found(_ query: String, _ expected: String) async throws {
    #expect(try await ids(query) == expected)
  }

  @Test(
    "What is no value of such a field is an error that says what is one",
    arguments: [
      ("status:dicht", "status:open"), ("beantwoord:misschien", "beantwoord:2022"),
      ("dagen:>x", "dagen:10..30"), ("dagen:30..10", "smaller"), ("dagen:<0", "smaller"),
      ("dagen:1234567", nil),
    ] as [(String, String?)])
  func refused(_ query: String, _ remedy: String?) throws {
    guard let remedy else {
      #expect(try ParsedQuery(query).notes.map(\.reading) == [.text])
      return
    }
    let error = try #require(throws: QueryError.self) { try SearchQuery.parse(query) }
    #expect(error.message.contains(remedy))
  }

  @Test("Questions are sorted by when they were answered, and by how long that took")
  func order() async throws {
    #expect(try await ids("*", .answered).hasPrefix("abf"))
    #expect(try await ids("*", .days).hasPrefix("ab"))
  }

  @Test("States and sessions are counted as their filters find them")
  func facets() async throws {
    let searcher = try Self.built.get().1.searcher()
    let found = try await searcher.search(
      .everything, .init(limit: 1, facets: [.status, .session]))
    let counts = found.facets.map { facet in
      Dictionary(uniqueKeysWithValues: facet.values.map { ($0.name, $0.count) })
    }
    #expect(counts[0] == ["beantwoord": 3, "uitgesteld": 1, "ingetrokken": 1, "open": 3])
    #expect(counts[1] == ["2022-2023": 5, "55": 2, "ooit": 1, "2020-2021": 1])
  }

  @Test("Every name of a document leads to it")
  func lookup() async throws {
    let searcher = try Self.built.get().1.searcher()
    for (name, id) in [
      ("ah-tk-20222023-1314", "b"), ("Aanhangsel 1314", "b"), ("2023Z00012", "d"), ("13", "c"),
    ] {
      #expect(try await searcher.documents(name).map(\.id) == [id])
    }
    let named = try await searcher.documents(Reference(number: "ah-tk-20222023-1314"))
    #expect(named.map(\.id) == ["b"])
    let other = try await searcher.documents(Reference(number: "ah-tk-20212022-1314"))
    #expect(other.isEmpty)
  }

  @Test("A page of a PDF has a link, escaped as in a URL")
  func links() {
    let passage = Passage(kind: .text, text: "x", place: .pages(3...4, 0..<1))
    for (path, link) in [
      ("a/b.pdf", "a/b.pdf#page=3"), ("a b#1%.PDF", "a%20b%231%25.PDF#page=3"),
      ("é.pdf", "%C3%A9.pdf#page=3"), ("a:b.pdf", "./a:b.pdf#page=3"), ("a.docx", nil),
      ("\u{10FEFF}.pdf", "%FF.pdf#page=3"),
    ] {
      #expect(Source(path: SourcePath(path), range: 0..<1).link(to: passage) == link)
    }
    let line = Passage(kind: .text, text: "x", place: .file(0..<1))
    #expect(Source(path: "a.pdf", range: 0..<1).link(to: line) == nil)
    // No browser opens a file in an archive.
    #expect(Source(path: "b/a.zip/a.pdf", range: 0..<1).link(to: passage) == nil)
  }
}
