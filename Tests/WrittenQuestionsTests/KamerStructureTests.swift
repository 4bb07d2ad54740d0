import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// Headings, and which answer belongs to which question.
struct KamerStructureTests {
  private func pairs(_ body: String) throws -> [String] {
    try Kamer.read(Kamer.aanhangsel(body)).pairs
  }

  @Test(
    "Headings and their labels",
    arguments: [
      ("Vraag 3", ["3"]), ("Vraag 3, 4 en 5", ["3", "4", "5"]),
      ("Vraag 7, 8, 9 10 en 11", ["7", "8", "9", "10", "11"]), ("Vraag 2 t/m 4", ["2", "3", "4"]),
      ("Antwoord op vragen 2 en 3", ["2", "3"]),
      ("Antwoorden op vraag 3, 4, 5, 9 en 10", ["3", "4", "5", "9", "10"]),
      ("Antwoord op vragen 7, 8, en 9", ["7", "8", "9"]),
      ("Antwoord vraag 4-7:", ["4", "5", "6", "7"]),
      ("Antwoord vragen 1,2,3,4 en 5", ["1", "2", "3", "4", "5"]),
      ("Antwoord op vraag 3 en vraag 8", ["3", "8"]),
      ("Vraag 3a", ["3a"]), ("Vraag 112", ["112"]),
      ("Antwoord op de vragen nrs. 2 en 3.", ["2", "3"]),
    ])
  func labels(line: String, labels: [String]) throws {
    let heading = try #require(KamerHeading(line))
    #expect(heading.labels?.labels == labels)
    #expect(heading.rest.isEmpty)
  }

