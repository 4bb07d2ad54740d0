import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// What varies in the plain-text form.
struct FlemishLayoutTests {
  private func read(_ text: String) throws -> WrittenQuestion {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> WrittenQuestion {
    try ReaderRegistry.standard.read(SourceRecord(path: "documenten/vraag-17.txt", bytes: bytes))
  }

  static let plain = """
    Fietspaden - Onderhoud

    De fietspaden langs de N9 liggen er slecht bij. In 2019-2020 werd
    10.000 euro besteed.

    1. Hoeveel kilometer werd hersteld in
    2. kwartaal 2021?

    3. Komt er meer geld?

    LIES VERMEULEN
    VLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN

    ANTWOORD
    op vraag nr. 17 van 3 mei 2021
    van JAN DE SMET

    1 en 2. Er werd 12 km hersteld.

    3. Ja.
    """

  @Test("Title, people, number, date and pairs come out of the plain form")
  func plainForm() throws {
    let question = try read(Self.plain)
    #expect(question.id == "vraag-17")
    #expect(question.title == "Fietspaden - Onderhoud")
    #expect(question.number == "17")
    #expect(question.date == CalendarDate(year: 2021, month: 5, day: 3))
    #expect(question.askers == [Asker(name: "Jan De Smet")])
    #expect(question.ministers.map(\.name) == ["Lies Vermeulen"])
    #expect(
      question.ministers.first?.role == "Vlaams minister van mobiliteit en openbare werken")
    #expect(question.answer.map(\.labels) == [["1", "2"], ["3"]])
    let last = try #require(question.subQuestions.last)
    #expect(question.counterparts(of: last.passage).map(\.text) == ["Ja."])
  }

