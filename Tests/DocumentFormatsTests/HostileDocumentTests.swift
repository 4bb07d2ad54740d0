import Extraction
import TestSupport
import Testing

@testable import DocumentFormats

/// Documents that are damaged, or made to hurt.
@Suite struct HostileDocumentTests {
  private func error(_ bytes: [UInt8], _ format: String) -> ExtractionError? {
    do {
      _ = try DocumentFormats.extract(bytes, format: format, options: [])
      return nil
    } catch {
      return error
    }
  }

  private func error(_ text: String, _ format: String) -> ExtractionError? {
    error(Array(text.utf8), format)
  }

  @Test func whatIsNotWellFormedSaysWhere() {
    #expect(
      error("<a>\n<b>een</a>", "xml")?.description.contains("line 2, column") ?? false)
  }

  @Test func entitiesAreNotExpanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]>"
    #expect(error(bomb + "<a>&y;</a>", "xml") != nil)
    #expect(
      error("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "xml") != nil)
  }

  @Test func depthIsLimited() {
    for (open, format) in [("<a>", "xml"), ("<div>", "html"), ("<ul><li>", "html")] {
      let deep = String(repeating: open, count: 20_000)
      #expect(error(deep, format)?.description.contains("deep") ?? false, "\(format)")
    }
  }

  @Test func archivesAreLimited() {
    let bomb = Archive.zip([("word/document.xml", String(repeating: " ", count: 49 << 20))])
    #expect(bomb.count < 1 << 20)
    if case .tooLarge = error(bomb, "docx") {} else { Issue.record("it was unpacked") }
    let many = Archive.zip((0...10_000).map { ("part\($0)", "") })
    #expect(error(many, "docx") != nil)
  }

  @Test func otherArchivesAndPasswordsAreSaid() {
    #expect(
      error(Archive.zip([("xl/workbook.xml", "<a/>")]), "docx")?.description.contains(
        "document.xml") ?? false)
    #expect(error(Archive.zip([("xl/workbook.xml", "<a/>")]), "odt") != nil)
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    #expect(
      error([0xd0, 0xcf, 0x11, 0xe0] + [UInt8](repeating: 0, count: 900) + name, "docx")
        == .encrypted)
  }

  @Test func damagedDocumentsEndInTextOrAnError() throws {
    var generator = SeededGenerator()
    let list = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>"
    var document = WordDocument(
      body: WordDocument.paragraph("een", list) + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
    )
    document.numbering = """
      <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%1.%2"/>\
      </w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      """
    document.footnotes = "<w:footnote w:id=\"1\">\(WordDocument.paragraph("noot"))</w:footnote>"
    let values = [
      "9223372036854775807", "-9223372036854775808", "-1", "0", "99999999999999999999", "x",
    ]
    for _ in 0..<200 {
      var parts = document.parts
      for index in parts.indices where Bool.random(using: &generator) {
        var pieces = parts[index].1.split(separator: "\"", omittingEmptySubsequences: false).map(
          String.init)
        let place = pieces.indices.randomElement(using: &generator) ?? 0
        if !pieces[place].contains("http") {
          pieces[place] = values.randomElement(using: &generator) ?? ""
        }
        parts[index].1 = pieces.joined(separator: "\"")
      }
      var bytes = Archive.zip(parts)
      if Int.random(in: 0..<4, using: &generator) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      guard let text = try? DocumentFormats.extract(bytes, format: "docx", options: []) else {
        continue
      }
      let places = text.notes.map(\.range) + text.furniture + text.styles.map(\.range)
      #expect(places.allSatisfy { $0.upperBound <= text.bytes.count }, "\(generator)")
    }
  }
}
