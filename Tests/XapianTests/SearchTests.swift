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
      (.andNot(.term("wachtlijsten"), .term("zorg")), [2]),
      (.andMaybe(.term("wachtlijsten"), .term("zorg")), [2, 3]),
      (.filter(.term("wachtlijsten"), .term("Q3")), [3]),
      (.phrase(["de", "zorg"], slot: 7), [3]), (.phrase(["zorg", "de"], slot: 7), []),
      (.phrase(["zorg", "en", "de", "zorg"], slot: 7), [3]), (.phrase([], slot: 7), []),
      (.phrase(["de", "zorg"], slot: 7, sections: [.d]), []),
      (.phrase(["de", "zorg"], slot: 7, sections: [.c, .d]), [3]),
      (.near(["zorg", "wachtlijsten"], window: 4, slot: 7), [3]),
      (.near(["zorg", "wachtlijsten"], window: 3, slot: 7), []),
      (.near(["zorg", "zorg"], window: 2, slot: 7), [3]),
      (.occurs(["inburgeringstraject"], slot: 7, sections: [.c]), [1]),
      (.occurs(["inburgeringstraject"], slot: 7, sections: [.c, .d]), [1, 2]),
      (.occurs(["fiets"], slot: 7, sections: [.c, .d]), []),
      (.occurs(["fiets", "zorg", "lang", "voor"], slot: 7, sections: [.c]), [1, 3]),
      (.occurs(["fiets", "zorg", "lang", "voor"], slot: 7, sections: [.d]), [2]),
      (.sequence(SequenceTest(.phrase, ["de"]), slot: 7, most: 1), [2]),
      (.synonym([.term("fietspaden"), .term("gewestwegen")]), [4]),
      (.scale(.term("zorg"), by: 2), [3]),
      (.valueRange(slot: 0, sortable(2), sortable(3)), [2, 3]),
      (.valueAtLeast(slot: 0, sortable(3)), [3, 4]),
      (.everything, [1, 2, 3, 4]), (.nothing, []),
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

  @Test("Order, facets and values come in one page")
  func page() throws {
    var enquire = Enquire(.or([.term("inburgeringstraject"), .term("wachtlijsten")]))
    enquire.order = .valueThenRelevance(slot: 0, descending: true)
    enquire.facetSlots = [1]
    enquire.valueSlots = [0, 1]
    let page = try enquire.run(on: database, maxItems: 10, checkAtLeast: 10)
    #expect(page.hits.map(\.documentID) == [3, 2, 1])
    #expect(page.matches.estimate == 3 && page.matches.isExact)
    #expect(page.hits[1].values[1] == Array("even".utf8))
    #expect(page.hits[0].values[0] == sortable(3))
    #expect(page.hits[0].data == Array(sampleTexts[2].utf8))
    let counts = page.facets[0].values.map { (String(decoding: $0.value, as: UTF8.self), $0.count) }
    #expect(counts.map(\.0) == ["even", "oneven"] && counts.map(\.1) == [1, 2])
    enquire.bringsData = false
    #expect(try enquire.run(on: database, maxItems: 10).hits.allSatisfy(\.data.isEmpty))
  }

  @Test("A page begins where it is asked to, and knows the terms of the query")
  func paging() throws {
    let page = try Enquire(.term("de")).run(on: database, first: 1, maxItems: 5)
    #expect(page.hits.count == 1 && page.matches.estimate == 2)
    #expect(page.queryTerms.map(\.term) == ["de"])
    #expect(page.queryTerms[0].weight > 0)
  }

  @Test("The parameters of BM25 change the weights")
  func weighting() throws {
    var enquire = Enquire(.or([.term("zorg"), .term("thuis")]))
    enquire.timeLimit = 5
    let usual = try enquire.run(on: database, maxItems: 1).hits[0]
    enquire.weighting = .bm25(k1: 10, b: 1)
    let other = try enquire.run(on: database, maxItems: 1).hits[0]
    #expect(usual.documentID == 3 && other.documentID == 3)
    #expect(abs(usual.weight - other.weight) > 1e-3)
  }

  @Test("Terms that set a document apart can be left out by their first byte")
  func expansion() throws {
    let enquire = Enquire(.term("zorg"))
    let terms = try enquire.expansion(
      on: database, relevant: [3], maxItems: 10, excludedFirstBytes: Array("Q".utf8))
    #expect(terms.contains { $0.term == "thuis" })
    #expect(!terms.contains { $0.term == "zorg" || $0.term.hasPrefix("Q") })
  }
}
