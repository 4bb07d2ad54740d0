import Extraction
import TestSupport
import Testing

@testable import DocumentFormats

@Suite struct PDFFormatTests {
  private func extract(_ pdf: HandmadePDF) throws -> ExtractedText {
    try PDFFormat.extract(pdf.bytes, options: [])
  }

  @Test func aFileGivesItsTextItsPagesAndItsTitle() throws {
    let text = try extract(
      HandmadePDF(pages: [
        HandmadePDF.content(["Vraag 1", "Is dat zo?"]), "",
        HandmadePDF.content(["Antwoord 1", "Ja."]),
      ]))
    #expect(text.paragraphs == ["Vraag 1", "Is dat zo?", "Antwoord 1", "Ja."])
    #expect(text.pageStarts.count == 3)
    #expect(text.properties.contains(.init("Title", "Een titel")))
    #expect(text.properties.contains(.init("PagesWithoutText", "2")))
  }

  @Test func aFileWithoutLettersSaysSo() {
    #expect(throws: ExtractionError.noText) {
      try extract(HandmadePDF(pages: ["0 0 100 100 re f"]))
    }
  }

  @Test func moreAreDeclaredThanAreRead() {
    #expect(throws: ExtractionError.self) {
      try extract(HandmadePDF(pages: [HandmadePDF.content(["x"])], count: 1_000_000))
    }
  }

  @Test func whatIsNoPDFIsRefused() {
    for bytes in [
      [], Array("%PDF-1.7\n".utf8), Array("geen pdf".utf8), [UInt8](repeating: 0, count: 999),
    ] {
      #expect(throws: ExtractionError.self) { try PDFFormat.extract(bytes, options: []) }
    }
  }

  @Test func damagedFilesAreReadOrRefused() throws {
    var generator = SeededGenerator()
    let sound = HandmadePDF(pages: [
      HandmadePDF.content(["Vraag 1", "Is dat zo?"]), HandmadePDF.content(["Antwoord 1", "Ja."]),
    ]).bytes
    for _ in 0..<200 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        bytes[.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(.random(in: 0..<bytes.count, using: &generator))
      }
      guard let text = try? PDFFormat.extract(bytes, options: []) else { continue }
      #expect(text.pageStarts.allSatisfy { $0 <= text.bytes.count }, "\(generator)")
    }
  }

  @Test func recognisedWordsHaveTheirPlaces() {
    let table = """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      4\t1\t1\t1\t1\t0\t100\t200\t300\t40\t-1\t
      5\t1\t1\t1\t1\t1\t100\t205\t120\t30\t96.5\tVraag
      5\t1\t1\t1\t1\t2\t240\t200\t20\t40\t91.0\t1
      5\t1\t1\t1\t2\t1\t100\t260\t20\t40\t3.0\t~
      """
    let words = RecognisedWords.words(table, scale: 0.24)
    #expect(words.map(\.text) == ["Vraag", "1"])
    #expect(words.first?.box.middle == words.last?.box.middle)
    #expect(words.first.map { abs($0.box.left - 24) < 0.01 } ?? false)
  }
}
