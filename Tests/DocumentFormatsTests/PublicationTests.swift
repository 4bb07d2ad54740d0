import Extraction
import Testing

@testable import DocumentFormats

@Suite struct PublicationTests {
  @Test func aQuestionReadsAsItIsPrinted() throws {
    let text = try Extracted(
      """
      \n<?xml version="1.0" encoding="UTF-8"?>
      <officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord"
       content="https://zoek.officielebekendmakingen.nl/ah-tk-20232024-77-n1/metadata.xml"/></metadata>
      <kamervragen><kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023–2024</tekstregel>
      </kamervraagkop><kamervraagnummer>77</kamervraagnummer>
      <kamervraagomschrijving type="vraag">Vragen van het lid <naam><voorvoegsels>Van der</voorvoegsels>
       <achternaam>Laan</achternaam></naam> (<politiek>D66</politiek>) aan de <organisatie>Minister van
       Klimaat</organisatie> over <kamervraagonderwerp>wind</kamervraagonderwerp> (ingezonden
       <datum isodatum="2024-02-30">30 februari 2024</datum>).</kamervraagomschrijving>
      <kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>Jetten</achternaam>
       </naam> (Klimaat) (ontvangen <datum isodatum="2024-04-03">3 april 2024</datum>).</kamervraagomschrijving>
      <vraag><nr>1</nr><al>Kent u <nadruk type="cur">dit</nadruk>?<nootref refid="n1">1</nootref></al></vraag>
      <antwoord><nr>Antwoord 1</nr><al>Ja:</al><lijst><li><li.nr>a.</li.nr><al>een;</al></li><li>
       <li.nr>b.</li.nr><al>twee.</al></li></lijst><table><tgroup><tbody><row><entry>Jaar</entry>
       <entry><al>12</al></entry></row></tbody></tgroup></table></antwoord>
      <noot id="n1"><noot.nr>1</noot.nr><noot.al>NOS.</noot.al></noot></kamervragen></officiele-publicatie>
      """, "xml")
    #expect(
      text.lines == [
        "Vergaderjaar 2023–2024", "77",
        "Vragen van het lid Van der Laan (D66) aan de Minister van Klimaat over wind (ingezonden 30 februari 2024).",
        "Antwoord van Minister Jetten (Klimaat) (ontvangen 3 april 2024).", "Vraag 1",
        "Kent u dit?",
        "Antwoord 1", "Ja:", "a. een;", "b. twee.", "Jaar\t12",
      ])
    #expect(text.notes == [["1", "Kent u dit?", "NOS."]])
    let expected = [
      "identifier": "ah-tk-20232024-77-n1", "aanhangselNummer": "77", "vergaderjaar": "2023-2024",
      "indiener": "Van der Laan", "partij": "D66", "ontvanger": "Minister van Klimaat",
      "onderwerp": "wind", "beantwoorder": "Jetten", "datumOntvangst": "2024-04-03",
    ]
    for (name, value) in expected { #expect(text.properties(name) == [value], "\(name)") }
    #expect(text.properties("datumIndiening").isEmpty, "no February has 30 days")
  }

  @Test(arguments: [
    ("<nr>3</nr><al>Waarom?</al>", ["Vraag 3", "Waarom?"]),
    ("<nr>Vraag 3</nr><al>Waarom?</al>", ["Vraag 3", "Waarom?"]),
    ("<nr> 4, 5 en 6. </nr><al>Waarom?</al>", ["Vraag 4, 5 en 6", "Waarom?"]),
    ("<nr/><al>Waarom?</al>", ["Vraag 1", "Waarom?"]),
    ("<al>Vraag 3</al><al>Waarom?</al>", ["Vraag 3", "Waarom?"]),
    ("<al>3. Waarom?</al>", ["Vraag 3", "Waarom?"]),
    ("<al><nadruk type=\"vet\">Vraag 3</nadruk> Waarom?</al>", ["Vraag 3", "Waarom?"]),
    ("<al>3 miljoen waarom?</al>", ["Vraag 1", "3 miljoen waarom?"]),
    ("<nummer>3</nummer><al>Waarom?</al>", ["Vraag 3", "Waarom?"]),
  ])
  func questionsHaveHeadings(_ markup: String, _ lines: [String]) throws {
    let text = try Extracted("<kamervragen><vraag>\(markup)</vraag></kamervragen>", "xml")
    #expect(text.lines == lines)
  }

