import TestSupport
import Testing
import Xapian

struct SearchTests {
  let directory: TemporaryDirectory
  let database: Database

  init() throws {
    directory = try TemporaryDirectory()
    try makeDatabase(at: directory.path + "/db")
    database = try Database(path: directory.path + "/db")
  }

  private func ids(_ query: Query) throws -> [Int] {
    try Enquire(query).run(on: database, maxItems: 10).hits.map(\.documentID).sorted()
  }

  @Test(
    "The query algebra",
    arguments: [
      (.term("inburgeringstraject"), [1, 2]),
      (.and([.term("wachtlijsten"), .term("zorg")]), [3]),
      (.or([.term("fietspaden"), .term("zorg")]), [3, 4]),
      (.xor([.term("wachtlijsten"), .term("zorg")]), [2]),
      (.andNot(.term("wachtlijsten"), .term("zorg")), [2]),
      (.andMaybe(.term("wachtlijsten"), .term("zorg")), [2, 3]),
      (.filter(.term("wachtlijsten"), .term("Q3")), [3]),
      (.phrase(["de", "zorg"], .init(slot: 7)), [3]),
      (.phrase(["zorg", "de"], .init(slot: 7)), []),
      (.phrase(["zorg", "en", "de", "zorg"], .init(slot: 7)), [3]),
      (.phrase(["de", "zorg"], .init(slot: 7, sections: [.answer])), []),
      (.phrase(["de", "zorg"], .init(slot: 7, sections: [.question, .answer])), [3]),
      (.near(["zorg", "wachtlijsten"], window: 4, .init(slot: 7)), [3]),
      (.near(["zorg", "wachtlijsten"], window: 3, .init(slot: 7)), []),
      (.occurs("inburgeringstraject", .init(slot: 7, sections: [.question])), [1]),
      (.occurs("inburgeringstraject", .init(slot: 7)), [1, 2]),
      (.occurs("fiets", .init(slot: 7)), []),
      (.synonym([.term("fietspaden"), .term("gewestwegen")]), [4]),
      (.max([.term("fietspaden"), .term("zorg")]), [3, 4]),
      (.eliteSet([.term("fietspaden"), .term("de")], count: 1), [4]),
      (.scale(.term("zorg"), by: 2), [3]),
      (.valueRange(slot: 0, SortableNumber.bytes(2), SortableNumber.bytes(3)), [2, 3]),
      (.valueAtLeast(slot: 0, SortableNumber.bytes(3)), [3, 4]),
      (.valueAtMost(slot: 0, SortableNumber.bytes(1)), [1]),
      (.everything, [1, 2, 3, 4]), (.nothing, []),
      (.wildcard(prefix: "inburg", limit: 10), [1, 2]),
    ] as [(Query, [Int])])
  func algebra(query: Query, expected: [Int]) throws {
    #expect(try ids(query) == expected)
  }

  @Test("A scaled query weighs by its factor")
  func scale() throws {
    let plain = try Enquire(.term("zorg")).run(on: database, maxItems: 1)
    let scaled = try Enquire(.scale(.term("zorg"), by: 3)).run(on: database, maxItems: 1)
    #expect(abs(scaled.hits[0].weight - 3 * plain.hits[0].weight) < 1e-9)
  }

  @Test("Order, collapsing, facets, values and matching terms come in one page")
  func page() throws {
    var enquire = Enquire(.or([.term("inburgeringstraject"), .term("wachtlijsten")]))
    enquire.order = .value(slot: 0, descending: true)
    enquire.facetSlots = [1]
    enquire.valueSlots = [0, 1]
    enquire.bringsMatchingTerms = true
    let page = try enquire.run(on: database, maxItems: 10, checkAtLeast: 10)
    #expect(page.hits.map(\.documentID) == [3, 2, 1])
    #expect(page.matches.estimate == 3 && page.matches.isExact)
    #expect(page.hits[1].matchingTerms == ["inburgeringstraject", "wachtlijsten"])
    #expect(page.hits[1].values[1] == Array("even".utf8))
    #expect(SortableNumber.number(page.hits[0].values[0] ?? []) == 3)
    #expect(page.hits[0].data == Array(sampleTexts[2].utf8))
    let counts = page.facets[0].values.map { (String(decoding: $0.value, as: UTF8.self), $0.count) }
    #expect(counts.map(\.0) == ["even", "oneven"] && counts.map(\.1) == [1, 2])
    enquire.collapse = .init(slot: 1)
    let collapsed = try enquire.run(on: database, maxItems: 10, checkAtLeast: 10)
    #expect(collapsed.hits.map(\.documentID) == [3, 2])
    #expect(collapsed.hits[0].collapseKey == Array("oneven".utf8))
    #expect(collapsed.uncollapsedMatches.estimate == 3)
  }

  @Test("Ranks go on from page to page")
  func paging() throws {
    let page = try Enquire(.term("de")).run(on: database, first: 1, maxItems: 5)
    #expect(page.hits.map(\.rank) == [1])
    #expect(page.queryTerms.map(\.term) == ["de"])
    #expect(page.queryTerms[0].documentFrequency == 2)
    #expect(page.queryTerms[0].weight > 0)
  }

  @Test(
    "Weightings differ, and boolean weighs nothing",
    arguments: [
      .bm25(), .bm25Plus(), .traditional(), .pl2(), .dlh, .dph, .coordination,
    ] as [Enquire.Weighting])
  func weighting(_ weighting: Enquire.Weighting) throws {
    var enquire = Enquire(.or([.term("zorg"), .term("thuis")]))
    enquire.weighting = weighting
    enquire.timeLimit = 5
    #expect(try enquire.run(on: database, maxItems: 1).hits.first?.documentID == 3)
    enquire.weighting = .boolean
    #expect(try enquire.run(on: database, maxItems: 1).hits.first?.weight == 0)
  }

  @Test("Terms that set a document apart can be left out by their first byte")
  func expansion() throws {
    let enquire = Enquire(.term("zorg"))
    let terms = try enquire.expansion(
      on: database, relevant: [3], maxItems: 10, excludedFirstBytes: Array("Q".utf8))
    #expect(terms.contains { $0.term == "thuis" })
    #expect(!terms.contains { $0.term == "zorg" || $0.term.hasPrefix("Q") })
  }

  @Test("A query describes itself")
  func description() throws {
    let text = try Query.and([.term("zorg"), .term("thuis", wqf: 2)]).described()
    #expect(text == "Query((zorg AND thuis#2))")
  }
}
