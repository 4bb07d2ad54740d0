import Testing

@testable import WrittenQuestions

/// Numbers inside running text, where line breaks are lost.
struct NumberingTests {
  private func structure(_ question: String, _ answer: String) -> Structure {
    var structure = Structure()
    structure.addQuestion(SourceText(field: "q", text: question), places: .sentences)
    structure.addAnswer(SourceText(field: "a", text: answer), places: .sentences)
    return structure
  }

  @Test(
    "Sub-questions in running text",
    arguments: [
      ("Inleiding. 1. Wat nu, en zo ja, hoe?2. Zou er iets veranderen?", ["1", "2"]),
      ("Vragen van Infrabel1. Is het waar? 2. Waarom?", ["1", "2"]),
      ("Op 3.4.2016 zei u iets. Artikel 1. De wet. Artikel 2. De raad. Klopt dat?", [nil]),
      ("Lijst: 1) appel 2) peer. 1. Waarom? 2. Hoe? 3. Wie?", ["1", "2", "3"]),
      ("1. a) Hoeveel? b) Waar? 2. Wie?", ["1a", "1b", "2"]),
      ("Er zijn 2. 500 gevallen. Hoeveel in 2017?", [nil]),
      ("1. Een? 3. Drie?", [nil]),
    ] as [(String, [String?])])
  func questions(_ text: String, _ labels: [String?]) {
    #expect(structure(text, "").subQuestions.map(\.label) == labels)
  }

  @Test(
    "Answer labels in the ways that ministries write them",
    arguments: [
      ("1-3.De raad kwam niet samen. 4. Neen.", ["1-3", "4"], [["1", "2", "3"], ["4"]]),
      ("1. en 2. Ja. 3 en 4. Neen.", ["1 en 2", "3 en 4"], [["1", "2"], ["3", "4"]]),
      ("1 tot 3. Ja. 4. Neen.", ["1 tot 3", "4"], [["1", "2", "3"], ["4"]]),
      ("1., 2. en 4. Ja. 3. Neen.", ["1, 2 en 4", "3"], [["1", "2", "4"], ["3"]]),
      ("Antwoord 1, 2 3 en 4 Ja.", ["1, 2 3 en 4"], [["1", "2", "3", "4"]]),
      ("Vraag 1 en 2: Ja. Vraag 3 en 4: Neen.", ["1 en 2", "3 en 4"], [["1", "2"], ["3", "4"]]),
      ("Vooraf dit. 1. Ja. 2. Neen.", [nil, "1", "2"], [[], ["1"], ["2"]]),
      ("Het bedrag is 4. 500 euro.", [nil], [[]]),
    ] as [(String, [String?], [[String]])])
  func answers(_ text: String, _ written: [String?], _ labels: [[String]]) {
    let structure = structure("1. Een? 2. Twee? 3. Drie? 4. Vier?", text)
    #expect(structure.answer.map(\.passage.label) == written)
    #expect(structure.answer.map(\.labels) == labels)
  }

  @Test("Numbers beyond those asked are a list inside the answer")
  func listInAnswer() {
    let structure = structure("1. Een? 2. Twee?", "1. Drie punten: 3. dit; 4. dat. 2. Neen.")
    #expect(structure.answer.map(\.labels) == [["1"], ["2"]])
  }

  @Test("Places are bytes of the field, and give the passage's text")
  func places() throws {
    let answer = "1. Geïnd: 5 euro. 2. Neen."
    let structure = structure("1. Eén? 2. Twee?", answer)
    for part in structure.answer {
      let bytes = Array(answer.utf8)[part.passage.place.range]
      #expect(String(decoding: bytes, as: UTF8.self) == part.passage.text)
      #expect(part.passage.place.field == "a")
    }
  }

  @Test(
    "References to other questions",
    arguments: [
      ("in mijn schriftelijke vraag nr. 181 van 7 \nfebruari 2022 over", "181", "2022-02-07"),
      ("parlementaire vraag nr.  1861 d.d. 10/03/2017.", "1861", "2017-03-10"),
      ("(vraag nr. 12)", "12", nil),
    ] as [(String, String, String?)])
  func references(_ text: String, _ number: String, _ date: String?) {
    let found = ReferenceFinder.references(in: text)
    #expect(found.map(\.number) == [number])
    #expect(found.map { $0.date?.description } == [date])
  }

  @Test("A page of the bulletin is no reference")
  func bulletin() {
    #expect(ReferenceFinder.references(in: "(Vragen en Antwoorden, Kamer, nr. 88)").isEmpty)
  }
}
