import Extraction
import Testing

@testable import DocumentFormats

@Suite struct ParagraphTests {
  /// Lines that fill a column of 60 letters or end before it.
  private let lines = [
    "Bent u bekend met het bericht dat gemeenten tekorten hebben",
    "op de zorg voor jongeren in de eigen regio?",
    "Deelt u de mening dat daaraan nu iets gedaan moet worden, en dat",
    "het kabinet daarvoor geld moet vrijmaken dat er nog is?",
  ]

  @Test func aLineWithRoomForTheNextWordEndsAParagraph() {
    var sheet = Sheet()
    sheet.print(lines: lines, top: 100)
    #expect(
      ExtractedText(sheet).paragraphs == [
        lines[0] + " " + lines[1], lines[2] + " " + lines[3],
      ])
  }

  @Test func spaceEndsAParagraphWhoseLastLineIsFull() {
    var sheet = Sheet()
    sheet.print(lines: Array(lines[..<3]), top: 100)
    sheet.print(lines: ["Het kabinet heeft daarover nog geen standpunt ingenomen dat er"], top: 160)
    sheet.print(lines: ["nu ligt."], top: 172)
    #expect(ExtractedText(sheet).paragraphs.count == 3)
  }

  @Test func headingsOfQuestionsStandAlone() {
    var sheet = Sheet()
    sheet.print(lines: ["Vraag 3, 4 en 5"] + lines + ["Antwoord 3, 4 en 5", "Ja."], top: 100)
    let paragraphs = ExtractedText(sheet).paragraphs
    #expect(paragraphs.first == "Vraag 3, 4 en 5")
    #expect(paragraphs.suffix(2) == ["Antwoord 3, 4 en 5", "Ja."])
    #expect(!ParagraphBreaks.isHeading("Antwoord van Minister Jansen (Financiën)"))
    #expect(!ParagraphBreaks.isHeading("vraag 5"))
  }

  @Test func itemsOfAListStandOnTheirLines() {
    var sheet = Sheet()
    sheet.print("De maatregelen zijn:", top: 100)
    sheet.print("•", top: 112)
    sheet.print("meer toezicht op de aanbieders van zorg in de regio en ook", left: 115, top: 112)
    sheet.print("daarbuiten;", left: 115, top: 124)
    sheet.print("•", top: 136)
    sheet.print("minder regels.", left: 115, top: 136)
    #expect(
      ExtractedText(sheet).paragraphs == [
        "De maatregelen zijn:|• meer toezicht op de aanbieders van zorg in de regio en ook daarbuiten;"
          + "|• minder regels."
      ])
  }

  @Test func aParagraphGoesOnBehindThePagesEnd() {
    var first = Sheet()
    first.print(
      lines: [lines[0], lines[1], "De minister onderzoekt nu of het kabinet voor zorgaan-"],
      top: 600)
    first.print("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel", top: 750, size: 9)
    first.print("1", left: 450, top: 750, size: 9)
    var second = Sheet()
    second.print(lines: ["bieders een regeling kan treffen.", "Vraag 2", "Waarom niet?"], top: 40)
    second.print("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel", top: 750, size: 9)
    second.print("2", left: 450, top: 750, size: 9)
    let text = ExtractedText(first, second)
    #expect(
      text.paragraphs.contains(
        "De minister onderzoekt nu of het kabinet voor zorgaanbieders|een regeling kan treffen."))
    #expect(
      text.furniture.map(text.text) == [
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel", "1",
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel", "2",
      ])
    #expect(text.pageStarts.count == 2)
    #expect(text.text(text.pageStarts[1]..<text.bytes.count).hasPrefix("een regeling"))
  }

  @Test func emptyPagesHavePlaces() {
    var sheet = Sheet()
    sheet.print("Tekst.", top: 100)
    #expect(ExtractedText(sheet, Sheet(), sheet).pageStarts.count == 3)
  }

  @Test func boldLinesAloneAreHeadings() {
    var sheet = Sheet()
    sheet.print("Toekomst van de zorg", top: 76, style: .bold)
    sheet.print(lines: Array(lines[..<2]), top: 100)
    let text = ExtractedText(sheet)
    #expect(text.styles.map { text.text($0.range) } == ["Toekomst van de zorg"])
    #expect(text.styles.map(\.style) == [[.bold, .heading]])
  }

  @Test func stylesAreNamed() {
    var sheet = Sheet()
    sheet.print("Vraag over", top: 100)
    sheet.print("rekeninggluren bij banken", left: 160, top: 100, style: .italic)
    let text = ExtractedText(sheet)
    #expect(text.styles.map { text.text($0.range) } == ["rekeninggluren bij banken"])
    #expect(FontStyle.style(ofFont: "HCAGCO+Univers-Black") == .bold)
    #expect(FontStyle.style(ofFont: "ABCDEF+Frutiger-BoldItalic") == [.bold, .italic])
    #expect(FontStyle.style(ofFont: "Italia+Times-Roman") == [])
  }

  @Test func aHeadingEndsAFullLineWithoutAFullStop() {
    var sheet = Sheet()
    sheet.print(
      lines: [
        lines[2], "Vraag 1", lines[2], "Antwoord 1",
        "Zie ook mijn brief aan de leden van de Kamer, en het antwoord op", "Vraag 3",
      ],
      top: 100)
    let paragraphs = ExtractedText(sheet).paragraphs
    #expect(paragraphs.contains("Vraag 1") && paragraphs.contains("Antwoord 1"))
    #expect(!paragraphs.contains("Vraag 3"))
  }
}