  @Test func answersWithoutNumbersGoByPlace() throws {
    func lines(_ parts: [String]) throws -> [String] {
      let body = parts.map { "<\($0)><al>x</al></\($0)>" }.joined()
      return try Extracted("<kamervragen>\(body)</kamervragen>", "xml").lines.filter { $0 != "x" }
    }
    #expect(
      try lines(["vraag", "vraag", "antwoord", "antwoord"]).suffix(2) == [
        "Antwoord 1", "Antwoord 2",
      ])
    #expect(try lines(["vraag", "vraag", "antwoord"]).last == "Antwoord 1, 2")
    #expect(
      try lines(["vraag", "kamervraagopmerking"]) == ["Vraag 1", "Mededeling"])
  }

  @Test func olderNamesMeanTheSame() throws {
    let text = try Extracted(
      """
      <kamervragen><nummer>2010Z01234</nummer><omschr>Vragen van het lid Jansen (SP).</omschr>
      <vragen><vraag><vraagnummer>1</vraagnummer><al>A?</al></vraag></vragen>
      <reactie><omschr>Antwoord van minister De Boer.</omschr><antwoord><nummer>1</nummer><al>B.</al></antwoord>
      </reactie><toelicht><al>Zie ook.</al></toelicht></kamervragen>
      """, "xml")
    #expect(
      text.lines == [
        "2010Z01234", "Vragen van het lid Jansen (SP).", "Vraag 1", "A?",
        "Antwoord van minister De Boer.",
        "Antwoord 1", "B.", "Toelichting", "Zie ook.",
      ])
    #expect(text.properties("vraagnummer") == ["2010Z01234"])
  }

  @Test func aHeadThatHasOnlyValuesBecomesASentence() throws {
    let text = try Extracted(
      """
      <kamervragen><kamervraagomschrijving type="vraag"><naam>Kops</naam> <politiek>PVV</politiek>
      <organisatie>Minister van Klimaat</organisatie> <kamervraagonderwerp>wind</kamervraagonderwerp>
      <datum isodatum="2024-01-02">2 januari 2024</datum></kamervraagomschrijving></kamervragen>
      """, "xml")
    #expect(
      text.lines == [
        "Vragen van het lid Kops (PVV) aan de Minister van Klimaat over wind (ingezonden 2 januari 2024)."
      ])
  }

  @Test func metadataIsProperties() throws {
    let text = try Extracted(
      """
      <metadata_gegevens><metadata name="OVERHEIDop.vraagnummer" scheme="" content="2024Z00123"/>
      <metadata name="OVERHEIDop.gebied" content="x"><metadata name="inner" content="y"/></metadata>
      </metadata_gegevens>
      """, "metadata-xml")
    #expect(text.whole.isEmpty)
    #expect(text.properties("OVERHEIDop.vraagnummer") == ["2024Z00123"])
    #expect(text.properties("inner") == ["y"])
  }

  @Test func otherXMLIsItsParagraphs() throws {
    let text = try Extracted("<a><b>een <c>twee</c></b><b><c>drie</c></b></a>", "xml")
    #expect(text.whole == "een twee\n\ndrie")
  }

  @Test func pagesSavedAsXMLAreHTML() throws {
    let page = "<!DOCTYPE html><html><body><p>Niet gevonden<br></body></html>"
    #expect(try Extracted(page, "xml").whole == "Niet gevonden")
  }
}
