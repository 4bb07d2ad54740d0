import Testing
import WrittenQuestions

@testable import Vraagbaak

/// One searcher for many tasks.
struct SearcherTests {
  private static let queries = [
    "inburgering verblijfswetgeving", "\"sociale woningen\"", "wachtlijsten zorg", "fiets*",
    "minister:somers OR energie", "soort:antwoord lerarentekort", "kattenplan -sport",
    "taal NEAR/5 traject",
  ]

  @Test("Searches that many tasks run at once find what each finds alone")
  func atOnce() async throws {
    let index = try SampleIndex.index()
    let searcher = try index.searcher(sessions: 4)
    var alone: [[String]] = []
    for query in Self.queries {
      alone.append(try await index.searcher().search(.parse(query)).hits.map(\.description))
    }
    #expect(alone.filter { !$0.isEmpty }.count > 5)
    try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
      for number in 0..<64 {
        let query = try SearchQuery.parse(Self.queries[number % Self.queries.count])
        group.addTask { (number, try await searcher.search(query).hits.map(\.description)) }
      }
      for try await (number, hits) in group { #expect(hits == alone[number % alone.count]) }
    }
  }

  @Test("The other calls do so too: similar documents, ranks, documents and their references")
  func allCalls() async throws {
    let searcher = try SampleIndex.index().searcher(sessions: 2)
    let id = "inburgering-en-verblijfsrecht"
    async let similar = searcher.similar(to: id, .init(limit: 3))
    async let ranked = searcher.rank(.words("inburgering"), limit: 3)
    async let document = searcher.documents(id)
    async let referred = searcher.documents(Reference(number: "412", date: nil))
    #expect(try await similar.hits.count == 3)
    #expect(try await ranked.count == 3)
    #expect(try await document.map(\.id) == [id])
    #expect(try await referred.map(\.id) == [id])
  }

  @Test("A query that is refused is an error of its own, and so is a document that is not there")
  func errors() async throws {
    let searcher = try SampleIndex.index().searcher()
    await #expect(throws: SearchError.index(.noSuchDocument(id: "niets"))) {
      try await searcher.documents("niets")
    }
    let error = await #expect(throws: SearchError.self) { try await searcher.search(.prefix("")) }
    guard case .query = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("A session that nobody needs does not keep an old generation on the disk")
  func oldGenerations() async throws {
    let sources = try Sources()
    try sources.writeText("a.txt", about: "trams")
    try sources.build(keep: 0)
    let searcher = try sources.index.searcher(sessions: 3)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<30 { group.addTask { _ = try await searcher.search(.words("trams")) } }
      try await group.waitForAll()
    }
    try sources.build(keep: 0)
    #expect(try await searcher.search(.words("trams")).hits.count == 1)
    try sources.build(keep: 0)
    #expect(try sources.index.info().generations == [2, 3])
  }
}

extension Hit {
  fileprivate var description: String { "\(document.id) \(score) \(passage.snippet.text)" }
}
