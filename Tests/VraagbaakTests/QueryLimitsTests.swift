import Testing
import WrittenQuestions

@testable import Vraagbaak

/// What a query may cost, whoever built it.
struct QueryLimitsTests {
  private let limits = QueryLimits.standard

  private func nested(_ levels: Int) -> SearchQuery {
    (1..<levels).reduce(.words("taal")) { query, _ in .any([query]) }
  }

  @Test("A tree has as many levels, parts and characters as are allowed, and not one more")
  func tree() {
    let phrase = SearchQuery.phrase("taal")
    let allowed: [SearchQuery] = [
      nested(128), .any(Array(repeating: phrase, count: 1_000)),
      .filter(.id, Array(repeating: "1", count: 1_000)),
      .near(Array(repeating: "a", count: 1_000), within: 9),
      .words(String(repeating: "a", count: 10_000)), .any([]),
      .group(must: [], should: [], not: []),
    ]
    for query in allowed { #expect(throws: Never.self) { try limits.check(query) } }
    let refused: [(SearchQuery, QueryError.Problem)] = [
      (nested(129), .nestedTooDeep(limit: 128)),
      (.any(Array(repeating: phrase, count: 1_001)), .tooManyParts(limit: 1_000)),
      (.any(Array(repeating: .any([]), count: 1_001)), .tooManyParts(limit: 1_000)),
      (
        .group(
          must: [.filter(.id, Array(repeating: "1", count: 999))], should: [phrase], not: [phrase]),
        .tooManyParts(limit: 1_000)
      ),
      (.near(Array(repeating: "a", count: 1_001), within: 9), .tooManyParts(limit: 1_000)),
      (
        .any([
          .words(String(repeating: "a", count: 9_000)),
          .prefix(String(repeating: "b", count: 1_001)),
        ]),
        .tooLong(limit: 10_000)
      ),
    ]
    for (query, problem) in refused {
      #expect(throws: QueryError(problem, at: nil)) { try limits.check(query) }
    }
  }

  @Test("A tree of ten thousand levels is refused, not followed")
  func deep() async throws {
    let searcher = try SampleIndex.index().searcher()
    await #expect(throws: SearchError.query(QueryError(.nestedTooDeep(limit: 128), at: nil))) {
      try await searcher.search(nested(10_000))
    }
  }

  @Test(
    "Whatever can be typed is a tree that is allowed",
    arguments: [
      ("(+a OR ", "c", ")"), ("(a OR (b AND ", "c", "))"), ("(x AND NOT (z -", "(y)", "))"),
      ("+(-(z) q OR NOT ", "y", ")"),
    ])
  func typed(_ open: String, _ middle: String, _ close: String) throws {
    var deepest: SearchQuery?
    for count in 1...40 {
      let text =
        String(repeating: open, count: count) + middle + String(repeating: close, count: count)
      guard let query = try? SearchQuery.parse(text) else { continue }
      deepest = query
      #expect(throws: Never.self) { try limits.check(query) }
    }
    #expect(deepest != nil)
  }

  @Test("Values of a typed field are parts too")
  func values() throws {
    let ids = (1...1_000).map { "\($0)" }.joined(separator: "|")
    #expect(throws: Never.self) { try limits.check(.parse("nr:" + ids)) }
    #expect(throws: QueryError(.tooManyParts(limit: 1_000), at: 0)) {
      try SearchQuery.parse("nr:" + ids + "|0")
    }
  }

  @Test("Phrases, nearness and kinds are limited by the documents of their rarest words")
  func looks() async throws {
    let sources = try Sources()
    let texts = (1...20).map { ("\($0)", $0 > 17 ? "de trams van de stad" : "de bus van de stad") }
    try sources.write("a.jsonl", texts.map(Sources.record).joined(separator: "\n"))
    try sources.build()
    var limits = QueryLimits.standard
    limits.looks = 239
    let searcher = try sources.index.searcher(limits: limits)
    func repeated(_ query: SearchQuery, _ count: Int) -> SearchQuery {
      .any(Array(repeating: query, count: count))
    }
    func total(_ query: SearchQuery) async throws -> Int {
      try await searcher.search(query).total.count
    }
    #expect(try await total(repeated(.phrase("van de"), 11)) == 20)
    #expect(try await total(repeated(.phrase("de trams"), 79)) == 3)
    #expect(try await total(repeated(.near(["trams", "stad"], within: 9), 79)) == 3)
    let costly = SearchError.query(QueryError(.tooCostly(limit: 239), at: nil))
    for query in [
      repeated(.phrase("van de"), 12), repeated(.phrase("de trams"), 80),
      repeated(.near(["de", "van"], within: 9), 12),
    ] {
      await #expect(throws: costly) { try await searcher.search(query) }
      await #expect(throws: costly) { try await searcher.rank(query, limit: 10) }
    }
    let kinds = SearchQuery.filter(.kind, ["vraag", "antwoord"])
    await #expect(throws: costly) {
      try await searcher.search(
        .group(must: [kinds], should: [repeated(.phrase("van de"), 11)], not: []))
    }
    // Ten times the documents are always possible.
    limits.looks = 0
    let narrow = try sources.index.searcher(limits: limits)
    #expect(try await narrow.search(repeated(.phrase("van de"), 10)).total.count == 20)
  }

  @Test("Words that prefixes stand for are limited, one by one and together")
  func expansion() async throws {
    let index = try SampleIndex.index()
    var limits = QueryLimits.standard
    limits.expansion = 5
    await #expect(
      throws: SearchError.query(QueryError(.expandsTooFar(prefix: "in", limit: 5), at: nil))
    ) { try await index.searcher(limits: limits).search(.prefix("in")) }
    limits = .standard
    limits.words = 30
    let searcher = try index.searcher(limits: limits)
    #expect(try await searcher.search(.prefix("inburger")).total.count > 0)
    await #expect(throws: SearchError.query(QueryError(.tooManyWords(limit: 30), at: nil))) {
      try await searcher.search(.any([.prefix("in"), .prefix("ver")]))
    }
  }

  @Test("Without limits everything is taken")
  func unlimited() async throws {
    var limits = QueryLimits.standard
    for limit in [
      \QueryLimits.characters, \.parts, \.parentheses, \.depth, \.expansion, \.words, \.looks,
      \.hits, \.offset,
    ] { limits[keyPath: limit] = .max }
    let searcher = try SampleIndex.index().searcher(limits: limits)
    let words = SearchQuery.words(String(repeating: "wonen ", count: 3_000))
    let query = SearchQuery.any([.prefix(""), words, .phrase("van de")])
    let results = try await searcher.search(query, .init(limit: 20_000))
    #expect(results.hits.count == 18)
  }

  @Test("A page that nobody can show is refused, and whatever else options say is taken")
  func pages() async throws {
    let searcher = try SampleIndex.index().searcher()
    let error = SearchError.query(
      QueryError(.pageOutOfRange(hits: 10_000, offset: 1_000_000), at: nil))
    for options in [
      SearchOptions(limit: -1), .init(limit: 10_001), .init(offset: -1), .init(offset: .max),
    ] {
      await #expect(throws: error) { try await searcher.search(.words("taal"), options) }
      await #expect(throws: error) { try await searcher.similar(to: "schoolgebouwen", options) }
    }
    let odd = SearchOptions(limit: 3, snippetLength: -9)
    #expect(try await searcher.search(.words("inburgering"), odd).hits.count == 3)
    #expect(try await searcher.search(.words("inburgering"), .init(limit: 0)).total.count > 0)
    #expect(try await searcher.rank(.words("inburgering"), limit: -3).isEmpty)
  }
}
