import Testing

@testable import Vraagbaak

/// Hits as tables for spreadsheets.
struct TableFormatTests {
  @Test(
    "No cell is taken for a formula, wherever its sign stands",
    arguments: [
      "=1+1", "+32 9", "-5", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "＝1", "|calc", "%x", "\u{202e}=1",
    ])
  func formulas(cell: String) {
    let line = TableFormat.csv.line([cell])
    #expect(line.hasPrefix("'") || line.hasPrefix("\"'"), "\(line)")
  }

  @Test("Cells are quoted where they have to be, and stay on one line")
  func cells() {
    var format = TableFormat.csv
    #expect(format.line(["a,b", "c\"d", "e\nf", "g", ""]) == "\"a,b\",\"c\"\"d\",e f,g,\r\n")
    #expect(format.line([" a", "b\u{1b}[31mc", "caf\u{e9}"]) == "a,b[31mc,caf\u{e9}\r\n")
    format.separator = ";"
    #expect(format.line(["a,b", "a;b"]) == "a,b;\"a;b\"\r\n")
    #expect(TableFormat.tsv.line(["a\tb", "c\"d"]) == "a b\tc\"d\n")
  }

  @Test("With semicolons numbers have the comma that goes with them")
  func numbers() {
    var format = TableFormat.csv
    #expect(format.number("1.5") == "1.5" && format.start == "")
    format.separator = ";"
    format.hasByteOrderMark = true
    #expect(format.number("1.5") == "1,5" && format.start == "\u{feff}")
  }

  @Test("A value of several parts stands in one cell, people and parties in the same order")
  func columns() async throws {
    let sources = try Sources()
    try sources.write(
      "a.jsonl",
      #"{"id": "a", "question": "Hoeveel trams?", "answer": "Veel.", "asker": ["An Peeters", "Jan Jans"], "party": ["", "SP"], "date": "2023-03-10"}"#
    )
    try sources.build()
    let hit = try #require(
      try await index(sources).search(.parse("trams")).hits.first)
    let values = [HitColumn.id, .date, .asker, .party, .kind, .counterpart, .page]
      .map { $0.value(of: hit) }
    #expect(values == ["a", "2023-03-10", "An Peeters; Jan Jans", "; SP", "vraag", "Veel.", ""])
  }

  private func index(_ sources: Sources) throws -> Searcher { try sources.index.searcher() }
}