  @Test(
    "Lines of text are no headings",
    arguments: [
      "Vraag 3 en 4 worden samen beantwoord.", "Vragen van het lid Bos",
      "Antwoord van Minister Vos (Defensie)",
      "Vraag en aanbod", "Antwoorden blijven uit", "Mededeling van Minister Vos",
      "Antwoord 2.5 miljoen",
      "vraag 3", "Toelichting op de begroting",
    ])
  func noHeadings(line: String) { #expect(KamerHeading(line) == nil) }

  @Test("The number of labels says into how many questions the text is parted")
  func joint() throws {
    #expect(
      try pairs(
        """
        Vraag 1, 2 en 3
        Deelt u de mening dat dit zo is? Zo nee, waarom niet?Welke kosten zijn er? Wie betaalt die?
        Kunt u de Kamer informeren?
        Antwoord 1, 2 en 3
        Ja.
        """) == [
          "1: Deelt u de mening dat dit zo is? Zo nee, waarom niet? > Ja.",
          "2: Welke kosten zijn er? Wie betaalt die? > Ja.", "3: Kunt u de Kamer informeren? > Ja.",
        ])
    let extracted = try Kamer.read(paragraphs: [
      "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).",
      "Vraag 1 en 2", "In de brief staat een bedrag. Klopt dat?",
      "Wat vindt u daarvan? Wat vindt u van de gevolgen? Erkent u de fout?", "Vraag 3 en 4",
      "Welke fout?\n- de eerste;\n- de tweede?", "Zo ja, welke?",
    ])
    #expect(
      extracted.subQuestions.map(\.passage.text) == [
        "In de brief staat een bedrag. Klopt dat?",
        "Wat vindt u daarvan? Wat vindt u van de gevolgen? Erkent u de fout?",
        "Welke fout?\n- de eerste;\n- de tweede?", "Zo ja, welke?",
      ])
  }

  @Test("A joint question that nothing parts keeps all its labels, and every answer to them")
  func whole() throws {
    #expect(
      try pairs("Vraag 1, 2 en 3\nDeelt u deze mening?\nAntwoord 1\nJa.\nAntwoord 2 en 3\nNee.")
        == ["1, 2 en 3: Deelt u deze mening? > Ja. | Nee."])
  }

  @Test("Answers stand out of order, answer several questions, or stand below one heading")
  func order() throws {
    #expect(
      try pairs(
        """
        Vraag 1
        Een?
        Antwoord 1
        A.
        Vraag 2
        Twee?
        Vraag 3
        Drie?
        Antwoord op vraag 3
        C.
        Vraag 4
        Vier?
        Antwoorden op vraag 2 en 4
        B, namelijk:
        1. het eerste;
        2. het tweede.
        """) == [
          "1: Een? > A.", "2: Twee? > B, namelijk:\n1. het eerste;\n2. het tweede.",
          "3: Drie? > C.",
          "4: Vier? > B, namelijk:\n1. het eerste;\n2. het tweede.",
        ])
    #expect(
      try pairs("Vraag 1\nVraag 2\nKlopt dit?\nWaarom?\nAntwoord 1 en 2\nJa.")
        == ["1: Klopt dit? > Ja.", "2: Waarom? > Ja."])
  }

  @Test("Numbers without a word: alone on a line, or before the question")
  func numbers() throws {
    #expect(
      try pairs("1\nEen?\n\nAntwoord\nA.\n\n2\nTwee?\n\nAntwoord\nB: 1. x; 2. y.")
        == ["1: Een? > A.", "2: Twee? > B: 1. x; 2. y."])
    #expect(
      try pairs(
        "1. Een?\n\nAntwoord vraag 1:\nA:\n1. iets;\n2. nog iets.\n\n2. Twee? Zo nee, waarom niet?\n\n3. Drie?\n\nAntwoord vraag 2-3:\nB."
      ) == [
        "1: Een? > A:\n1. iets;\n2. nog iets.", "2: Twee? Zo nee, waarom niet? > B.",
        "3: Drie? > B.",
      ])
    #expect(
      try pairs("Vraag 1: Klopt dit?\nAntwoord 1: Ja.\nVraag 2: Waarom?\nAntwoord 2: Daarom.")
        == ["1: Klopt dit? > Ja.", "2: Waarom? > Daarom."])
  }

  @Test("Answers without a heading: behind the question, or set in other letters")
  func withoutHeading() throws {
    #expect(
      try pairs("Vraag 1\nEen?\n\nA. Is dat alles?\nNee, want X.\n\nVraag 2\nTwee?\n\nB.")
        == ["1: Een? > A. Is dat alles?\nNee, want X.", "2: Twee? > B."])
    let paragraphs = [
      "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).",
      "Antwoord van Minister Vos (Defensie) (ontvangen 1 juni 2023).",
      "U schreef eerder over iets. Klopt dat?", "Ja, en waarom ook niet?", "Graag een toelichting.",
      "Die volgt.",
    ]
    var text = ExtractedText(bytes: Array(paragraphs.joined(separator: "\n\n").utf8))
    var start = 0
    for (index, paragraph) in paragraphs.enumerated() {
      if [2, 4].contains(index) {
        text.styles.append(.init(start..<(start + paragraph.utf8.count), .bold))
      }
      start += paragraph.utf8.count + 2
    }
    #expect(
      try Kamer.parse(text).pairs == [
        "1: U schreef eerder over iets. Klopt dat? > Ja, en waarom ook niet?",
        "2: Graag een toelichting. > Die volgt.",
      ])
  }

  @Test("Questions alone, each a paragraph, are numbered by their places")
  func unnumbered() throws {
    let question = try Kamer.read(
      """
      2024Z18885

      (ingezonden 20 november 2024)

      Vragen van het lid Bos (XY) aan de staatssecretaris van Defensie over kazernes

      Kent u het bericht? 1)

      Deelt u deze mening? Zo ja, waarom?

      Kunt u deze vragen spoedig beantwoorden?

      1) De Krant, 3 november 2024 (www.dekrant.nl/kazernes)
      """)
    #expect(question.number == "2024Z18885")
    #expect(question.date == CalendarDate(year: 2024, month: 11, day: 20))
    #expect(question.state == .open)
    #expect(
      question.pairs == [
        "1: Kent u het bericht? > ", "2: Deelt u deze mening? Zo ja, waarom? > ",
        "3: Kunt u deze vragen spoedig beantwoorden? > ",
      ])
    #expect(question.notes.map(\.anchor) == [Note.Anchor(passage: 0, offset: 19)])
  }

  @Test(
    "A notice delays, answers elsewhere, or tells that the questions are withdrawn",
    arguments: [
      (
        "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
        QuestionState.delayed
      ),
      ("De vragen zijn beantwoord in mijn brief van 7 juni 2023.", .answered),
      ("De vragen zijn door het lid ingetrokken.", .withdrawn),
    ])
  func notice(text: String, state: QuestionState) throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).\nMededeling van Minister Vos (Defensie) (ontvangen 1 juni 2023).",
        "Vraag 1\nWaarom?\nMededeling\n\(text)"))
    #expect(question.state == state)
    #expect(
      question.answered == (state == .answered ? CalendarDate(year: 2023, month: 6, day: 1) : nil))
    #expect(question.answer.map(\.labels) == [[]])
    #expect(question.answer.map(\.passage.text) == [text])
  }

  @Test(
    "A remark beside answers, or of nothing that an answer is, is a note and no state",
    arguments: [
      ("Zie ook Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 12.", true),
      ("Opmerking hier", true), ("De beantwoording vergde meer tijd.", true),
      ("Zie ook Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 12.", false),
    ])
  func remark(text: String, isAnswered: Bool) throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023)."
          + (isAnswered ? "\nAntwoord van Minister Vos (Defensie) (ontvangen 1 juni 2023)." : ""),
        "Mededeling\n\(text)\nVraag 1\nWaarom?\nVraag 2\nHoe?\n"
          + (isAnswered ? "Antwoord 1 en 2\nDaarom." : "")))
    #expect(question.state == (isAnswered ? .answered : .open))
    #expect(
      question.answered == (isAnswered ? CalendarDate(year: 2023, month: 6, day: 1) : nil))
    #expect(question.answer.map(\.passage.text) == (isAnswered ? ["Daarom."] : []))
    #expect(question.notes.map(\.passage.text) == [text])
  }

  @Test("Some questions are answered, and others later")
  func partly() throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).\nAntwoord van Minister Vos (Defensie) (ontvangen 1 juni 2023).",
        "Vraag 1\nWaarom?\nAntwoord 1\nDaarom.\nVraag 2\nHoe?\nMededeling\nHet antwoord volgt later."
      ))
    #expect(question.state == .delayed)
    #expect(question.answer.map(\.passage.text) == ["Daarom.", "Het antwoord volgt later."])
  }

  @Test("Who answers may stand behind the questions")
  func lateReply() throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        "Vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).",
        "Vraag 1\nWaarom?\nVraag 2\nHoe?\nAntwoord van Minister Vos (Defensie), mede namens de\nMinister van Financiën (ontvangen 1 juni 2023).\nAntwoord 1 en 2\nDaarom."
      ))
    #expect(question.answered == CalendarDate(year: 2023, month: 6, day: 1))
    #expect(question.ministers == [Minister(name: "Vos", role: "Minister van Defensie")])
    #expect(question.pairs == ["1: Waarom? > Daarom.", "2: Hoe? > Daarom."])
  }

  @Test("A delay alone says in its text who asked what")
  func delay() throws {
    let question = try Kamer.read(
      """
      AH 615
      2024Z17538
      Mededeling van staatssecretaris Vos (Defensie) (ontvangen 3 januari 2024)

      Op 16 december jl. hebben de leden Bos en Kaya (beiden XY) schriftelijke vragen gesteld aan de minister van Defensie en de staatssecretaris van Financiën over kazernes.

      De vragen kunnen niet binnen drie weken worden beantwoord.
      """)
    #expect(question.state == .delayed)
    #expect(question.date == CalendarDate(year: 2023, month: 12, day: 16))
    #expect(question.askers.map(\.party) == ["XY", "XY"])
    #expect(question.title == "kazernes")
    #expect(
      question.ministers.map(\.role) == ["Minister van Defensie", "Staatssecretaris van Financiën"])
    #expect(question.subQuestions.isEmpty && question.answer.count == 1)
  }

  @Test(
    "What names members, ministers and questions is not always a written question",
    arguments: [
      "Mondelinge vragen van het lid Bos (XY) aan de Minister van Defensie over iets (ingezonden 4 mei 2023)",
      "MOTIE VAN HET LID BOS\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\nverzoekt de regering vragen te beantwoorden?",
      "Aan de orde is het mondelinge vragenuur.\n\nVragen van het lid Bos aan de minister van Defensie over iets.",
      "Lijst van vragen en antwoorden\n\nVraag 1\n\nWaarom?\n\nAntwoord 1\n\nDaarom.",
      "Geachte voorzitter,\n\nDe vaste commissie stelde vragen aan de minister van Defensie.\n\nVraag 1\n\nWaarom?\n\nAntwoord 1\n\nDaarom.",
      "Vragen van het lid Bos (XY) aan de Minister van Defensie over a (ingezonden 4 mei 2023)\n\nVragen van het lid Kaya (Z) aan de Minister van Defensie over b (ingezonden 5 mei 2023)",
      "Titel\n\nVraag 1\n\nWaarom?", "",
    ])
  func neighbours(text: String) {
    guard case .notAWrittenQuestion = Kamer.refusal(text) else {
      Issue.record("taken: \(text)")
      return
    }
  }

  @Test("Numbers alone on their lines part an answer, whatever lists it holds")
  func numbersOfAnswers() throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        "1\nKent u dit?\n\n2\nKlopt het?\n\n3\nWat doet u?\n\nAntwoord\n\n1\nJa.\n\n2 en 3\nNee. Daarom:\n1. komt er geld;\n2. komt er toezicht."
      ))
    #expect(
      question.pairs == [
        "1: Kent u dit? > Ja.",
        "2: Klopt het? > Nee. Daarom:\n1. komt er geld;\n2. komt er toezicht.",
        "3: Wat doet u? > Nee. Daarom:\n1. komt er geld;\n2. komt er toezicht.",
      ])
    #expect(question.notes.isEmpty)
  }

  @Test("Headings of answers that follow each other share the text below the last one")
  func headingsWithoutText() throws {
    let question = try Kamer.read(
      Kamer.aanhangsel(
        "Vraag 1\nKent u dit?\nVraag 2\nKlopt het?\nAntwoord 1\nAntwoord 2\nJa, beide."))
    #expect(question.pairs == ["1: Kent u dit? > Ja, beide.", "2: Klopt het? > Ja, beide."])
  }

  @Test("Questions under one heading end in marks of notes too")
  func jointQuestionsWithMarks() throws {
    let question = try Kamer.read(
      paragraphs: Kamer.head.split(separator: "\n").map(String.init) + [
        "Vraag 1 en 2", "Kent u dit?1\nWat vindt u ervan?", "Antwoord 1 en 2", "Ja.",
      ])
    #expect(question.subQuestions.map(\.label) == ["1", "2"])
  }

  @Test(
    "Labels may be cells of a table",
    arguments: [
      ["1\tKent u dit?", "Antwoord\tJa.", "2\tWaarom?", "Antwoord\tDaarom."],
      ["Vraag 1\tKent u dit?", "Antwoord 1\tJa.", "Vraag 2\tWaarom?", "Antwoord 2\tDaarom."],
      ["Vraag 1 Kent u dit?\tAntwoord 1 Ja.", "Vraag 2 Waarom?\tAntwoord 2 Daarom."],
    ])
  func cells(rows: [String]) throws {
    let question = try Kamer.read(
      paragraphs: Kamer.head.split(separator: "\n").map(String.init) + [
        rows.joined(separator: "\n")
      ])
    #expect(question.pairs == ["1: Kent u dit? > Ja.", "2: Waarom? > Daarom."])
  }
}
