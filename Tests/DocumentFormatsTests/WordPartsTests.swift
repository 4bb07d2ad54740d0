import Extraction
import TestSupport
import Testing

@testable import DocumentFormats

/// Lists, notes, headers and properties of Word documents.
@Suite struct WordPartsTests {
  private func item(_ text: String, list: Int, level: Int = 0) -> String {
    WordDocument.paragraph(
      text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  private static let numbering = """
    <w:abstractNum w:abstractNumId="0">\
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>\
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>\
    </w:abstractNum><w:abstractNum w:abstractNumId="1">\
    <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u{F0B7}"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/>\
    <w:pStyle w:val="Vraagkop"/><w:lvlText w:val="Vraag %1"/></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>\
    <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>\
    <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>\
    </w:lvlOverride></w:num>
    """

  @Test func listsHaveTheirNumbers() throws {
    var document = WordDocument(
      body: item("een", list: 1) + item("a", list: 1, level: 1) + item("b", list: 1, level: 1)
        + item("twee", list: 1) + item("c", list: 1, level: 1) + WordDocument.paragraph("tussen")
        + item("drie", list: 1) + item("punt", list: 2) + item("opnieuw", list: 4))
    document.numbering = Self.numbering
    let text = try Extracted(document.bytes, "docx")
    #expect(
      text.lines == [
        "1. een", "1.a) a", "1.b) b", "2. twee", "2.a) c", "tussen", "3. drie", "• punt",
        "1. opnieuw",
      ])
    #expect(text.whole.hasPrefix("1. een\n1.a) a\n1.b) b"), "items stand right below each other")
  }

  @Test func aStyleNumbersItsParagraphs() throws {
    var document = WordDocument(
      body: WordDocument.paragraph("", "<w:pStyle w:val=\"Vraagkop\"/>")
        + WordDocument.paragraph("Waarom?")
        + WordDocument.paragraph("", "<w:pStyle w:val=\"Vraagkop\"/>"))
    document.numbering = Self.numbering
    document.styles = """
      <w:style w:type="paragraph" w:styleId="Vraagkop"><w:name w:val="Vraagkop"/><w:pPr><w:numPr>\
      <w:numId w:val="3"/></w:numPr></w:pPr></w:style>
      """
    #expect(try Extracted(document.bytes, "docx").lines == ["Vraag 4", "Waarom?", "Vraag 5"])
  }

  @Test func notesAreKeptApart() throws {
    func reference(_ id: Int) -> String { "<w:r><w:footnoteReference w:id=\"\(id)\"/></w:r>" }
    var document = WordDocument(
      body: """
        <w:p><w:r><w:t>In 2023</w:t></w:r>\(reference(7))<w:r><w:t xml:space="preserve"> en</w:t></w:r>\
        <w:r><w:t>NIS2</w:t></w:r>\(reference(3)).<w:r><w:t>.</w:t></w:r></w:p>\
        <w:p><w:r><w:footnoteReference w:id="5" w:customMarkFollows="1"/><w:t>*</w:t></w:r>\
        <w:r><w:t>Zie</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>
        """)
    document.footnotes = """
      <w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>streep</w:t></w:r></w:p></w:footnote>\
      <w:footnote w:id="3">\(WordDocument.paragraph("tweede"))</w:footnote>\
      <w:footnote w:id="5">\(WordDocument.paragraph("ster"))</w:footnote>\
      <w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> eerste</w:t></w:r>\
      </w:p></w:footnote>
      """
    document.endnotes = "<w:endnote w:id=\"1\">\(WordDocument.paragraph("eind"))</w:endnote>"
    let text = try Extracted(document.bytes, "docx")
    #expect(text.lines == ["In 2023 enNIS2.", "Zie"])
    #expect(
      text.notes == [
        ["1", "In 2023", "eerste"], ["2", "In 2023 enNIS2", "tweede"],
        ["*", "In 2023 enNIS2.", "ster"],
        ["i", "Zie", "eind"],
      ])
  }

  @Test func headersAndFootersStandOnce() throws {
    var document = WordDocument(
      body: WordDocument.paragraph("brief") + """
        <w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header2"/>\
        <w:headerReference w:type="first" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>\
        <w:titlePg/></w:sectPr></w:pPr></w:p>\
        <w:sectPr><w:headerReference w:type="default" r:id="header3"/>\
        <w:headerReference w:type="first" r:id="header4"/></w:sectPr>
        """)
    document.pages = [
      ("header1", WordDocument.paragraph("Datum 25 juli 2024")),
      ("header2", WordDocument.paragraph("Vervolg")),
      ("header3", WordDocument.paragraph("Vervolg")),
      ("header4", WordDocument.paragraph("nergens")),
      ("footer1", WordDocument.paragraph("Pagina 1")),
    ]
    let text = try Extracted(document.bytes, "docx")
    #expect(text.furniture == ["Datum 25 juli 2024", "Vervolg", "Pagina 1"])
    #expect(text.lines == ["brief"])
  }

  @Test func propertiesAreNamed() throws {
    let parts =
      WordDocument(body: WordDocument.paragraph("x")).parts + [
        (
          "docProps/core.xml",
          "<c xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Brief  aan</dc:title><dc:x/></c>"
        ),
        ("docProps/custom.xml", "<c><property name=\"Kenmerk\"><v>5624406</v></property></c>"),
      ]
    let text = try Extracted(Archive.zip(parts), "docx")
    #expect(text.properties("title") == ["Brief aan"])
    #expect(text.properties("Kenmerk") == ["5624406"])
    #expect(text.text.properties.count == 2)
  }

  @Test(.enabled(if: SharedCorpus.directory != nil || SharedCorpus.isRequired))
  func realLettersKeepTheirHeadingsAndNotes() throws {
    for (number, labels, notes) in [(1, 15, 0), (2, 15, 2), (3, 16, 1), (4, 6, 1)] {
      let path = SharedCorpus.corpus("kamervragen/beantwoording-\(number).docx")
      let bytes = try #require(try SourceFile(path).rest())
      let text = try Extracted(bytes, "docx")
      let headings = text.lines.filter {
        $0.hasPrefix("Vraag ") || $0.hasPrefix("Antwoord op") || $0.hasPrefix("Antwoorden op")
      }
      #expect(headings.count == labels, "\(number): \(headings)")
      #expect(text.notes.count == notes)
      #expect(!text.whole.contains("DOCPROPERTY"))
      #expect(text.furniture.joined().contains("2024"))
    }
  }
}
