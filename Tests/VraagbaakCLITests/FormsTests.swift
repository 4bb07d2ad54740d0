import Foundation
import Testing

/// What the command says of documents without a known form, and of what belongs to pages.
struct FormsTests {
  @Test("Report, info, hits and document say what has no form and what was left out")
  func said() throws {
    let place = try Workplace()
    let pages = ["Verslag over trams\n\nIn Gent reden", "vier trams.\n\nDat is", "genoeg."]
    let text = pages.enumerated().map { page, text in
      text + "\n\nVlaams Parlement\nPagina \(page + 1) van 3\n"
    }
    try place.write("teksten/verslag.txt", text.joined(separator: "\u{0c}"))
    try place.write(
      "teksten/vraag.txt", "SCHRIFTELIJKE VRAAG nr. 5\n\nBussen\n\n1. Hoeveel?\n\n2. Waar?\n")
    let built = try place.shell("vraagbaak index --index ./ix --word-list /dev/null teksten")
    #expect(built.status == 0)
    #expect(built.output.contains("\n1 document without a known form, indexed as plain text\n"))
    #expect(
      built.output.contains("\n6 lines of page headers and footers left out of 1 document\n"))
    let info = try place.shell("vraagbaak info --index ./ix").output
    #expect(info.contains("documents  2, of which 1 without a known form, as plain text\n"))

    let found = try place.shell("vraagbaak search --index ./ix soort:tekst trams").output
    #expect(found.contains("geen bekende vorm") && found.contains("[verslag]"))
    let shown = try place.shell("vraagbaak show --index ./ix verslag").output
    #expect(shown.contains("In Gent reden"))
    #expect(shown.contains("Weggelaten van de bladzijden:\n    Vlaams Parlement (3 keer)\n"))
    #expect(shown.contains("    Pagina 3 van 3\n") && !shown.contains("Nog geen antwoord"))
    let other = try place.shell("vraagbaak show --index ./ix vraag").output
    #expect(!other.contains("Weggelaten") && !other.contains("geen bekende vorm"))

    try place.write("teksten/nog-een.txt", "Zomaar een tekst zonder vorm.\n")
    let update = try place.shell("vraagbaak update --index ./ix").output
    #expect(update.contains("\n1 document without a known form, indexed as plain text\n"))
    #expect(try place.shell("vraagbaak check --index ./ix").status == 0)
  }
}
