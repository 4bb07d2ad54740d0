import TestSupport
import Testing

@testable import Vraagbaak

/// Values of fields, however they are written, and beginnings of words.
struct FilterTests {
  private static let built: Result<Sources, any Error> = Result {
    let sources = try Sources()
    try sources.write(
      "a.jsonl",
      """
      {"id":"a","number":"12","title":"Fietspaden","question":"Hoeveel fietspaden zijn er?",\
      "date":"2017-03-01","asker":"Peeters, Jan","party":"N-VA","themes":["verkeer","CD&V"]}
      {"id":"b","number":" 0230 ","question":"Een anti-islamitische e-mail van de N-VA over COVID-19.",\
      "date":"2019-03-01","asker":"An Van den Berghe-Peeters","role":"Minister van Werk"}
      {"id":"c","number":"7bis","question":"Hoeveel fietsers?","answer":"Veel.",\
      "role":"Minister van Werk, belast met Sport"}

      """)
    try sources.build()
    return sources
  }

  @Test(
    "Names, labels, numbers and beginnings of words find their documents",
    arguments: [
      ("vrager:Pee*", "ab"), ("partij:N*", "a"), ("thema:ver*", "a"), ("nr:1*", "a"),
      ("\"hoeveel fiets*\"", "ac"), ("\"zijn fiets*\"", ""), ("titel:\"fiets*\"", "a"),
      ("vrager:\"Peeters, Jan\"", "a"), ("vrager:\"Jan Peeters\"", "a"),
      ("vrager:\"Jans Peeters\"", ""), ("vrager:\"Jan Pee*\"", "a"), ("partij:nva", "a"),
      ("partij:\"n va\"", "a"), ("partij:N-VA", "a"), ("thema:cdv", "a"), ("thema:CD&V", "a"),
      ("vrager:Berghe", "b"), ("vrager:\"van den berghe\"", "b"),
      ("vrager:\"Berghe-Peeters, An Van den\"", "b"), ("nr:012", "a"), ("nr:230", "b"),
      ("nr:0230", "b"), ("nr:7bis", "c"), ("nr:7", ""), ("nr:\" 12 \"", "a"), ("jaar:2017", "a"),
      ("year:2017..2019", "ab"), ("bron:*", nil), ("id:a*", "a"),
      ("NOT fietspaden AND hoeveel", "c"), ("islam*", "b"), ("nv*", "b"), ("n-v*", "b"),
      ("ema*", "b"), ("e-ma*", "b"), ("covid1*", "b"), ("covid-1*", "b"), ("anti*", "b"),
    ] as [(String, String?)])
  func found(_ query: String, _ ids: String?) async throws {
    guard let ids else {
      #expect(throws: QueryError.self) { try SearchQuery.parse(query) }
      return
    }
    #expect(try await Self.built.get().ids(query).joined() == ids)
  }

  @Test("A value that no document has is named, with what was probably meant")
  func unmatched() async throws {
    let searcher = try Self.built.get().index.searcher()
    let wrong = try await searcher.search(.parse("vrager:Peters hoeveel"))
    #expect(
      wrong.unmatchedValues
        == [UnmatchedValue(field: "vrager", value: "Peters", suggestion: "peeters")])
    let dates = try await searcher.search(.parse("datum:1999"))
    #expect(dates.unmatchedValues.map(\.value) == ["1999-01-01..1999-12-31"])
    #expect(try await searcher.search(.parse("partij:nva")).unmatchedValues == [])
    let either = try await searcher.search(.parse("partij:nva|qqq"))
    #expect(either.total.count == 1 && either.unmatchedValues.map(\.value) == ["qqq"])
  }

  @Test("There is more only where a page follows")
  func more() async throws {
    let searcher = try Self.built.get().index.searcher()
    for (limit, offset, isMore) in [(1, 0, true), (1, 2, false), (3, 0, false), (2, 0, true)] {
      let page = try await searcher.search(.everything, .init(limit: limit, offset: offset))
      #expect(page.hasMore == isMore && page.total.count == 3)
    }
    let passages = try await searcher.search(
      .parse("hoeveel"), .init(limit: 1, unit: .passages))
    #expect(passages.hasMore)
  }

  @Test("A facet's value used as a filter gives its count")
  func facets() async throws {
    let searcher = try Self.built.get().index.searcher()
    for query in ["*", "hoeveel", "hoeveel veel", "jaar:2017..2019"] {
      let found = try await searcher.search(
        .parse(query), .init(limit: 1, facets: FacetField.allCases))
      #expect(!found.facets.isEmpty)
      for facet in found.facets {
        for value in facet.values {
          let filter = "\(facet.field.dutchName):\"\(value.name)\" \(query)"
          let total = try await searcher.search(.parse(filter)).total
          #expect(total.count == value.count, "\(filter)")
        }
      }
    }
  }

  @Test("An update knows the beginnings of joined words, too")
  func updated() async throws {
    let sources = try Sources()
    try sources.write("a.jsonl", ["1": "Over trams."])
    try sources.build()
    try sources.write("b.jsonl", ["2": "Een pro-europese e-mail."])
    _ = try sources.index.update()
    #expect(try await sources.ids("europ*") == ["2"])
    #expect(try await sources.ids("ema*") == ["2"])
  }
}
