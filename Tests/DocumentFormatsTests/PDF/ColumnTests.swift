import Extraction
import Testing

@testable import DocumentFormats

@Suite struct ColumnTests {
  private let dutch = [
    "De minister heeft op de vraag over de", "gemeenten het antwoord gegeven dat er",
    "een onderzoek wordt gedaan naar de", "gevolgen van het beleid voor hen.",
  ]
  private let french = [
    "Le ministre a donné dans la réponse sur", "les communes une explication pour les",
    "conséquences de la politique et des coûts", "qui sont à la charge du pays.",
  ]

  @Test(arguments: [false, true]) func theDutchColumnIsReadFirst(isLeft: Bool) {
    var sheet = Sheet()
    sheet.print(lines: dutch + dutch, left: isLeft ? 40 : 300, top: 100)
    // Lines of two texts need not be as high.
    sheet.print(lines: french + french, left: isLeft ? 300 : 40, top: 104)
    let text = ExtractedText(sheet)
    let whole = dutch.joined(separator: " ")
    #expect(text.whole.hasPrefix(whole))
    #expect(text.foreign.count == 1)
    #expect(text.foreign.first.map(text.text)?.hasPrefix(french.joined(separator: " ")) ?? false)
  }

  @Test func columnsOfOneLanguageFollowEachOther() {
    var sheet = Sheet()
    sheet.print(
      lines: ["Een titel over de hele breedte van de bladzijde die over beide kolommen gaat"],
      left: 40, top: 80)
    sheet.print(lines: dutch, left: 40, top: 110)
    sheet.print(lines: dutch.reversed(), left: 300, top: 110)
    let text = ExtractedText(sheet)
    #expect(text.whole.contains(dutch.joined(separator: " ")))
    #expect(text.foreign.isEmpty)
  }

  private func row(_ cells: [String], top: Double, in sheet: inout Sheet) {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      sheet.print(cell, left: 100 + Double(column) * 110, top: top)
    }
  }

  @Test func rowsOfATableAreLines() {
    var sheet = Sheet()
    sheet.print("Bijgaande cijfers zijn aangeleverd door de politie en gemeenten:", top: 60)
    row(["Grond", "2021", "2022"], top: 90, in: &sheet)
    row(["Geslacht", "2", "3"], top: 102, in: &sheet)
    row(["Gerichtheid", "", "14"], top: 114, in: &sheet)
    sheet.print("Onder de tabel staat weer gewone tekst die breed is.", top: 150)
    #expect(
      ExtractedText(sheet).paragraphs[1]
        == "Grond\t2021\t2022|Geslacht\t2\t3|Gerichtheid\t\t14")
  }

  @Test func linesOfACellAreJoined() {
    var sheet = Sheet()
    row(["Provincie en", "Bedrag"], top: 90, in: &sheet)
    row(["omgevingen hier", ""], top: 102, in: &sheet)
    row(["Antwerpen", "12 euro"], top: 125, in: &sheet)
    row(["Limburg", "14 euro"], top: 148, in: &sheet)
    #expect(
      ExtractedText(sheet).paragraphs == [
        "Provincie en omgevingen hier\tBedrag|Antwerpen\t12 euro|Limburg\t14 euro"
      ])
  }

  @Test func labelsAreNoCells() {
    var sheet = Sheet()
    for number in 1...4 {
      sheet.print("\(number).", top: 80 + Double(number) * 12)
      sheet.print("Kan de minister dat zeggen?", left: 125, top: 80 + Double(number) * 12)
    }
    #expect(!ExtractedText(sheet).whole.contains("\t"))
  }

  @Test func rowsAreRowsWhereColumnsAreAsWideAsTheirWords() {
    var sheet = Sheet()
    for (number, cells) in [
      ["Jaar", "Aantal", "Klaar"], ["2021", "120.4", "99.87"], ["2022", "153.0", "12.01"],
    ].enumerated() {
      for (column, cell) in cells.enumerated() {
        sheet.print(cell, left: 100 + Double(column) * 45, top: 90 + Double(number) * 12)
      }
    }
    #expect(
      ExtractedText(sheet).paragraphs == [
        "Jaar\tAantal\tKlaar|2021\t120.4\t99.87|2022\t153.0\t12.01"
      ])
  }

  @Test func whatStandsBelowATableIsText() {
    var sheet = Sheet()
    row(["Jaar", "Aantal", "Klaar"], top: 90, in: &sheet)
    row(["2021", "1.204", "998"], top: 102, in: &sheet)
    row(["2022", "1.530", "1.201"], top: 114, in: &sheet)
    sheet.print("Dat is voorlopig.", top: 126)
    sheet.print("Vraag 2", top: 138)
    sheet.print("Waarom?", top: 150)
    #expect(ExtractedText(sheet).paragraphs.suffix(2) == ["Vraag 2", "Waarom?"])
    #expect(ExtractedText(sheet).whole.contains("\nDat is voorlopig."))
  }
}
