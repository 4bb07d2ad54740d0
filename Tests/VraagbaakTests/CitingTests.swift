import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Citations in text; what programs read of the other formats is checked with their parsers.
struct CitingTests {
  private func question(
    _ id: String = "a", number: String? = "230", date: String? = "2023-03-10",
    identifiers: [String] = [], title: String = "Trams.", askers: [Asker] = [],
    ministers: [Minister] = []
  ) -> WrittenQuestion {
    let passages = (1...2).map { page in
      Passage(
        kind: .subQuestion, label: "\(page)", text: "Wat?", place: .pages(page...(2 * page), 0..<4))
    }
    return WrittenQuestion(
      id: id, number: number, date: date.flatMap { CalendarDate($0) }, identifiers: identifiers,
      title: title, askers: askers, ministers: ministers,
      subQuestions: passages.map { SubQuestion(label: $0.label, passage: $0) },
      source: Source(path: "a.pdf", range: 0..<9))
  }

  private let rooy = Asker(name: "Sam Van Rooy", party: "VB")
  private let plas = Asker(name: "Van der Plas", party: "BBB")

  @Test("Each parliament has its own form")
  func forms() throws {
    let flemish = question(
      askers: [rooy],
      ministers: [Minister(name: "Zuhal Demir", role: "Vlaams minister van Justitie, Omgeving")])
    #expect(
      Citation(of: flemish).text
        == "Schriftelijke vraag nr. 230 van 10 maart 2023 van Sam Van Rooy aan Zuhal Demir, "
        + "Vlaams minister van Justitie, Omgeving, over Trams")
    let dutch = question(
      number: "1432", identifiers: ["ah-tk-20232024-1432"], askers: [plas],
      ministers: [Minister(role: "Minister van Landbouw"), Minister(role: "Minister van Werk")])
    #expect(
      Citation(of: dutch).text
        == "Kamervragen van het lid Van der Plas (BBB) aan de Minister van Landbouw en de Minister van "
        + "Werk over Trams, Aanhangsel Handelingen II 2023/24, nr. 1432")
    let open = question(number: nil, identifiers: ["2024Z11859"], askers: [plas, plas])
    #expect(
      Citation(of: open).text
        == "Kamervragen van de leden Van der Plas (BBB) en Van der Plas (BBB) over Trams, 2024Z11859, "
        + "ingezonden 10 maart 2023")
    let chamber = question(
      number: nil, identifiers: ["54-B109-2-0076-2016201700001"], askers: [rooy])
    #expect(
      Citation(of: chamber).text
        == "Vr. en Antw., Kamer, 2016-2017, nr. 54-109 (vraag nr. 76 van 10 maart 2023 van Sam Van Rooy "
        + "over Trams)")
    let whole = question(number: "54-B109-2-0076-2016201700001", askers: [rooy])
    #expect(Citation(of: whole).text == Citation(of: chamber).text)
    let european = question(number: "E-001234/2022", date: "2022", title: "", askers: [rooy])
    #expect(
      Citation(of: european).text == "Schriftelijke vraag E-001234/2022 van 2022 van Sam Van Rooy")
    #expect(Citation(of: question(number: nil, date: nil, title: "")).text == "Schriftelijke vraag")
  }

  @Test("A sub-question or a page is cited with its place, and only where there is one")
  func places() throws {
    let document = question(askers: [rooy])
    #expect(try Citation(of: document, place: "2").text.hasSuffix(" over Trams, vraag 2, p. 2-4"))
    #expect(try Citation(of: document, place: "page=3").text.hasSuffix(" over Trams, p. 3"))
    for place in ["3", "", "page=5", "page=0", "page=x", "page=99999999999999999999"] {
      #expect(throws: CitationError(document: "a", place: place)) {
        try Citation(of: document, place: place)
      }
    }
  }

  @Test("Keys are ASCII, and all different")
  func keys() {
    let documents = [
      question(askers: [Asker(name: "Ünal Çelik")]), question(askers: [Asker(name: "Ünal Çelik")]),
      question("b/é", number: nil, date: nil, askers: []), question("…", number: nil, date: nil),
    ]
    let keys = Citation.keys(of: documents.map { Citation(of: $0) })
    #expect(keys == ["celik2023-230", "celik2023-230-2", "be", "vraag"])
  }

  @Test("Text of documents steers neither lines nor fields of a format")
  func hostile() throws {
    let title = "a\r\nER  - \u{2028}TY  - }\u{202e}{ \\ %"
    let citations = [Citation(of: question(title: title, askers: [Asker(name: "X, and\nY, Z")]))]
    let ris = Citation.ris(citations)
    #expect(ris.split(separator: "\r\n").filter { $0.hasPrefix("ER") }.count == 1)
    #expect(ris.contains("TI  - a ER - TY - } { \\ %\r\n"))
    let tex = Citation.bibTeX(citations)
    #expect(tex.count { $0 == "{" } == tex.count { $0 == "}" })
    #expect(tex.contains("\\textbraceright{} \\textbraceleft{} \\textbackslash{} \\%"))
    #expect(Citation.csl(citations)[0].title == "a ER - TY - } { \\ %")
  }
}
