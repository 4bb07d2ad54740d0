import Extraction
import TestSupport
import Testing

@testable import DocumentFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Against what a careful reader found in real files.
@Suite(.enabled(if: SharedCorpus.directory != nil || SharedCorpus.isRequired))
struct RealPDFTests {
  private struct Gold: Decodable {
    struct Document: Decodable {
      var file: String
      var questions: [Part]
      var answers: [Part]
      var footnotes: [Footnote]
      var lineBreaks: [LineBreak]?
    }
    struct Part: Decodable { var text: String }
    struct Footnote: Decodable {
      var marker: String
      var first: String
    }
    struct LineBreak: Decodable { var whole: String }
    var documents: [Document]
  }

  private static func letters(_ text: String) -> String {
    String(text.composed.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  @Test func everyPartNoteAndBrokenWordIsFound() throws {
    let directory = try #require(SharedCorpus.directory)
    let gold = try JSONDecoder().decode(
      Gold.self,
      from: Data(contentsOf: URL(filePath: directory + "/eval/documents-dev.json")))
    for document in gold.documents where document.file.hasSuffix(".pdf") {
      let path = SharedCorpus.corpus("kamervragen/" + document.file)
      let text = try PDFFormat.extract(
        Array(Data(contentsOf: URL(filePath: path))), options: [])
      let paragraphs = text.paragraphs.joined(separator: " ")
        .split(separator: "|", omittingEmptySubsequences: false).joined(separator: " ")
      let found = Self.letters(paragraphs)
      for part in document.questions + document.answers {
        #expect(
          found.contains(Self.letters(part.text)), "\(document.file): \(part.text.prefix(60))")
      }
      for word in document.lineBreaks ?? [] {
        #expect(text.whole.contains(word.whole.composed), "\(document.file): \(word.whole)")
      }
      #expect(text.notes.map(\.mark) == document.footnotes.map(\.marker), "\(document.file)")
      for (note, wanted) in zip(text.notes, document.footnotes) {
        #expect(
          Self.letters(text.text(note.range)).hasPrefix(Self.letters(wanted.first)),
          "\(document.file): \(wanted.first)")
        #expect(note.anchor != nil, "\(document.file): \(wanted.first)")
      }
    }
  }
}
