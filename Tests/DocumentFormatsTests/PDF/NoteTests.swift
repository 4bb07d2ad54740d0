import Extraction
import Testing

@testable import DocumentFormats

@Suite struct NoteTests {
  private func sheet() -> Sheet {
    var sheet = Sheet()
    sheet.print("In mijn brief van 2023", top: 100)
    sheet.mark("1")
    sheet.goOn("schreef ik over NIS2", space: 3)
    sheet.mark("2", spaceAfter: false)
    sheet.goOn(". Dat is 5 m", space: 0)
    sheet.mark("2", spaceAfter: false)
    sheet.goOn(". Ook CO", space: 0)
    sheet.mark("2", raised: false, spaceAfter: false)
    sheet.goOn("-uitstoot.", space: 0)
    return sheet
  }

  private func note(_ mark: String, _ text: String, top: Double, in sheet: inout Sheet) {
    sheet.print(mark, left: 100, top: top - 1.5, size: 4.5)
    sheet.print(text, left: 106, top: top, size: 7)
  }

  @Test func notesAreApartAndTheirMarksAreOutOfTheText() {
    var sheet = sheet()
    note("1", "Kamerstuk 36 410, nr. 8.", top: 640, in: &sheet)
    note("2", "Richtlijn over beveiliging.", top: 650, in: &sheet)
    let text = ExtractedText(sheet)
    #expect(
      text.paragraphs == [
        "In mijn brief van 2023 schreef ik over NIS2. Dat is 5 m². Ook CO₂-uitstoot."
      ])
    #expect(text.notes.map(\.mark) == ["1", "2"])
    #expect(
      text.notes.map { text.text($0.range) } == [
        "Kamerstuk 36 410, nr. 8.", "Richtlijn over beveiliging.",
      ])
    let before = text.notes.map { text.text(0..<($0.anchor ?? 0)).suffix(4) }
    #expect(before == ["2023", "NIS2"])
  }

  @Test func raisedDigitsWithoutANoteAreDigits() {
    #expect(
      ExtractedText(sheet()).paragraphs == [
        "In mijn brief van 2023¹ schreef ik over NIS2². Dat is 5 m². Ook CO₂-uitstoot."
      ])
  }

  @Test func aNoteGoesOnAtTheFootOfTheNextPage() {
    var first = sheet()
    note(
      "1", "Een lange noot die op deze bladzijde begint en op de volgende verder", top: 650,
      in: &first)
    var second = Sheet()
    second.print(lines: ["De tekst van de tweede bladzijde."], top: 40)
    second.print("gaat.", left: 106, top: 640, size: 7)
    note("2", "Een tweede.", top: 650, in: &second)
    let text = ExtractedText(first, second)
    #expect(text.notes.count == 2)
    #expect(
      text.notes.first.map { text.text($0.range).hasSuffix("volgende verder gaat.") } ?? false)
  }

  @Test func severalMarksInARow() {
    var sheet = Sheet()
    sheet.print("Dat staat in de stukken", top: 100)
    for mark in ["1,", "2", "en", "3"] { sheet.mark(mark) }
    sheet.goOn("over zorg.", space: 3)
    for (number, mark) in ["1", "2", "3"].enumerated() {
      note(mark, "Stuk \(mark) over de zorg.", top: 630 + Double(number) * 10, in: &sheet)
    }
    let text = ExtractedText(sheet)
    #expect(text.paragraphs == ["Dat staat in de stukken over zorg."])
    #expect(text.notes.allSatisfy { $0.anchor == 23 })
  }

  private func marked() -> Sheet {
    var sheet = Sheet()
    sheet.print("Dat heb ik geschreven in mijn brief van 2023", top: 100)
    sheet.mark("1")
    return sheet
  }

  @Test(arguments: ["1.", "1", "1)", "[1]"])
  func aNotesOwnNumberMayStandOnItsLine(mark: String) {
    var sheet = marked()
    sheet.print("\(mark) Kamerstuk 36 410, nr. 8.", top: 640, size: 7)
    let text = ExtractedText(sheet)
    #expect(text.paragraphs == ["Dat heb ik geschreven in mijn brief van 2023"])
    #expect(text.notes.map { text.text($0.range) } == ["Kamerstuk 36 410, nr. 8."])
    #expect(text.notes.first?.anchor != nil)
  }

  @Test func aNoteMayComePagesLater() {
    let first = marked()
    var second = Sheet()
    second.print("Op deze bladzijde staat geen noot.", top: 100)
    var third = Sheet()
    third.print("Op deze wel.", top: 100)
    third.print("1. Kamerstuk 36 410, nr. 8.", top: 640, size: 7)
    let text = ExtractedText(first, second, third)
    #expect(text.notes.map { text.text($0.range) } == ["Kamerstuk 36 410, nr. 8."])
    #expect(
      text.paragraphs.first?.hasPrefix("Dat heb ik geschreven in mijn brief van 2023|") ?? false)
  }

  @Test func numbersInSmallLettersWithoutAMarkAreText() {
    var sheet = Sheet()
    sheet.print("De maatregelen staan hieronder.", top: 100)
    sheet.print("1. Meer toezicht.", top: 640, size: 7)
    let text = ExtractedText(sheet)
    #expect(text.notes.isEmpty)
    #expect(text.paragraphs.last == "1. Meer toezicht.")
  }

  @Test func notesThatAreTheSameOnEachPageAreNotes() {
    let pages = (1...3).map { number in
      var sheet = Sheet()
      sheet.print(
        ["Eerst", "Toen", "Later"][number - 1] + " heb ik dat geschreven in een brief", top: 100)
      sheet.mark("1")
      sheet.print("1 Kamerstuk 36 410, nr. 8.", top: 640, size: 7)
      return sheet
    }
    let text = ExtractedText(pages[0], pages[1], pages[2])
    #expect(text.notes.count == 3)
    #expect(text.furniture.isEmpty)
  }
}
