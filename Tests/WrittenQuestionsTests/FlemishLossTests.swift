import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// In the plain-text form nothing is lost: what is no property of the question is its text.
struct FlemishLossTests {
  private func read(_ text: String) throws -> WrittenQuestion {
    try ReaderRegistry.standard.read(
      SourceRecord(path: "documenten/vraag.txt", bytes: Array(text.utf8)))
  }

  private func text(_ question: WrittenQuestion) -> String {
    ([question.title] + question.passages.map(\.text)).joined(separator: "\n")
  }

  @Test("A title and an introduction with dates and numbers are text")
  func datesInText() throws {
    let question = try read(
      """
      SCHRIFTELIJKE VRAAG
      nr. 41
      van LOTTE DE KIMPE
      datum: 7 maart 2021
      aan WOUT SEGERS
      VLAAMS MINISTER VAN LANDBOUW

      Besluit van 9 juli 2018 - Pachtprijs, nr. 3

      Op 1 januari 2020 steeg de pacht.

      1. Hoeveel?

      2. Waarom?
      """)
    #expect(question.title == "Besluit van 9 juli 2018 - Pachtprijs, nr. 3")
    #expect(question.introduction?.text == "Op 1 januari 2020 steeg de pacht.")
    #expect(question.number == "41" && question.date?.description == "2021-03-07")
  }

  @Test(
    "What stands directly below the names is the answer's, unless the list of names goes on",
    arguments: [
      ("Op 2 mei 2020 kwam er een hek.\nWeg nr. 8 is dicht.", ["Lotte De Kimpe"]),
      ("NEEN", ["Lotte De Kimpe"]), ("GEEN CIJFERS", ["Lotte De Kimpe"]),
      ("van oordeel ben ik niet", ["Lotte De Kimpe"]),
      ("en PIM ROOS\nJAWEL", ["Lotte De Kimpe", "Pim Roos"]),
    ])
  func belowNames(lines: String, askers: [String]) throws {
    let question = try read(
      """
      Hekken

      1. Hoeveel hekken?

      WOUT SEGERS
      VLAAMS MINISTER VAN LANDBOUW

      ANTWOORD
      op vraag nr. 8 van 4 mei 2020
      van LOTTE DE KIMPE
      \(lines)

      1. Vier.
      """)
    #expect(question.askers.map(\.name) == askers)
    for line in lines.split(separator: "\n") where !line.hasPrefix("en ") {
      #expect(text(question).contains(line))
    }
  }

  @Test("A line of properties that says more stays")
  func moreThanProperties() throws {
    let question = try read(
      """
      SCHRIFTELIJKE VRAAG nr. 8 van Lotte De Kimpe over egels in tuinen

      1. Hoeveel egels?

      ANTWOORD
      op vraag nr. 8 van 4 mei 2020 over de dassen

      1. Vier.
      """)
    #expect(question.title == "over egels in tuinen")
    #expect(question.askers.map(\.name) == ["Lotte De Kimpe"])
    #expect(question.subQuestions.map(\.passage.text) == ["1. Hoeveel egels?"])
    #expect(question.references.isEmpty)
    #expect(text(question).contains("over de dassen"))
    #expect(question.number == "8" && question.date?.description == "2020-05-04")
    let two = try read(
      "Egels\n\nHoeveel?\n\nANTWOORD\nop de vragen nrs. 8 en 9 van 4 mei 2020\n\nVier.\n")
    #expect(two.number == "8" && text(two).contains("nrs. 8 en 9"))
    let other = try read(
      "SCHRIFTELIJKE VRAAG nr. 8\n\nEgels\n\nHoeveel?\n\nANTWOORD\nop vraag nr. 9 van 4 mei 2020\n\nVier.\n"
    )
    #expect(other.number == "8" && text(other).contains("nr. 9 van 4 mei 2020"))
  }

