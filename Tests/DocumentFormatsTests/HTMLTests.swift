import Extraction
import TestSupport
import Testing

@testable import DocumentFormats

@Suite struct HTMLTests {
  @Test func blocksListsTablesAndStyles() throws {
    let text = try Extracted(
      """
      <!doctype html><html><head><title>Vraag 5</title><script>var x</script></head><body>
      <nav><a href=/>Home</a></nav><h2>Kop</h2><p>een <b>vet</b><br>twee<br><br>drie
      <ol start=3 type=a><li>c<li>d<ul><li>diep</ul></ol>
      <table><tr><th>A<th>B</tr><tr><td><p>1</p><td>2<br>3</tr></table>
      <p style="display: none">weg</p>m<sup>2</sup>&#150;&nbsp;<q>ja</q></body></html>
      """, "html")
    #expect(
      text.lines == [
        "Kop", "een vet", "twee", "drie", "c. c", "d. d", "• diep", "A\tB", "1\t2 3", "m²– “ja”",
      ])
    #expect(text.furniture == ["Home"])
    #expect(text.styled(.bold) == ["vet"])
    #expect(text.styled(.heading) == ["Kop"])
    #expect(text.properties("title") == ["Vraag 5"])
  }

  @Test func utf8IsUTF8WhateverThePageSays() throws {
    let page = "<html><head><meta charset=windows-1252></head><body>Oekraïne €</body></html>"
    #expect(try Extracted(page, "html").whole == "Oekraïne €")
  }

  @Test func conditionsInCommentsEndWithThem() throws {
    let page =
      "<head><!--[if gte mso 9]><xml><a>weg</a></xml><![endif]--></head><p>tekst<!--x--> na"
    #expect(try Extracted(page, "html").whole == "tekst na")
  }

  @Test(.enabled(if: SharedCorpus.directory != nil || SharedCorpus.isRequired))
  func realPagesKeepTheirText() throws {
    for (name, least) in [("commission-56-115", 150_000), ("plenary-56-62", 400_000)] {
      let path = SharedCorpus.corpus("forms/neighbours/\(name).html")
      let text = try Extracted(try #require(try SourceFile(path).rest()), "html")
      #expect(text.text.bytes.count > least)
    }
  }

  @Test func otherBytesAreReadAsThePageSays() throws {
    func page(_ charset: String) -> [UInt8] {
      Array("<meta charset=\"\(charset)\"><p>".utf8) + [0xe9, 0x73, 0xa4, 0x73, 0x80]
    }
    #expect(try Extracted(page("iso-8859-1"), "html").whole == "és¤s€")
    #expect(try Extracted(page("iso-8859-15"), "html").whole.hasPrefix("és€"))
  }

  @Test func notesOfWordAndOfOthers() throws {
    let text = try Extracted(
      """
      <p>Tekst<a href="#_ftn1" name="_ftnref1"><![if !supportFootnotes]>[1]<![endif]></a> verder
      <p>naast<sup><a href="#fn2" id="r2">2</a></sup>. Zie <a href="#deel2">2</a>.
      <div id=deel2><p>tekst</div>
      <div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> De noot.</p><p>Meer.</p></div>
      <ol><li id=fn2>Andere. <a href="#r2">↩</a></ol>
      """, "html")
    #expect(text.lines == ["Tekst verder", "naast. Zie 2.", "tekst"])
    #expect(text.notes == [["1", "Tekst", "De noot.\n\nMeer."], ["2", "naast", "Andere."]])
  }

  @Test func questionsOfTheOfficialSite() throws {
    let text = try Extracted(
      """
      <h1 class="kamervraagomschrijving_kop">Vragen van het lid Jansen (SP) over <i>melk</i>.</h1>
      <div class="vraag"><p class="nummer">1</p><p>Kent u dit?<a href="#n1"><sup>1</sup></a></p></div>
      <div class="antwoord"><h2 class="antwoord_kop">Antwoord 1</h2><p>Ja.</p></div>
      <div class="vraag"><h2>Vraag 2, 3</h2><p>A?</p><p>B?</p></div>
      <div class="antwoord"><p class="nummer">2 en 3.</p><p>Nee.</p></div>
      <div class="kamervraagopmerking"><p>Uitstel.</p></div>
      <div class="voet noot" id="n1"><p><sup>1</sup> NRC, «kop».</p></div>
      """, "html")
    #expect(
      text.lines == [
        "Vragen van het lid Jansen (SP) over melk.", "Vraag 1", "Kent u dit?", "Antwoord 1", "Ja.",
        "Vraag 2, 3", "A?", "B?", "Antwoord 2 en 3", "Nee.", "Mededeling", "Uitstel.",
      ])
    #expect(text.notes == [["1", "Kent u dit?", "NRC, «kop»."]])
  }

  @Test func headersAndFootersOfWordProcessorsBelongToPages() throws {
    let text = try Extracted(
      "<body><div title=\"header\"><p>Ministerie</p></div><p>Ja.</p><div title=\"footer\"><p>Pagina 1</p></div></body>",
      "html")
    #expect(text.lines == ["Ja."])
    #expect(text.furniture == ["Ministerie", "Pagina 1"])
  }
}
