import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// Text in which no form is found.
struct UnstructuredTests {
  private func read(_ text: String, path: SourcePath = "map/brief-7.txt") throws -> WrittenQuestion
  {
    try ReaderRegistry.standard.read(SourceRecord(path: path, bytes: Array(text.utf8)))
  }

  private static let paragraph = """
    De trams reden dit jaar tussen de art. 3 en nr. 5 bedoelde haltes, d.w.z. in het centrum. Volgens
    dhr. A. De Wit waren het er 1.250. Is dat veel? "Neen," zei hij.
    """

  @Test("The first lines are the title where they can be one, else the file's name is")
  func titles() throws {
    let text = "\n\n" + Self.paragraph
    #expect(try read("Verslag over de trams" + text).title == "Verslag over de trams")
    #expect(try read("Verslag over\nde trams" + text).title == "Verslag over de trams")
    #expect(try read("Verslag over de trams\n" + Self.paragraph).title == "Verslag over de trams")
    for start in ["Tweede Kamer der Staten-Generaal", "Een zin is geen titel.", "Vraag 1", "12/3"] {
      let question = try read(start + text)
      #expect(question.title == "brief-7")
      #expect(question.text.first?.text.hasPrefix(start) == true)
    }
    #expect(try read(Self.paragraph).title == "brief-7")
    #expect(try read("Alleen dit").text.map(\.text) == ["Alleen dit"])
  }

  @Test("Passages are whole sentences of one text, nothing is lost, and each stands in its place")
  func passages() throws {
    let text =
      (1...40).map { "Deel \($0). \(Self.paragraph)" + ($0 % 3 == 0 ? "\n\n" : "\n") }.joined()
    let question = try read(text)
    #expect(question.text.count > 10)
    #expect(question.passages == question.text && question.isUnstructured)
    let words = question.text.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
    #expect(words == text.split(whereSeparator: \.isWhitespace))
    for passage in question.text {
      #expect(passage.kind == .text && passage.label == nil)
      #expect(passage.text.utf8.count < 1_000)
      #expect(
        passage.text.hasPrefix("Deel") || passage.text.first?.isUppercase ?? false
          || passage.text.hasPrefix("\""), "\(passage.text)")
      #expect([".", "?", "\""].contains(passage.text.last), "\(passage.text)")
      for stop in ["art.", "nr.", "dhr.", "A.", "d.w.z."] { #expect(!passage.text.hasSuffix(stop)) }
      #expect(
        String(decoding: Array(text.utf8)[passage.place.range], as: UTF8.self) == passage.text)
    }
  }

  @Test("A sentence that goes on over blank lines and pages stays whole")
  func blankLines() throws {
    let words = (1...300).map { "woord\($0)" }.joined(separator: "\n\n")
    #expect(try read("Er zijn " + words + ".").text.count == 1)
    let pages = (1...4).map {
      "- \($0) -\n\n" + "Dit is zin \($0 * 7) over de trams,\nen dat\u{0c}"
    }
    let question = try read(pages.joined())
    #expect(question.text.count == 1)
    #expect(question.leftOut.map(\.text) == ["- 1 -", "- 2 -", "- 3 -", "- 4 -"])
  }

  @Test("Headings of questions and answers begin passages")
  func headings() throws {
    let text = "Vragen over trams\n\nVraag 1\nHoeveel?\nVraag 2\nWaar?\nAntwoord 1\nVier.\n"
    #expect(
      try read(text).text.map(\.text)
        == ["Vraag 1\nHoeveel?", "Vraag 2\nWaar?", "Antwoord 1\nVier."])
  }

  @Test("Text without ends is cut all the same, in time that grows with its length")
  func endless() throws {
    let rows = (0..<4_000).map { "Rij \($0) 12 13 14" }.joined(separator: "\n")
    #expect(try read(rows).text.allSatisfy { $0.text.utf8.count < 5_000 })
    let start = ContinuousClock.now
    let words = String(repeating: "woord ", count: 200_000)
    #expect(try read(words).text.allSatisfy { $0.text.utf8.count < 17_000 })
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
