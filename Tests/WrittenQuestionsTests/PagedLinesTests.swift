import Extraction
import Testing

@testable import WrittenQuestions

/// What belongs to pages and what only looks like it.
struct PagedLinesTests {
  private func lines(_ pages: [String]) -> PagedLines {
    PagedLines(ExtractedText(bytes: Array(pages.joined(separator: "\u{0c}").utf8)))
  }

  private func content(_ pages: [String]) -> [String] {
    lines(pages).content.filter { !$0.isBlank }.map(\.text)
  }

  private func written(_ pages: [String]) -> [String] {
    pages.flatMap { $0.split(whereSeparator: \.isNewline) }.map { line in
      let start = line.drop(while: \.isWhitespace)
      return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }.filter { !$0.isEmpty }
  }

  private static let words = [
    "De bussen rijden sinds 2019 vaker,\nmaar niet overal.", "In Gent kwamen er drie bij.",
    "Dat blijft zo.", "Er is overleg met de steden\nen met de provincies.", "Meer weet ik niet.",
  ]

  @Test(
    "Rows, items and labels stay, also where each page begins or ends with one",
    arguments: [
      ["2020: 45", "2021: 50", "2022: 61"], ["2020 45 euro", "2021 50 euro", "2022 61 euro"],
      ["Antwerpen 120/440", "Antwerpen 121/450", "Antwerpen 130/460"],
      ["Vraag 1", "Vraag 2", "Vraag 3"], ["Antwoord 2", "Antwoord 3", "Antwoord 4"],
      ["Vraag 1 en 2", "Vraag 3 en 4", "Vraag 5 en 6"], ["1.", "2.", "3."], ["a)", "b)", "c)"],
      ["1. Hoeveel?", "2. Hoeveel?", "3. Hoeveel?"], ["ANTWOORD", "ANTWOORD", "ANTWOORD"],
      ["Tabel 1", "Tabel 2", "Tabel 3"], ["Bijlage 1", "Bijlage 2", "Bijlage 3"],
      ["- Gent: 5", "- Gent: 5", "- Gent: 5"], ["45", "50", "61"], ["Ja.", "Ja.", "Neen."],
      ["in 2020 waren dat er", "in 2021 waren dat er", "in 2022 waren dat er"],
      ["van 5", "van 6", "van 7"], ["2020", "2022", "2024"],
    ])
  func stays(rows: [String]) {
    let heads = zip(rows, Self.words).map { $0 + "\n\n" + $1 + "\n" }
    #expect(content(heads) == written(heads))
    let feet = zip(rows, Self.words).map { $1 + "\n\n" + $0 + "\n" }
    #expect(content(feet) == written(feet))
    let both = zip(heads, rows).map { $0 + "\n" + $1 }
    #expect(content(both) == written(both))
    let two = Array(heads.prefix(2))
    #expect(content(two) == written(two))
  }

  @Test("A table that fills its pages stays whole, whatever its years and numbers do")
  func table() {
    let pages = (0..<4).map { page in
      (0..<3).map { "\(2000 + page * 3 + $0): geen" }.joined(separator: "\n")
    }
    #expect(content(pages) == written(pages))
    let rows = (0..<4).map { "Gent geen\nBrugge \($0)\nGent geen" }
    #expect(content(rows) == written(rows))
  }

