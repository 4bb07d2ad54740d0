import TestSupport
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

  /// How soon is measured by `Examples/Tasks`, alone: other tests take the cores here.
  @Test("A search that runs ends with its task, and its session goes on with the next")
  func cancellation() async throws {
    let (searcher, query, _) = try ExpensiveIndex.built.get()
    let running = Task { try await searcher.search(query) }
    let waiting = Task { try await searcher.search(query) }
    running.cancel()
    waiting.cancel()
    await #expect(throws: SearchError.cancelled) { try await running.value }
    await #expect(throws: SearchError.cancelled) { try await waiting.value }
    #expect(try await searcher.documents("1").map(\.id) == ["1"])
  }

  @Test("A search ends at its deadline, however many wait and whatever runs")
  func deadlines() async throws {
    let (searcher, query, _) = try ExpensiveIndex.built.get()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<64 {
        let deadline = Duration.milliseconds(20 + number * 3)
        group.addTask {
          await #expect(throws: SearchError.deadlineExceeded(deadline)) {
            try await searcher.search(query, deadline: deadline)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await searcher.documents("1").map(\.id) == ["1"])
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

/// An index of the commonest words, searched by one session, and a query that takes long.
private enum ExpensiveIndex {
  static let built: Result<(Searcher, SearchQuery, TemporaryDirectory), any Error> = Result {
    let directory = try TemporaryDirectory()
    let text = String(repeating: "de van in het een voor op met die niet ", count: 30)
    let records = (1...300).map { Sources.record("\($0)", text) }.joined(separator: "\n")
    try FileSystem.write(Array(records.utf8), to: directory.path + "/vragen.jsonl")
    let index = Index(at: directory.path + "/index")
    try index.build(from: [directory.path + "/vragen.jsonl"], wordList: nil)
    let words = ["niet", "die", "met", "op", "voor"]
    let phrases = words.flatMap { first in
      words.flatMap { second in
        words.map { SearchQuery.phrase("\(first) \(second) \($0) in het een") }
      }
    }
    return (try index.searcher(sessions: 1), .any(phrases), directory)
  }
}

extension Hit {
  fileprivate var description: String { "\(document.id) \(score) \(passage.snippet.text)" }
}
