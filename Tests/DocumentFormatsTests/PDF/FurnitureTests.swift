import Extraction
import Testing

@testable import DocumentFormats

@Suite struct FurnitureTests {
  private func page(_ number: Int, _ question: String) -> Sheet {
    var sheet = Sheet()
    sheet.print(lines: ["Vraag \(number)", question], top: 40)
    sheet.print("Pagina \(number) van 3", left: 250, top: 750)
    return sheet
  }

  @Test func headingsAtTheTopOfPagesAreText() {
    let text = ExtractedText(page(1, "Is dat zo?"), page(2, "Waarom niet?"), page(3, "Kan dat?"))
    #expect(
      text.furniture.map(text.text) == ["Pagina 1 van 3", "Pagina 2 van 3", "Pagina 3 van 3"])
    #expect(text.paragraphs.filter { $0.hasPrefix("Vraag ") }.count == 3)
  }

  @Test func aColophonBesideTheFooterBelongsToThePage() {
    var sheet = Sheet()
    sheet.print("Vraag 1", left: 200, top: 100)
    sheet.print(
      lines: ["ah-tk-20232024-1", "ISSN 0921 - 7398", "’s-Gravenhage 2024"], left: 20, top: 736,
      size: 6)
    sheet.print("Tweede Kamer, Aanhangsel", left: 200, top: 748, size: 9)
    let text = ExtractedText(sheet)
    #expect(text.paragraphs == ["Vraag 1"])
    #expect(text.furniture.count == 4)
  }

  @Test func aSendersBlockBesideTheTextBelongsToThePage() {
    var sheet = Sheet()
    for row in 0..<8 {
      sheet.print(
        "Regel \(row) van de brief aan de Kamer over gemeenten en", top: 100 + Double(row) * 12)
    }
    sheet.print(
      lines: ["Postbus 20011", "Den Haag", "Datum", "3 juni 2024"], left: 430, top: 103, size: 6.5)
    let text = ExtractedText(sheet)
    #expect(text.furniture.map(text.text) == ["Postbus 20011", "Den Haag", "Datum", "3 juni 2024"])
    #expect(!text.paragraphs.joined().contains("Postbus"))
  }

  @Test func theImprintOfASinglePageMayStandCloseBelowNotes() {
    var sheet = Sheet()
    sheet.print("De vragen van de leden zijn eerder beantwoord, en wel", top: 88)
    sheet.print("in de brief die ik aan de Kamer heb gestuurd in 2023", top: 100)
    sheet.mark("1")
    sheet.print("1. Kamerstuk 36 410, nr. 8.", top: 717, size: 8)
    sheet.print(
      lines: ["ah-tk-20232024-1", "ISSN 0921 - 7398", "’s-Gravenhage 2024"], top: 740, size: 6)
    let text = ExtractedText(sheet)
    #expect(text.furniture.map(text.text).count == 3)
    #expect(text.notes.map { text.text($0.range) } == ["Kamerstuk 36 410, nr. 8."])
  }
}