  @Test(
    "Headers, footers and page numbers go",
    arguments: [
      ["Vlaams Parlement", "Vlaams Parlement", "Vlaams Parlement"],
      ["Vraag nr. 230 van 10 maart 2023", "Vraag nr. 230 van 10 maart 2023"],
      ["Pagina 1 van 3", "Pagina 2 van 3", "Pagina 3 van 3"], ["- 1 -", "- 2 -", "- 3 -"],
      ["1/3", "2/3", "3/3"], ["1", "2", "3"], ["412", "413", "414"],
      ["blz. 7", "blz. 8", "blz. 9"], ["p. 1", "p. 2", "p. 3"],
      [
        "Vlaams Parlement   412", "Vlaams Parlement   413", "Vlaams Parlement   414",
        "Vlaams Parlement   415",
      ],
      ["1   Vlaams Parlement", "Vlaams Parlement   2", "3   Vlaams Parlement"],
      ["Vraag nr. 5     Pagina 1", "Vraag  nr. 5   Pagina 2", "Vraag nr. 5     Pagina 3"],
      ["1 Vlaams Parlement", "Gewone zitting 2", "3 Vlaams Parlement"],
      ["Pagina 1 van 2", "Pagina 2 van 2"], ["- 1 -", "- 2 -"], ["1/2", "2/2"],
    ])
  func goes(furniture: [String]) {
    let title = "Bussen - Aantal\n\n"
    let texts = zip(furniture.indices, Self.words).map { ($0 == 0 ? title : "") + $1 }
    let heads = zip(furniture, texts).map { $0 + "\n\n" + $1 + "\n" }
    let feet = zip(furniture, texts).map { $1 + "\n\n" + $0 + "\n" }
    for pages in [heads, feet] {
      #expect(content(pages) == written(texts))
      #expect(lines(pages).furniture.map(\.text) == written(furniture))
      let others = pages.map { $0.replacing("\n", with: "  \r\n") + "\r\n" } + [""]
      #expect(content(others) == written(texts))
    }
  }

  @Test("Headers of left and right pages, and one that the first page lacks")
  func sides() {
    let pages = (0..<6).map { (page: Int) -> String in
      let head = page == 0 ? "Bussen" : page % 2 == 0 ? "Vlaams Parlement" : "Vragen en antwoorden"
      return head + "\n\n" + Self.words[page % 5]
    }
    let expected = ["Bussen"] + (0..<6).flatMap { written([Self.words[$0 % 5]]) }
    #expect(content(pages) == expected)
  }

  @Test("The title as a header of the other pages goes there and stays above the text")
  func title() {
    let pages = Self.words.enumerated().map { page, words in
      "Bussen - Aantal\n\n" + words + (page == 0 ? " En wat\nnog volgt.\n\n1. Hoeveel?" : "")
    }
    let found = content(pages)
    #expect(found.count { $0 == "Bussen - Aantal" } == 1)
    #expect(found.first == "Bussen - Aantal")
    let twice = pages.enumerated().map { $0 == 0 ? "Bussen - Aantal\n\n" + $1 : $1 }
    #expect(content(twice) == found)
  }

