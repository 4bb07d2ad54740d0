import Extraction
import Testing

@testable import WrittenQuestions

/// Rows, answers and headings at the edges of pages, which repeat and count as furniture does.
struct PageRowsTests {
  private func content(_ text: String) -> [String] {
    PagedLines(ExtractedText(bytes: Array(text.utf8))).content.filter { !$0.isBlank }.map(\.text)
  }

  private func written(_ text: String) -> [String] {
    text.split { $0.isNewline || $0 == "\u{0c}" }.map(String.init)
  }

  private static let texts = [
    "De treinen rijden sinds kort\nvaker dan voorheen.", "In Namen kwamen er twee bij.",
    "Over de haven is\nnog niets beslist.", "De raad komt in mei bijeen.",
    "Meer is er niet bekend\nover deze lijnen.",
  ]

  /// Above the text of each page, and below it, against it or set off by a blank line.
  private func pages(_ rows: [String], gap: String, atHead: Bool) -> String {
    zip(rows, Self.texts).map { atHead ? $0 + gap + $1 : $1 + gap + $0 }
      .joined(separator: "\n\u{0c}")
  }

  private func stays(_ rows: [String], gaps: [String] = ["\n", "\n\n"]) {
    for count in 2...rows.count {
      for gap in gaps {
        for atHead in [false, true] {
          let text = pages(Array(rows.prefix(count)), gap: gap, atHead: atHead)
          #expect(content(text) == written(text))
        }
      }
    }
  }

  @Test(
    "A row of a year or a place and a value stays against the text",
    arguments: [
      ["2018 7", "2019 7", "2020 7", "2021 7"], ["2018 7 31", "2019 7 31", "2020 7 31"],
      ["2016 50 %", "2017 50 %", "2018 50 %"], ["2019 1", "2020 2", "2021 3", "2022 4"],
      ["Luik 31", "Namen 32", "Luik 33", "Namen 34"], ["Luik 1", "Namen 2", "Luik 3"],
      ["Lagere school 1", "Hogere school 2", "Lagere school 3"],
      ["Luik 1 80", "Luik 2 80", "Luik 3 80"], ["Uitgaven 2021", "Uitgaven 2022", "Uitgaven 2023"],
      ["Som 41", "Som 42", "Som 43", "Som 44"], ["1", "2", "3", "4"], ["1/6", "2/6", "3/6"],
      ["Dorp 1 telt 70", "Dorp 2 telt 70", "Dorp 3 telt 70", "Dorp 4 telt 70"],
      ["Luik 30", "Luik 30", "Luik 30", "Luik 30"], ["Totaal", "Totaal", "Totaal", "Totaal"],
      ["Volgens plan", "Volgens plan", "Volgens plan"],
    ])
  func rows(rows: [String]) { stays(rows, gaps: ["\n"]) }

  @Test(
    "An answer of a few words and a label with its text stay, however they stand",
    arguments: [
      ["Ja.", "Ja.", "Ja.", "Ja.", "Ja."], ["Nee", "Nee", "Nee", "Nee"],
      ["Idem", "Idem", "Idem", "Idem"], ["N.v.t.", "N.v.t.", "N.v.t.", "N.v.t."],
      ["Geen cijfers bekend", "Geen cijfers bekend", "Geen cijfers bekend"],
      [
        "Zie het antwoord hierboven.", "Zie het antwoord hierboven.", "Zie het antwoord hierboven.",
      ],
      ["Ik verwijs naar de tabel", "Ik verwijs naar de tabel", "Ik verwijs naar de tabel"],
      ["Daarvoor verwijs ik naar Luik", "Daarvoor verwijs ik naar Luik"],
      ["Antwoord 1: neen", "Antwoord 2: neen", "Antwoord 3: neen", "Antwoord 4: neen"],
      [
        "Vraag 1 van het lid Peeters", "Vraag 2 van het lid Peeters", "Vraag 3 van het lid Peeters",
      ],
      ["Antwoord 1 van de regering", "Antwoord 2 van de regering", "Antwoord 3 van de regering"],
      ["Subvraag 1", "Subvraag 2", "Subvraag 3"], ["Ad 1", "Ad 2", "Ad 3", "Ad 4"],
      ["Artikel 1 (nieuw)", "Artikel 2 (nieuw)", "Artikel 3 (nieuw)"],
      ["Maatregel 2", "Maatregel 3", "Maatregel 4", "Maatregel 5"],
      ["Wijk 1", "Wijk 2", "Wijk 3", "Wijk 4"], ["2019", "2020", "2021", "2022"],
      ["800001", "800002", "800003"], ["Som (in euro) 0", "Som (in euro) 0", "Som (in euro) 0"],
      ["Aandeel 12", "Aandeel 13", "Aandeel 14", "Aandeel 15"],
    ])
  func answers(rows: [String]) { stays(rows) }