  @Test(
    "Rows in capitals that name no minister stay in the question",
    arguments: ["BRUGGE 12\nIEPER 13", "KMO", "RUNDVEE\nPLUIMVEE", "TOTAAL 2020 25"])
  func rows(_ rows: String) throws {
    for gap in ["\n", "\n\n"] {
      let question = try read(
        """
        Hekken

        1. Hoeveel hekken?

        2. Voor wie?
        \(rows)\(gap)WOUT SEGERS
        VLAAMS MINISTER VAN LANDBOUW,
        VISSERIJ EN NATUUR

        ANTWOORD
        op vraag nr. 8 van 4 mei 2020
        van LOTTE DE KIMPE

        1. Vier.
        """)
      #expect(text(question).contains(rows))
      #expect(
        question.ministers == [
          Minister(name: "Wout Segers", role: "Vlaams minister van landbouw, visserij en natuur")
        ])
    }
  }

  @Test("Names, ministers and the heading may be in small letters")
  func smallLetters() throws {
    let question = try read(
      """
      Schriftelijke vraag
      nr. 8
      van Lotte De Kimpe en Pim van der Roos
      datum: 4 mei 2020

      Hekken

      1. Hoeveel hekken?
      2. Aan welke wegen?

      Wout Segers
      Vlaams minister van Landbouw

      Antwoord
      op vraag nr. 8 van 4/5/2020
      van Lotte De Kimpe en Pim van der Roos

      1. Vier.
      2. Aan alle.
      """)
    #expect(question.title == "Hekken")
    #expect(question.askers.map(\.name) == ["Lotte De Kimpe", "Pim van der Roos"])
    #expect(question.ministers.map(\.name) == ["Wout Segers"])
    #expect(question.subQuestions.map(\.passage.text) == ["Hoeveel hekken?", "Aan welke wegen?"])
    #expect(question.answer.map(\.passage.text) == ["Vier.", "Aan alle."])
  }

  @Test(
    "Dates in figures are read, and names with an apostrophe are spelt",
    arguments: ["04/05/2020", "4.5.2020", "4-5-2020", "4 mei 2020"])
  func figures(date: String) throws {
    let question = try read(
      """
      Hekken

      Hoeveel?

      ANTWOORD
      op vraag nr. 1208 van \(date)
      van PIM VAN 'T VELD en AN D’HONDT-MAES

      Vier.
      """)
    #expect(question.date?.description == "2020-05-04" && question.number == "1208")
    #expect(question.askers.map(\.name) == ["Pim Van 't Veld", "An D’Hondt-Maes"])
  }

  @Test("A party in brackets is that of the name before it")
  func parties() throws {
    let question = try read(
      """
      Hekken

      Hoeveel?

      ANTWOORD
      op vraag nr. 8 van 4 mei 2020
      van PIM ROOS (Oranje Partij), AN MAES en LOTTE DE KIMPE (P-Q)

      Vier.
      """)
    #expect(
      question.askers == [
        Asker(name: "Pim Roos", party: "Oranje Partij"), Asker(name: "An Maes"),
        Asker(name: "Lotte De Kimpe", party: "P-Q"),
      ])
    #expect(question.answer.map(\.passage.text) == ["Vier."])
  }

  @Test("The word ANTWOORD in the question is not where the answer begins")
  func otherHeading() throws {
    let question = try read(
      """
      Hekken

      ANTWOORD

      van de vorige minister was kort.

      1. Hoeveel?
      2. Waar?

      ANTWOORD

      op vraag nr. 8 van 4 mei 2020

      van LOTTE DE KIMPE

      1. Vier.
      2. Hier.
      """)
    #expect(question.subQuestions.map(\.label) == ["1", "2"])
    #expect(question.answer.map(\.passage.text) == ["Vier.", "Hier."])
    #expect(question.askers.map(\.name) == ["Lotte De Kimpe"])
  }

  private static let signed = "WOUT SEGERS\nVLAAMS MINISTER VAN LANDBOUW\n"

  @Test(
    "Documents of another form are none",
    arguments: [
      "MOTIE VAN HET LID ROOS\n\nverzoekt de regering\n1. te tellen;\n2. te melden.\n\nROOS\nMINISTER\n",
      "Motie van het lid Roos\n\n1. Waarom?\n2. Hoe?\n\n" + signed,
      "PERSBERICHT\n\nEr komen hekken. Waarom?\n\n1. Wild\n2. Vee\n\n" + signed,
      "Wie wil er hekken?\n\n1. Meer hekken\n2. Minder wild\n\n" + signed,
      "Hekken voor iedereen\n\n1. Meer hekken\n2. Minder wild\n\n" + signed,
      "KONINKLIJK BESLUIT\nvan 4 mei 2020\n\n1. Een.\n2. Twee.\n\nFILIP\nDE MINISTER VAN LANDBOUW\nWOUT SEGERS\n",
      "GEMEENTERAAD VAN OUDENBURG\nAgenda van 4 mei 2020\n\n1. Hekken?\n\nANTWOORD\nvan SCHEPEN ROOS\n\nJa.\n",
      "Raad van Oudenburg\n\n1. Hekken?\n\nANTWOORD\nvan BURGEMEESTER ROOS\n\nJa.\n",
      "Interpellatie\nvan PIM ROOS\n\n1. Waarom?\n\nANTWOORD\nvan AN MAES\n\nJa.\n",
      "VRAAG OM UITLEG\nvan PIM ROOS\n\n1. Waarom?\n\n\(signed)\nANTWOORD\nop vraag nr. 8 van 4 mei 2020\nvan PIM ROOS\n\nJa.\n",
      "VLAAMS PARLEMENT\n\nVRAAG OM UITLEG\nvan PIM ROOS\n\n1. Waarom?\n\n\(signed)\nANTWOORD\nop vraag nr. 8 van 4 mei 2020\nvan PIM ROOS\n\nJa.\n",
      "Aan de Voorzitter van de Tweede Kamer\n\nWaarom?\n\n\(signed)\nANTWOORD\nop vragen nr. 2020Z0812\n\nJa.\n",
      "Verslag over hekken\n\n1. Hoeveel?\n\n\(signed)\nANTWOORD\n\n1. Vier.\n",
    ])
  func otherForms(text: String) throws {
    let record = SourceRecord(path: "a.txt", bytes: Array(text.utf8))
    #expect {
      try FlemishTextReader().parse(ExtractedText(bytes: record.bytes), of: record)
    } throws: { error in
      guard case .notAWrittenQuestion = (error as? ReadError)?.problem else { return false }
      return true
    }
    #expect(try read(text).isUnstructured)
  }

  @Test("A word for a form in the title does not make a question another form")
  func formInTitle() throws {
    for title in [
      "Decreet van 9 juli 2018 - Pacht", "Agenda Pachtwet", "Verslag over hekken",
      "Schriftelijke vraag nr. 3 van 5 mei 2019 - Gevolg",
    ] {
      let question = try read(
        "\(title)\n\nHoeveel?\n\n\(Self.signed)\nANTWOORD\nop vraag nr. 8 van 4 mei 2020\nvan PIM ROOS\n\nVier.\n"
      )
      #expect(question.title == title && !question.isUnstructured && question.number == "8")
    }
  }

  /// Words of the layout, which no field holds.
  private static let fixed: Set<String> = [
    "schriftelijke", "vraag", "nr", "van", "datum", "aan", "antwoord", "op", "en",
  ]

  @Test("Every word of a document is in a field, in a passage or one of the layout's own")
  func allWords() throws {
    var dice = SeededGenerator()
    let lines = [
      "Op 3 mei 2019 kwam lijn nr. 7.", "BTW", "GENT 12", "NEEN", "van JORIS over alles",
      "aan de rand van het bos", "Zie nr. 2024Z118.", "van 6 maart 2018 dateert dit",
      "Weg", "en zo meer", "datum onbekend", "DE MINISTER zegt iets", "Hier 1.200 keer?",
      "MEER\nMINDER", "van belang", "op vraag nr. 77 volgt niets", "van AN MAES (N-VA)",
      "van PIM ROOS, AN MAES",
      "7 mei 2016", "nr. 61", "datum: 8/9/2015", "en PIM ROOS",
      "BO CLAES\nVLAAMS MINISTER VAN ZORG",
      "Bo Claes\nVlaams minister van Zorg", "aan BO CLAES", "van Lotte Smet", "ANTWOORD",
      "nr. 12 en 13",
    ]
    func some() -> String {
      (0..<Int.random(in: 0...3, using: &dice)).map { _ in
        lines.randomElement(using: &dice).map { $0 + (Bool.random(using: &dice) ? "\n" : "\n\n") }
          ?? ""
      }.joined()
    }
    for _ in 0..<500 {
      let gap = Bool.random(using: &dice) ? "\n" : ""
      let header =
        Bool.random(using: &dice)
        ? "SCHRIFTELIJKE VRAAG\nnr. 5\nvan AN MAES\ndatum: 2 juni 2020\naan \(Self.signed)" : ""
      let text = """
        \(header)\(gap)\(some())Titel - Iets

        \(some())1. Hoeveel?
        \(some())2. Waarom?
        \(some())\(gap)\(Self.signed)
        ANTWOORD
        op vraag nr. 5 van 2 juni 2020
        van AN MAES
        \(some())\(gap)1. Vier.
        \(some())2. Daarom.
        \(some())
        """
      let question = try read(text)
      var found = Self.words(self.text(question)).union(Self.fixed)
      found.formUnion(
        Self.words(question.askers.flatMap { [$0.name, $0.party ?? ""] }.joined(separator: " ")))
      for minister in question.ministers {
        found.formUnion(Self.words("\(minister.name ?? "") \(minister.role ?? "")"))
      }
      found.formUnion(question.subQuestions.compactMap(\.label))
      found.formUnion(question.answer.flatMap(\.labels))
      found.formUnion(Self.words("\(question.number ?? "") \(question.date?.dutch ?? "")"))
      let lost = Self.words(text).subtracting(found)
      #expect(lost.isEmpty && !question.isUnstructured, "\(dice) lost \(lost) of:\n\(text)")
      if !lost.isEmpty { return }
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
