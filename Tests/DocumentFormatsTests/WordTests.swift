import Extraction
import Testing

@testable import DocumentFormats

@Suite struct WordTests {
  private func read(_ document: WordDocument) throws -> Extracted {
    try Extracted(document.bytes, "docx")
  }

  private func read(_ body: String) throws -> Extracted { try read(WordDocument(body: body)) }

  @Test func paragraphsAreLinesWithABlankOneBetween() throws {
    let text = try read(
      WordDocument.paragraph("Vraag 1") + "<w:p/>" + WordDocument.paragraph("Bent u  bekend ")
        + "<w:p/>")
    #expect(text.whole == "Vraag 1\n\nBent u bekend")
  }

  @Test func breaksEndLines() throws {
    let text = try read(
      "<w:p><w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:br w:type=\"page\"/></w:r>"
        + "<w:r><w:t>drie</w:t><w:br/><w:br/><w:t>vier</w:t><w:cr/></w:r></w:p>")
    #expect(text.whole == "een\ntwee\ndrie\n\nvier")
  }

  @Test func aRowOfATableIsALine() throws {
    func cell(_ text: String) -> String { "<w:tc>\(WordDocument.paragraph(text))</w:tc>" }
    let text = try read(
      WordDocument.paragraph("voor") + "<w:tbl><w:tr>\(cell("Jaar"))\(cell("Aantal"))</w:tr>"
        + "<w:tr>\(cell(""))<w:tc>\(WordDocument.paragraph("a"))\(WordDocument.paragraph("b"))</w:tc></w:tr>"
        + "</w:tbl>" + WordDocument.paragraph("na"))
    #expect(text.whole == "voor\n\nJaar\tAantal\n\ta b\n\nna")
  }

  @Test func aTableThatOnlyPlacesTextKeepsItsParagraphs() throws {
    let cell = (1...3).map { WordDocument.paragraph("alinea \($0)") }.joined()
    let text = try read("<w:tbl><w:tr><w:tc>\(cell)</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    #expect(text.lines == ["alinea 1", "alinea 2", "alinea 3"])
  }

  @Test func fieldsShowTheirResults() throws {
    let text = try read(
      """
      <w:p><w:r><w:t>op </w:t><w:fldChar w:fldCharType="begin"/><w:instrText> DOCPROPERTY woordmerk </w:instrText>\
      <w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText><w:fldChar w:fldCharType="separate"/>\
      <w:t>binnen</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>\
      <w:r><w:t>16 mei</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>\
      <w:fldSimple w:instr="DATE"><w:r><w:t> 2024</w:t></w:r></w:fldSimple></w:p>
      """)
    #expect(text.whole == "op 16 mei 2024")
  }

  @Test func aFieldThatDoesNotEndHidesNoOtherParagraph() throws {
    let text = try read(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r></w:p>"
        + WordDocument.paragraph("verder"))
    #expect(text.whole == "verder")
  }

  @Test func changesAreTaken() throws {
    let text = try read(
      """
      <w:p><w:r><w:t>niet </w:t></w:r><w:del><w:r><w:delText>oud</w:delText><w:t>oud</w:t></w:r></w:del>\
      <w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> weg</w:t></w:r></w:moveFrom></w:p>\
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>een</w:t></w:r></w:p>\
      <w:p><w:r><w:t> zin</w:t></w:r></w:p>
      """)
    #expect(text.whole == "niet nieuw\n\neen zin")
  }

  @Test func charactersGetTheirForms() throws {
    let text = try read(
      """
      <w:p><w:r><w:t>Kostic\u{301} e\u{AD}en\u{200B} CO</w:t></w:r>\
      <w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t xml:space="preserve"> m</w:t></w:r>\
      <w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>\
      <w:r><w:t xml:space="preserve"> NOS</w:t><w:noBreakHyphen/><w:t>bericht </w:t>\
      <w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>\
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>weg</w:t></w:r></w:p>
      """)
    #expect(text.whole == "Kostić een CO₂ m² NOS-bericht ≥✓")
  }

  @Test func lettersAreComposedAcrossRuns() throws {
    let text = try read(
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Yes</w:t></w:r><w:r><w:t>\u{327}ilgo\u{308}z</w:t></w:r></w:p>"
    )
    #expect(text.whole == "Yeşilgöz")
  }

  @Test func aTextBoxIsReadOnce() throws {
    let box = "<w:txbxContent>\(WordDocument.paragraph("Datum 25 juli 2024"))</w:txbxContent>"
    let text = try read(
      """
      <w:p><w:r><w:t>Geachte</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\
      \(box)</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback>\
      </mc:AlternateContent></w:r><w:r><w:t> voorzitter</w:t></w:r></w:p>
      """)
    #expect(text.whole == "Geachte voorzitter\n\nDatum 25 juli 2024")
  }

  @Test func stylesSayWhatIsBold() throws {
    var document = WordDocument(
      body: WordDocument.paragraph("Kop", "<w:pStyle w:val=\"K\"/>")
        + WordDocument.paragraph("half", "<w:pStyle w:val=\"K\"/>", run: "<w:rStyle w:val=\"V\"/>")
        + WordDocument.paragraph("cursief", run: "<w:i/><w:b w:val=\"0\"/>"))
    document.styles = """
      <w:style w:type="paragraph" w:styleId="B"><w:name w:val="basis"/><w:rPr><w:b/></w:rPr></w:style>\
      <w:style w:type="paragraph" w:styleId="K"><w:name w:val="heading 2"/><w:basedOn w:val="B"/></w:style>\
      <w:style w:type="character" w:styleId="V"><w:name w:val="vet"/><w:rPr><w:b/></w:rPr></w:style>
      """
    let text = try read(document)
    #expect(text.styled(.bold) == ["Kop"])
    #expect(text.styled(.heading) == ["Kop", "half"])
    #expect(text.styled(.italic) == ["cursief"])
  }

  @Test func theStrictFormIsReadToo() throws {
    var document = WordDocument(body: WordDocument.paragraph("streng"))
    document.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    #expect(try read(document).whole == "streng")
  }
}