  @Test("A heading with its own number at the head of each page stays")
  func headings() {
    let rows = (1...5).map { "Haven west \($0)" }
    for gap in ["\n", "\n\n"] {
      let text = pages(rows, gap: gap, atHead: true)
      #expect(content(text) == written(text))
    }
  }

  @Test(
    "Text without form feeds has no pages where rows and headings count",
    arguments: [
      "Luik\n1/4\nNamen\n2/4\nBergen\n3/4\nAarlen\n4/4", "1 van 2\nmeten\n2 van 2\ngraven",
      "Blad 1\nkaart\nBlad 2\nkaart\nBlad 3\nkaart", "Blad 1\n\nkaart\n\nBlad 2\n\nkaart",
      "Luik 2019 2020 1\nNamen\nLuik 2019 2020 2\nAarlen\nLuik 2019 2020 3",
      "blz. 1\nkaart\nblz. 2\nkaart", "- 1 -\n\nmeten\n\n- 2 -\n\ngraven",
      "1/3\n\nmeten\n\n2/3\n\ngraven", "Pagina 1 van 9\nmeten\nPagina 2 van 9\ngraven",
    ])
  func noPages(text: String) { #expect(content(text) == written(text)) }

  @Test(
    "Labels apart from the text that count pages of some length are the ends of pages",
    arguments: [{ "- \($0) -" }, { "\($0)/4" }, { "blz. \($0)" }] as [@Sendable (Int) -> String])
  func labels(label: @Sendable (Int) -> String) {
    let pages = (0..<4).map { page in
      (0..<3).map { Self.texts[(page + $0) % 5] }.joined(separator: "\n")
    }
    let text = pages.enumerated().map { $1 + "\n\n" + label($0 + 1) }
    #expect(content(text.joined(separator: "\n\n")) == pages.flatMap(written))
  }

  @Test(
    "Furniture of several lines, and numbers in brackets, go where a blank line sets them off",
    arguments: [
      { _ in "Dienst Havens,\nKaai 7, 4000 Luik\nTel. 04 123 45 67" },
      { "Dienst Havens\nKaai 7, 4000 Luik     \($0)" }, { "(\($0))" },
      { "pagina \($0)/5 – gedrukt op 7/2/2020" },
      { "haven.example.org | p\($0)" }, { "Kaai 7 Luik\n\($0)" },
    ] as [@Sendable (Int) -> String])
  func blocks(foot: @Sendable (Int) -> String) {
    let text = Self.texts.enumerated().map { $1 + "\n\n" + foot($0 + 1) }
      .joined(separator: "\n\u{0c}")
    #expect(content(text) == Self.texts.flatMap(written))
  }

  @Test("A header that touches the text goes where nearly all of four pages or more begin with it")
  func touching() {
    func text(_ count: Int) -> String {
      let pages = Self.texts.prefix(count).map { "Dienst voor havens\n" + $0 }
      return (["Treinen\n\nHoe laat?"] + pages).joined(separator: "\n\u{0c}")
    }
    #expect(content(text(5)) == ["Treinen", "Hoe laat?"] + Self.texts.flatMap(written))
    #expect(content(text(3)) == written(text(3)))
  }
}
