import Extraction
import Testing

@testable import DocumentFormats

@Suite struct OfficeTests {
  @Test(.enabled(if: Program("soffice") != nil, "LibreOffice is not installed"))
  func richTextIsReadByLibreOffice() throws {
    let source = "{\\rtf1\\ansi\\ansicpg1252 {\\b Vraag 1}\\par Waarom na\\'efef?\\par}"
    let text = try Extracted(source, "rtf")
    #expect(text.lines == ["Vraag 1", "Waarom naïef?"])
    #expect(text.styled(.bold) == ["Vraag 1"])
  }

  @Test(.enabled(if: Program("soffice") != nil, "LibreOffice is not installed"))
  func whatIsNoDocumentIsRefused() {
    let junk: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + Array("junk".utf8)
    #expect(throws: ExtractionError.malformed(reason: "LibreOffice does not read it")) {
      try Extracted(junk, "doc")
    }
  }

  @Test func aProgramThatIsNotInstalledIsNil() {
    #expect(Program("no-such-program-anywhere") == nil)
    #expect(Program("sh") != nil)
  }
}
