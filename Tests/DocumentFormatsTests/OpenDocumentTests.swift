import Extraction
import Testing

@testable import DocumentFormats

@Suite struct OpenDocumentTests {
  private static let names =
    ["office", "text", "style", "table", "manifest"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")
    + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""

  private func read(_ body: String, content: String = "", styles: String = "") throws -> Extracted {
    let root = "office:document-content"
    return try Extracted(
      Archive.zip([
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
          "content.xml",
          "<\(root) \(Self.names)><office:automatic-styles>\(content)</office:automatic-styles>"
            + "<office:body><office:text>\(body)</office:text></office:body></\(root)>"
        ),
        ("styles.xml", "<office:document-styles \(Self.names)>\(styles)</office:document-styles>"),
      ]), "odt")
  }

  @Test func paragraphsTabsBreaksAndChanges() throws {
    let text = try read(
      """
      <text:tracked-changes><text:p>weg</text:p></text:tracked-changes>
      <text:p>Datum<text:tab/>16  mei<text:s text:c="3"/>2024<text:line-break/>Betreft</text:p>
      <text:p>een<office:annotation><text:p>opmerking</text:p></office:annotation> twee</text:p>
      """)
    #expect(text.whole == "Datum\t16 mei 2024\nBetreft\n\neen twee")
  }

  @Test func listsHaveTheirNumbersAndGoOn() throws {
    let text = try read(
      """
      <text:list text:style-name="L" xml:id="een"><text:list-item><text:p>een</text:p>
      <text:list><text:list-item><text:p>diep</text:p></text:list-item></text:list></text:list-item></text:list>
      <text:p>tussen</text:p>
      <text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>twee</text:p>
      <text:p>nog</text:p></text:list-item><text:list-item text:start-value="7"><text:p>zeven</text:p>
      </text:list-item></text:list>
      <text:list text:style-name="L"><text:list-item><text:p>weer een</text:p></text:list-item></text:list>
      """,
      content: """
        <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"\
         style:num-suffix=")"/><text:list-level-style-number text:level="2" style:num-format="a"\
         style:num-suffix="." text:display-levels="2"/></text:list-style>
        """)
    #expect(
      text.lines == ["1) een", "1.a. diep", "tussen", "2) twee", "nog", "7) zeven", "1) weer een"])
  }

  @Test func notesStylesTablesAndBoxes() throws {
    let text = try read(
      """
      <text:p text:style-name="V">Vraag<text:note text:id="n"><text:note-citation>1</text:note-citation>\
      <text:note-body><text:p>NOS</text:p></text:note-body></text:note> 1</text:p>
      <text:p>m<text:span text:style-name="H">2</text:span> <text:span text:style-name="C">schuin</text:span>
      <draw:frame><draw:text-box><text:p>kader</text:p></draw:text-box></draw:frame></text:p>
      <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p>\
      </table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell>\
      </table:table-row></table:table-header-rows></table:table>
      """,
      content: """
        <style:style style:name="B" style:family="paragraph"><style:text-properties fo:font-weight="bold"/>\
        </style:style><style:style style:name="V" style:family="paragraph" style:parent-style-name="B"/>\
        <style:style style:name="H" style:family="text"><style:text-properties\
         style:text-position="super 58%"/></style:style><style:style style:name="C" style:family="text">\
        <style:text-properties fo:font-style="italic"/></style:style>
        """)
    #expect(text.lines == ["Vraag 1", "m² schuin", "kader", "a\t\tb"])
    #expect(text.notes == [["1", "Vraag", "NOS"]])
    #expect(text.styled(.bold) == ["Vraag 1"])
    #expect(text.styled(.italic) == ["schuin"])
  }

  @Test func headersBelongToPages() throws {
    let text = try read(
      "<text:p>brief</text:p>",
      styles: """
        <office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Datum</text:p>\
        </style:header><style:footer><text:p>Pagina</text:p></style:footer></style:master-page>\
        <style:master-page style:name="Ander"><style:header><text:p>nergens</text:p></style:header>\
        </style:master-page></office:master-styles>
        """)
    #expect(text.furniture == ["Datum", "Pagina"])
    #expect(text.lines == ["brief"])
  }

  @Test func aPasswordIsSaid() {
    let bytes = Archive.zip([
      (
        "META-INF/manifest.xml",
        "<manifest:manifest \(Self.names)><manifest:file-entry><manifest:encryption-data/>"
          + "</manifest:file-entry></manifest:manifest>"
      ), ("content.xml", "geheim"),
    ])
    #expect(throws: ExtractionError.encrypted) { try Extracted(bytes, "odt") }
  }
}
