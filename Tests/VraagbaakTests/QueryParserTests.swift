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
      ("NOT taal AND werk", .group(must: [.words("werk")], should: [], not: [.words("taal")])),
      ("-taal werk", .group(must: [], should: [.words("werk")], not: [.words("taal")])),
      ("\"hoeveel fiets*\"", .phrasePrefix("hoeveel fiets")),
      ("thema:\"de \\\"grote\\\" zaak\"", .filter(.theme, ["de \"grote\" zaak"])),
      ("nr:12,", .filter(.number, ["12"])), ("kind:antwoord", .filter(.kind, ["antwoord"])),
      ("vrager:Pee*", .filter(.asker, ["Pee*"])),
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
      ("2024-2..2024-3-1", "2024-02-01", "2024-03-01"), ("2024-02", "2024-02-01", "2024-02-29"),
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
      ("taal NEAR \"a b\"", .nearNeedsWords, 10), ("taa* NEAR werk", .nearNeedsWords, 0),
      ("taal NEAR/5000 werk", .badDistance("NEAR/5000"), 5),
      ("vrager:\"\"", .emptyValue(field: "vrager:"), 7),
      ("vragr:Rooy", .unknownField("vragr", meant: "vrager"), 0),
      ("partji:nva", .unknownField("partji", meant: "partij"), 0),
      ("soort:zin", .unknownKind("zin"), 6), ("datum:gisteren", .badDate("gisteren"), 6),
      ("beantwoord:nope", .badAnswered("nope"), 11),
      ("datum:2023..2022", .endsBeforeItBegins("2023..2022"), 6),
      ("jaar:2023..2022", .endsBeforeItBegins("2023..2022"), 5),
      ("\"fiets* hoeveel\"", .wildcardInPhrase, 6),
      ("vrager:*", .wildcardTooShort(letters: 1), 7),
      ("titel:f*", .wildcardTooShort(letters: 2), 6), ("", .noWords, 0), ("?!", .noWords, 0),
      ("jaar:2017-2018", .badDate("2017-2018"), 5), ("\"\"", .noWords, 0), ("()", .noWords, 0),
    ] as [(String, QueryError.Problem, Int)])
  func errors(_ text: String, _ problem: QueryError.Problem, _ position: Int) {
    #expect(throws: QueryError(problem, at: position)) { try SearchQuery.parse(text) }
  }

  @Test(
    "What cannot be an operator, a field or a group is punctuation or a word, with a note",
    arguments: [
      ("a) Hoeveel?", .words("a Hoeveel?"), [.init(.punctuation, ")", at: 1)]),
      (
        "telewerk() taal", .words("telewerk taal"),
        [.init(.punctuation, "(", at: 8), .init(.punctuation, ")", at: 9)]
      ),
      ("taal (en werk", .words("taal en werk"), [.init(.punctuation, "(", at: 5)]),
      ("taal\"", .words("taal"), [.init(.punctuation, "\"", at: 4)]),
      (
        "27\" en 32\" breed", .words("27 en 32 breed"),
        [.init(.punctuation, "\"", at: 2), .init(.punctuation, "\"", at: 9)]
      ),
      (
        "\"a \"taal werk\"", .group(must: [.phrase("taal werk")], should: [.words("a")], not: []),
        [.init(.punctuation, "\"", at: 0)]
      ),
      ("taal AND", .words("taal AND"), [.init(.word, "AND", at: 5)]),
      ("OR taal", .words("OR taal"), [.init(.word, "OR", at: 0)]),
      ("taal NEAR/5", .words("taal NEAR/5"), [.init(.word, "NEAR/5", at: 5)]),
      ("NOT", .words("NOT"), [.init(.word, "NOT", at: 0)]),
      ("De minister: taal", .words("De minister taal"), [.init(.text, "minister:", at: 3)]),
      ("het kind:stand", .words("het kind stand"), [.init(.text, "kind:", at: 4)]),
      ("per jaar:1. Taal", .words("per jaar 1. Taal"), [.init(.text, "jaar:", at: 4)]),
      ("vrager:", .words("vrager"), [.init(.text, "vrager:", at: 0)]),
      ("in*burger", .words("in burger"), [.init(.punctuation, "*", at: 2)]),
      ("een 4* hotel", .words("een 4  hotel"), [.init(.punctuation, "*", at: 5)]),
      ("taal *", .words("taal"), [.init(.punctuation, "*", at: 5)]),
      ("x:\n- Taal\n-Werk", .words("x Taal Werk"), [.init(.punctuation, "-", at: 10)]),
      (
        "-taal", .group(must: [.everything], should: [], not: [.words("taal")]),
        [.init(.exclusion, "", at: 0)]
      ),
      // A dash in a text, and not a sign.
      ("korven en -kasten", .words("korven en kasten"), [.init(.punctuation, "-", at: 10)]),
      (
        "taal, -18 tot +65", .words("taal, 18 tot 65"),
        [.init(.punctuation, "-", at: 6), .init(.punctuation, "+", at: 14)]
      ),
      (
        "een twee drie vier vijf zes zeven acht negen -tien elf",
        .words("een twee drie vier vijf zes zeven acht negen tien elf"),
        [.init(.punctuation, "-", at: 45)]
      ),
      (
        "\"NL\"-account", .group(must: [.phrase("NL")], should: [.words("account")], not: []),
        [.init(.punctuation, "-", at: 4)]
      ),
      ("taal -2019", .group(must: [], should: [.words("taal")], not: [.words("2019")]), []),
      ("bron:/a/b.txt", .filter(.source, ["/a/b.txt"]), []),
      ("zie https://a.be", .words("zie https://a.be"), []),
      ("\u{200e}partij:N-VA\u{200b}", .filter(.party, ["N-VA"]), []),
      ("Vragen:1. Taal", .words("Vragen 1. Taal"), []),
    ] as [(String, SearchQuery, [QueryNote])])
  func leniency(_ text: String, _ tree: SearchQuery, _ notes: [QueryNote]) throws {
    let parsed = try ParsedQuery(text)
    #expect(parsed.query == tree)
    #expect(parsed.notes == notes)
  }

  @Test("Running text is searched as far as a query may reach, and operators are refused beyond")
  func longText() throws {
    let words = try ParsedQuery(String(repeating: "woord ", count: 5_000))
    #expect(words.notes.map(\.reading) == [.leftOut])
    let letters = try ParsedQuery(String(repeating: "a", count: 10_001))
    #expect(letters.query == .words(String(repeating: "a", count: 10_000)))
    #expect(throws: QueryError(.tooManyParts(limit: 1_000), at: 2_500)) {
      try ParsedQuery(String(repeating: "a OR ", count: 1_001) + "a")
    }
    #expect(throws: QueryError(.tooLong(limit: 10_000), at: 10_000)) {
      try ParsedQuery(String(repeating: "woorden OR ", count: 1_001) + "a")
    }
  }

  @Test("Depth is bounded")
  func limits() {
    let deep = String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)
    #expect(throws: QueryError(.tooDeep(limit: 32), at: 32)) { try SearchQuery.parse(deep) }
  }
}
