import Testing
import WrittenQuestions

@testable import Vraagbaak

struct QueryParserTests {
  @Test(
    "Queries and the trees they mean",
    arguments: [
      ("inburgering", .words("inburgering")),
      ("hoe vaak kwam de IMC samen?", .words("hoe vaak kwam de IMC samen?")),
      (
        "thema('s) en welk(e) (beleids)beslissingen",
        .words("thema('s) en welk(e) (beleids)beslissingen")
      ),
      ("vice-minister-president - 2019-2024", .words("vice-minister-president 2019-2024")),
      ("\"asymmetrisch beleid\"", .phrase("asymmetrisch beleid")),
      ("„asymmetrisch beleid”", .phrase("asymmetrisch beleid")),
      (
        "+taal werk -sport",
        .group(must: [.words("taal")], should: [.words("werk")], not: [.words("sport")])
      ),
      ("taal AND werk", .group(must: [.words("taal"), .words("werk")], should: [], not: [])),
      ("taal OR werk", .any([.words("taal"), .words("werk")])),
      (
        "taal AND werk OR sport",
        .any([
          .group(must: [.words("taal"), .words("werk")], should: [], not: []), .words("sport"),
        ])
      ),
      (
        "taal AND (werk OR sport)",
        .group(
          must: [.words("taal"), .any([.words("werk"), .words("sport")])], should: [], not: [])
      ),
      (
        "taal AND NOT werk",
        .group(must: [.words("taal")], should: [], not: [.words("werk")])
      ),
      ("taal NOT werk", .group(must: [], should: [.words("taal")], not: [.words("werk")])),
      ("taal NEAR/5 werk", .near(["taal", "werk"], within: 5)),
      ("taal NEAR werk NEAR/3 sport", .near(["taal", "werk", "sport"], within: 10)),
      ("inburger*", .prefix("inburger")),
      ("*", .everything),
      ("vrager:\"Van Rooy\"", .filter(.asker, ["Van Rooy"])),
      ("asker:Rooy", .filter(.asker, ["Rooy"])),
      ("partij:N-VA|Vooruit", .filter(.party, ["N-VA", "Vooruit"])),
      ("nr:230", .filter(.number, ["230"])),
      ("soort:vraag", .filter(.kind, ["vraag"])),
      ("titel:fiets*", .prefix("fiets", in: .title)),
      ("titel:\"sociale huur\"", .phrase("sociale huur", in: .title)),
      (
        "taal nr:5",
        .group(must: [.filter(.number, ["5"])], should: [.words("taal")], not: [])
      ),
      ("https://www.vlaanderen.be/x om 10:30", .words("https://www.vlaanderen.be/x om 10:30")),
      ("opmerking: dit", .words("opmerking dit")),
    ] as [(String, SearchQuery)])
  func trees(_ text: String, _ tree: SearchQuery) throws {
    #expect(try SearchQuery.parse(text) == tree)
  }

  @Test(
    "Dates and ranges",
    arguments: [
      ("2022", "2022-01-01", "2022-12-31"), ("2022-02", "2022-02-01", "2022-02-28"),
      ("2022..2023-03", "2022-01-01", "2023-03-31"), ("10/03/2022", "2022-03-10", "2022-03-10"),
      ("..2021", nil, "2021-12-31"), ("2021-05-04..", "2021-05-04", nil),
    ] as [(String, String?, String?)])
  func dates(_ text: String, _ first: String?, _ last: String?) throws {
    guard case .dates(let range) = try SearchQuery.parse("datum:" + text) else {
      Issue.record("no date range")
      return
    }
    #expect(range.first?.description == first)
    #expect(range.last?.description == last)
  }

  @Test(
    "Errors name the problem and its place",
    arguments: [
      ("taal \"werk", .unclosedQuote, 5), ("(taal", .unclosedParenthesis, 0),
      ("taal)", .unexpectedParenthesis, 4), ("taal ()", .emptyParentheses, 5),
      ("taal AND", .operatorWithoutOperand("AND"), 8),
      ("OR taal", .operatorWithoutOperand("OR"), 0),
      ("taal NEAR \"a b\"", .nearNeedsWords, 10), ("vrager:", .emptyValue(field: "vrager:"), 0),
      ("vragr:Rooy", .unknownField("vragr", meant: "vrager"), 0),
      ("soort:zin", .unknownKind("zin"), 6), ("datum:gisteren", .badDate("gisteren"), 6),
      ("datum:2023..2022", .badDate("2023..2022"), 6), ("in*burger", .wildcardPlace, 0),
      ("i*", .wildcardTooShort, 0), ("-taal", .onlyExclusions, 0), ("", .noWords, 0),
      ("?!", .noWords, 0),
    ] as [(String, QueryError.Problem, Int)])
  func errors(_ text: String, _ problem: QueryError.Problem, _ position: Int) {
    #expect(throws: QueryError(problem, at: position)) { try SearchQuery.parse(text) }
  }

  @Test("Length, depth and number of parts are bounded")
  func limits() {
    #expect(throws: QueryError(.tooLong(limit: 10_000), at: 10_000)) {
      try SearchQuery.parse(String(repeating: "a", count: 10_001))
    }
    let deep = String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)
    #expect(throws: QueryError(.tooDeep(limit: 32), at: 32)) { try SearchQuery.parse(deep) }
    #expect(throws: QueryError(.tooManyParts(limit: 1_000), at: 2_000)) {
      try SearchQuery.parse(String(repeating: "a ", count: 1_001))
    }
  }
}