  @Test("Paragraphs of a page are read as lines are: names and roles in a block, ANTWOORD below it")
  func paragraphs() throws {
    let paragraphs = Self.plain.split(separator: "\n\n", omittingEmptySubsequences: true).flatMap {
      $0.hasPrefix("LIES")
        ? $0.split(separator: "\n").map(String.init)
        : [$0.split(separator: "\n").joined(separator: $0.hasPrefix("ANTWOORD") ? "\n" : " ")]
    }
    for joint in ["\n\n", " "] {
      let text = paragraphs.joined(separator: "\n\n")
        .replacing("WERKEN\n\nANTWOORD", with: "WERKEN\(joint)ANTWOORD")
      let question = try ReaderRegistry.standard.parse(
        ExtractedText(bytes: Array(text.utf8)), of: SourceRecord(path: "17.pdf", bytes: [])
      ).question
      #expect(question.number == "17")
      #expect(question.askers == [Asker(name: "Jan De Smet")])
      #expect(
        question.ministers == [
          Minister(
            name: "Lies Vermeulen", role: "Vlaams minister van mobiliteit en openbare werken")
        ])
      #expect(question.answer.map(\.labels) == [["1", "2"], ["3"]])
    }
  }

  @Test("A question that has no answer yet")
  func unanswered() throws {
    let question = try read(
      """
      SCHRIFTELIJKE VRAAG
      nr. 88
      van MIA PEETERS
      datum: 4 juni 2022
      aan TOM JANSSENS
      VLAAMS MINISTER VAN WONEN

      Sociale woningen - Leegstand

      Veel woningen staan leeg.

      1. Hoeveel?

      2. Hoelang?
      """)
    #expect(question.answer.isEmpty)
    #expect(question.number == "88")
    #expect(question.date?.description == "2022-06-04")
    #expect(question.askers.map(\.name) == ["Mia Peeters"])
    #expect(
      question.ministers == [Minister(name: "Tom Janssens", role: "Vlaams minister van wonen")])
    #expect(question.title == "Sociale woningen - Leegstand")
    #expect(question.subQuestions.map(\.label) == ["1", "2"])
  }

  @Test("One question without a number is answered by the whole answer")
  func unnumbered() throws {
    let question = try read(
      """
      Dierenwelzijn

      Hoeveel katten werden opgevangen?

      AN MAES
      VLAAMS MINISTER VAN DIERENWELZIJN

      ANTWOORD
      op vraag nr. 5 van 1 maart 2020
      van BO CLAES

      Er werden 1.200 katten opgevangen.
      """)
    #expect(question.introduction == nil)
    #expect(question.subQuestions.map(\.label) == [nil])
    #expect(
      question.counterparts(of: question.subQuestions[0].passage).map(\.text)
        == ["Er werden 1.200 katten opgevangen."])
  }

  @Test("Letters inside a number are questions of their own")
  func letters() throws {
    let question = try read(
      """
      Zorg

      1. Hoeveel wachtenden zijn er:
      a) per provincie;
      b) per jaar?

      2. Wat doet de minister?

      ANTWOORD
      op vraag nr. 6 van 1 maart 2020
      van BO CLAES en EVA D'HAESE

      1. a) Zie tabel.
      b) Zie bijlage.

      2. Veel.
      """)
    #expect(question.subQuestions.map(\.label) == ["1", "1a", "1b", "2"])
    #expect(question.answer.map(\.labels) == [["1a"], ["1b"], ["2"]])
    #expect(question.askers.map(\.name) == ["Bo Claes", "Eva D'Haese"])
    let labels = question.subQuestions.map { sub in
      question.counterparts(of: sub.passage).map(\.text)
    }
    #expect(
      labels == [["Zie tabel.", "Zie bijlage."], ["Zie tabel."], ["Zie bijlage."], ["Veel."]])
  }

  @Test("Page headers, footers and form feeds are not part of a sentence")
  func pages() throws {
    let question = try read(
      """
      Energie - Zonnepanelen

      1. Hoeveel panelen zijn er
      geplaatst op

      Vlaams Parlement
      Pagina 1 van 3
      \u{0c}Vlaams Parlement

      scholen in 2020?

      2. En in

      Vlaams Parlement
      Pagina 2 van 3
      \u{0c}Vlaams Parlement

      2021?

      ANTWOORD
      op vraag nr. 9 van 2 april 2022
      van BO CLAES

      1-2. Dat wordt niet bijgehouden.
      """)
    let texts = question.subQuestions.map {
      $0.passage.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(texts == ["Hoeveel panelen zijn er geplaatst op scholen in 2020?", "En in 2021?"])
  }

  @Test(
    "Line ends and encodings make no difference",
    arguments: ["crlf", "utf8-mark", "utf16", "windows-1252"])
  func encodings(_ form: String) throws {
    let text = Self.plain.replacing("slecht bij", with: "slecht bij, geïnspecteerd – “nu”")
    let bytes: [UInt8] =
      switch form {
      case "crlf": Array(text.replacing("\n", with: "\r\n").utf8)
      case "utf8-mark": [0xef, 0xbb, 0xbf] + Array(text.utf8)
      case "utf16": [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
      default:
        text.unicodeScalars.map { scalar in
          ["–": 0x96, "“": 0x93, "”": 0x94][scalar] ?? UInt8(scalar.value)
        }
      }
    let question = try read(bytes)
    #expect(question.introduction?.text.contains("geïnspecteerd – “nu”") == true)
    #expect(question.number == "17")
    #expect(question.subQuestions.count == 3)
  }

  @Test("Numbers that begin a line are no questions when they do not ascend")
  func falseNumbers() throws {
    let question = try read(
      """
      Subsidies

      Het bedrag steeg van 5.000 naar
      10.000 euro, op
      3. maart 2020 en
      12. juni 2021.

      1. Klopt dat?

      2. Waarom?

      ANTWOORD
      op vraag nr. 10 van 2 april 2022
      van BO CLAES

      1. Ja, namelijk:
      2019. was een goed jaar.

      2. Daarom.
      """)
    #expect(question.subQuestions.map(\.label) == ["1", "2"])
    #expect(question.answer.map(\.labels) == [["1"], ["2"]])
  }

  @Test("An empty or binary file is refused with the reason")
  func refusals() {
    func problem(_ bytes: [UInt8]) -> ReadError.Problem? {
      do {
        _ = try read(bytes)
        return nil
      } catch {
        return (error as? ReadError)?.problem
      }
    }
    #expect(problem([]) == .empty)
    #expect(problem(Array(" \n\n".utf8)) == .empty)
    #expect(problem(Array("\u{0c}\n\u{0c}".utf8)) == .empty)
    #expect(problem([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]) == .binary)
  }

  @Test(
    "Text in another layout is refused, and what is missing is said",
    arguments: [
      "Zomaar een tekst.\n\nMet een alinea.", "Een lijst\n\n1. Hoeveel?\n\n2. Waarom?\n",
      "Vraag 1\nHoeveel?\nAntwoord 1\nVier.\n", "Trams\n\nHoeveel?\n\nAntwoord\n\nVier trams.\n",
      """
      Tweede Kamer der Staten-Generaal
      Vergaderjaar 2023–2024 Aanhangsel van de Handelingen
      Vragen van het lid Bakker (ABC) aan de Minister van Verkeer over trams (ingezonden
      3 mei 2024).
      Antwoord van Minister De Wit (Verkeer) (ontvangen 9 juni 2024).
      Vraag 1
      Kent u het bericht?
      Antwoord 1
      Ja, namelijk:
      1. het eerste;
      2. het tweede.
      """,
      """
      Vraag nr. 12 van de heer Bakker van 3 mei 2024 (N.):
      1. Hoeveel trams?
      2. Waarom?
      Antwoord van de minister van 9 juni 2024, op de vraag nr. 12:
      1. Vier.
      """,
    ])
  func otherForms(text: String) throws {
    let record = SourceRecord(path: "a.txt", bytes: Array(text.utf8))
    #expect {
      try FlemishTextReader().parse(ExtractedText(bytes: record.bytes), of: record)
    } throws: { error in
      guard case .notAWrittenQuestion(let missing) = (error as? ReadError)?.problem else {
        return false
      }
      return missing.contains("ANTWOORD")
    }
    // Of the House there is a reader of its own.
    guard !text.hasPrefix("Tweede Kamer") else { return }
    let question = try read(text)
    #expect(question.isUnstructured && question.subQuestions.isEmpty && question.answer.isEmpty)
  }

  @Test(
    "Each sign of the layout is proof enough",
    arguments: [
      "SCHRIFTELIJKE VRAAG\nnr. 5\n\nTrams\n\nHoeveel?\n",
      "Schriftelijke vraag nr. 5 van 3 mei 2022\n\nTrams\n\nHoeveel?\n",
      "Trams\n\nHoeveel?\n\nANTWOORD\nop vraag nr. 5 van 3 mei 2022\n\nVier.\n",
      "Trams\n\nHoeveel?\n\nANTWOORD\nvan AN MAES\n\nVier.\n",
      "Trams\n\nHoeveel?\n\nAN MAES\nVLAAMS MINISTER VAN VERKEER\n\nANTWOORD\n\nVier.\n",
      "Trams\n\n1. Hoeveel?\n\n2. Waar?\n\nAN MAES\nVLAAMS MINISTER VAN VERKEER\n",
    ])
  func signs(text: String) throws {
    let question = try read(text)
    #expect(question.title == "Trams" && !question.isUnstructured)
    #expect(question.subQuestions.first?.passage.text == "Hoeveel?")
  }

  @Test("What was taken out for the pages' sake is kept with its places")
  func leftOut() throws {
    let pages = [
      "SCHRIFTELIJKE VRAAG nr. 5\n\nTrams\n\n1. Hoeveel", "rijden er?\n\n2. Waar?", "En wie?",
    ]
    let text = pages.enumerated().map { "\($1)\n\nVlaams Parlement – blz. \($0 + 1)\n" }
      .joined(separator: "\u{0c}")
    let question = try read(text)
    #expect(question.leftOut.map(\.text) == (1...3).map { "Vlaams Parlement – blz. \($0)" })
    for line in question.leftOut {
      #expect(String(decoding: Array(text.utf8)[line.place.range], as: UTF8.self) == line.text)
    }
    #expect(
      question.subQuestions.map(\.passage.text) == ["Hoeveel\nrijden er?", "Waar?\n\nEn wie?"])
  }
}
