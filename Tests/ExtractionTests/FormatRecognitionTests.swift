import Extraction
import Testing

@Suite struct FormatRecognitionTests {
  /// What takes a file, and how surely.
  private func taker(_ name: String, _ head: [UInt8]) -> (name: String, sure: Recognition) {
    let sample = FileSample(name: name, head: head)
    let all = ChildExtractor.all.map { ($0.identity.name, $0.recognises(sample)) }
    let best = all.map(\.1).max() ?? .no
    return all.first { $0.1 == best } ?? ("", .no)
  }

  private static let zip: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
  private static let ole: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

  private static let utf16: [UInt8] =
    [0xff, 0xfe] + "<?xml version='1.0'?><a/>".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }

  private static let heads: [(String, [UInt8], String)] = [
    ("brief", zip + Array("[Content_Types].xml…word/document.xml".utf8), "docx"),
    ("brief.docx", zip + Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8), "odt"),
    ("brief.docx", Array("{\\rtf1\\ansi".utf8), "rtf"),
    ("brief.pdf", ole, "doc"),
    ("ah-tk.xml", Array("\u{feff} \n<!DOCTYPE html><html>".utf8), "html"),
    ("pagina", Array("<HTML lang=nl>".utf8), "html"),
    ("pagina.html", Array("<?xml version='1.0'?>\n<html xmlns='x'>".utf8), "html"),
    ("x", Array("<?xml version='1.0'?><officiele-publicatie>".utf8), "xml"),
    ("x", utf16, "xml"),
    ("x.xml", Array("<metadata_gegevens>".utf8), "metadata-xml"),
    ("x.xml", Array("<?xml version='1.0'?><owms-metadata>".utf8), "metadata-xml"),
  ]

  @Test(arguments: heads)
  func contentDecides(_ name: String, _ head: [UInt8], _ format: String) {
    let taker = taker(name, head)
    #expect(taker.name == format)
    #expect(taker.sure == .byContent)
  }

  @Test func namesDecideWhereContentSaysNothing() {
    for format in ["docx", "odt", "doc", "rtf", "html", "xml"] {
      let taker = taker("x.\(format)", Array("niets".utf8))
      #expect(taker.name == format)
      #expect(taker.sure == .byName)
    }
    #expect(taker("tabel.xls", Self.ole).sure == .no)
    #expect(taker("vraag.txt", Array("Is 1 < 2? <b>".utf8)).sure == .no)
  }
}