  @Test("A sentence goes on over the page's end, and a paragraph ends there")
  func blanks() {
    let pages = [
      "Bussen\n\nHoeveel bussen\n\nPagina 1 van 3\n", "\nrijden er?\n\nPagina 2 van 3\n",
      "\nEn waar?\n\nPagina 3 van 3\n",
    ]
    #expect(
      lines(pages).content.map(\.text)
        == ["Bussen", "", "Hoeveel bussen", "rijden er?", "", "En waar?"])
  }

  @Test("Without form feeds labels that count are the ends of pages, and single ones are text")
  func labels() {
    let text = "Bussen\n\nHoeveel\nPagina 1 van 2\nrijden er?\nPagina 2 van 2\n"
    #expect(content([text]) == ["Bussen", "Hoeveel", "rijden er?"])
    for text in [
      "Zie\nPagina 2 van 3\nvan het verslag.", "Zie\nblz. 7\nen\nblz. 3\n", "45\n- 2 -\n5",
    ] {
      #expect(content([text]) == written([text]))
    }
    let long = Self.words.joined(separator: "\n")
    let years = (1...3).map { long + "\n\nKamer, vergaderjaar 2024–2025, stuk \($0)\n\n" }
    #expect(content([years.joined()]) == written([long, long, long]))
    let feet = (2...4).map { long + "\nKamer, vergaderjaar 2024–2025, stuk \($0)\n" }
    #expect(content([feet.joined()]) == written([long, long, long]))
    let short = feet.dropLast().joined() + "Slot\nKamer, vergaderjaar 2024–2025, stuk 4\n"
    #expect(content([short]) == written([long, long, "Slot"]))
    #expect(content([feet.joined() + "Slot"]) == written(feet + ["Slot"]))
    let notes = (1...3).map { Self.words[$0] + "\n\($0)De Krant, 13 mei 2024, Trams\n" }
    #expect(content([notes.joined()]) == written(notes))
    #expect(content(notes) == written(notes))
    let rows = (1...3).map { "Rij \($0): 2024, \($0 * 17) en 3 \n" }.joined()
    #expect(content([rows]) == written([rows]))
    let texts = (1...3).map { Self.words[$0] + "\n" + Self.words[0] + "\n" + Self.words[4] }
    let headed = texts.enumerated().map { "Vlaams Parlement\nblz. \($0 + 1)\n\n" + $1 }
    let found = content([headed.joined(separator: "\n")])
    #expect(found.filter { !$0.hasPrefix("Vlaams") } == written(texts))
  }

  @Test("A line of the same text above and below each page goes in both places")
  func bothEdges() {
    let texts = ["Bussen\n\nHoeveel", "rijden er?", "En waar?"]
    let pages = texts.enumerated().map { page, text in
      (page == 0 ? "" : "Vlaams Parlement\n\n") + text
        + "\n\nVlaams Parlement\nPagina \(page + 1) van 3\n"
    }
    #expect(content(pages) == written(texts))
  }

  @Test("Pages that are the same from head to foot keep their text")
  func copies() {
    let pages = (1...4).map { "Dezelfde brief.\nDezelfde zin\n\n- \($0) -" }
    let expected = (1...4).flatMap { _ in ["Dezelfde brief.", "Dezelfde zin"] }
    #expect(content(pages) == expected)
  }

  @Test("Pages without text, of one line, and a form feed at the end of the text")
  func odd() {
    #expect(content(["", "", ""]) == [])
    let largest = ["\(Int.max) trams", "\(Int.max) bussen", "\(Int.max - 1) trams", "0 trams"]
    #expect(content(largest) == largest)
    #expect(content([String(repeating: "1\u{0c}\u{0c}a\u{0c}", count: 2_000)]).count > 10)
    #expect(content(["Een regel"]) == ["Een regel"])
    #expect(content(["Een\u{0c}", "Twee"]) == ["Een", "Twee"])
    #expect(content(["Vlaams Parlement", "Vlaams Parlement", "Vlaams Parlement", ""]) != ["x"])
    let pages = ["Tekst van een", "", "Tekst van twee\n\n- 3 -", "Slot.\n\n- 4 -\n", ""]
    #expect(content(pages) == ["Tekst van een", "Tekst van twee", "Slot."])
  }

  @Test("Where a source says how its pages begin, it needs no form feeds")
  func pageStarts() {
    let texts = (1...4).map { ($0 == 1 ? "Bussen\n\n" : "") + Self.words[$0] }
    let pages = (1...4).map { "Vlaams Parlement\n\(texts[$0 - 1])\nblz. \($0)\n" }
    let starts = pages.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    let text = ExtractedText(bytes: Array(pages.joined().utf8), pageStarts: starts.dropLast())
    let found = PagedLines(text)
    #expect(found.content.filter { !$0.isBlank }.map(\.text) == written(texts))
    #expect(found.furniture.count == 8)
    for line in found.content {
      #expect(String(decoding: text.bytes[line.range], as: UTF8.self) == line.text)
    }
  }

  @Test("Two lines that head both pages belong to them; one that ends in a value does not")
  func headsOfTwoLines() {
    func pages(_ head: String) -> [String] {
      Self.words.prefix(2).map { "\(head)\n\n\($0)\n" }
    }
    let found = lines(pages("Onze referentie 4714486\nDatum 6 maart 2022"))
    #expect(found.furniture.count == 4)
    #expect(lines(pages("Gent 45")).furniture.isEmpty)
  }
}
