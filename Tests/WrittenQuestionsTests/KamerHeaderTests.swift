import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// The sentences above the questions.
struct KamerHeaderTests {
  private func header(_ head: String) throws -> WrittenQuestion {
    try Kamer.read(Kamer.aanhangsel(head, "Vraag 1\nWaarom?\nAntwoord 1\nDaarom."))
  }

  @Test("Number, session, dates and names of an Aanhangsel")
  func plain() throws {
    let question = try Kamer.read(Kamer.aanhangsel("Vraag 1\nWaarom?\nAntwoord 1\nDaarom."))
    #expect(question.number == "2871")
    #expect(question.session == "2022-2023")
    #expect(question.identifiers == ["ah-tk-20222023-2871"])
    #expect(question.title == "oefenterreinen")
    #expect(question.date == CalendarDate(year: 2023, month: 5, day: 4))
    #expect(question.answered == CalendarDate(year: 2023, month: 6, day: 1))
    #expect(question.state == .answered)
    #expect(question.askers == [Asker(name: "De Groot", party: "ABC")])
    #expect(question.ministers == [Minister(name: "Vos", role: "Minister van Defensie")])
    #expect(question.introduction == nil)
  }

  @Test(
    "Members with the parties that stand behind them",
    arguments: [
      ("het lid Van den Berg (XY)", ["Van den Berg/XY"]),
      ("de leden Bos en De Wit (beiden XY-Z)", ["Bos/XY-Z", "De Wit/XY-Z"]),
      (
        "de leden Bos , De Wit , Kaya (allen XY) en Ünal (Z66)",
        ["Bos/XY", "De Wit/XY", "Kaya/XY", "Ünal/Z66"]
      ),
      (
        "de leden Bos, De Wit (XY), Kaya (Z66) en Pot (Q)",
        ["Bos/XY", "De Wit/XY", "Kaya/Z66", "Pot/Q"]
      ),
      ("het lid Bos en De Wit(beiden XY)", ["Bos/XY", "De Wit/XY"]),
      ("het lid Kostic´ (PQ)", ["Kostić/PQ"]),
      ("het lid Inge de Wit (Nieuw Sociaal\nContract)", ["Inge de Wit/Nieuw Sociaal Contract"]),
      ("het lid Bos c.s. (XY)", ["Bos/XY"]),
    ])
  func askers(written: String, expected: [String]) throws {
    let question = try header(
      "Vragen van \(written) aan de Minister van Defensie over iets (ingezonden 4 mei 2023).")
    #expect(question.askers.map { "\($0.name)/\($0.party ?? "-")" } == expected)
  }

  @Test(
    "Ministers, whose departments hold commas and \"en\"",
    arguments: [
      (
        "de Minister van Onderwijs, Cultuur en Wetenschap",
        ["Minister van Onderwijs, Cultuur en Wetenschap"]
      ),
      (
        "de Staatssecretaris en de Minister van Volksgezondheid, Welzijn en Sport",
        [
          "Staatssecretaris van Volksgezondheid, Welzijn en Sport",
          "Minister van Volksgezondheid, Welzijn en Sport",
        ]
      ),
      (
        "de Ministers van Financiën en voor Buitenlandse Handel en Ontwikkelingshulp",
        ["Minister van Financiën", "Minister voor Buitenlandse Handel en Ontwikkelingshulp"]
      ),
      (
        "de Ministers van Economische Zaken en van Klimaaten Groene Groei en de Staatssecretaris van Infrastructuur en Waterstaat",
        [
          "Minister van Economische Zaken", "Minister van Klimaat en Groene Groei",
          "Staatssecretaris van Infrastructuur en Waterstaat",
        ]
      ),
      (
        "de Ministers van Buitenlandse Zaken, van Justitie en Veiligheid en van Asiel en migratie",
        [
          "Minister van Buitenlandse Zaken", "Minister van Justitie en Veiligheid",
          "Minister van Asiel en Migratie",
        ]
      ),
      (
        "de Ministers van Financiën, Defensie en Sociale Zaken en Werkgelegenheid",
        [
          "Minister van Financiën", "Minister van Defensie",
          "Minister van Sociale Zaken en Werkgelegenheid",
        ]
      ),
      (
        "de Minister van Defensie en de Minister en Staatssecretaris van Economische Zaken en Klimaat",
        [
          "Minister van Defensie", "Minister van Economische Zaken en Klimaat",
          "Staatssecretaris van Economische Zaken en Klimaat",
        ]
      ),
      (
        "de Minister-President, Minister van Algemene Zaken en de Minister van Defensie",
        ["Minister-President", "Minister van Defensie"]
      ),
      ("de Minister van Ruimtevaart en Sterrenkunde", ["Minister van Ruimtevaart en Sterrenkunde"]),
      (
        "de Staatsecretaris van Financiën – Toeslagen en Douane",
        ["Staatssecretaris van Financiën – Toeslagen en Douane"]
      ),
    ])
  func ministers(written: String, expected: [String]) throws {
    let question = try header(
      "Vragen van het lid Bos (XY) aan \(written) over iets (ingezonden 4 mei 2023).")
    #expect(question.ministers.map(\.role) == expected)
    #expect(question.title == "iets")
  }

  @Test("Who answers gives the name to the office that was asked")
  func names() throws {
    let question = try header(
      """
      Vragen van het lid Bos (XY) aan de Ministers van Defensie en van Financiën en de
      Staatssecretaris van Financiën over kazernes (zie ook «Het Bericht» over «kazernes»)
      (ingezonden 4 mei 2023).
      Antwoord van Staatssecretaris De Vries (Financiën – Fiscaliteit en
      Belastingdienst), mede namens de Minister van Defensie (ontvangen
      1 juni 2023). Zie ook Aanhangsel Handelingen, vergaderjaar 2022–2023,
      nr. 2222.
      """)
    #expect(
      question.ministers == [
        Minister(name: nil, role: "Minister van Defensie"),
        Minister(name: nil, role: "Minister van Financiën"),
        Minister(name: "De Vries", role: "Staatssecretaris van Financiën"),
      ])
    #expect(question.title == "kazernes (zie ook «Het Bericht» over «kazernes»)")
    #expect(question.answered == CalendarDate(year: 2023, month: 6, day: 1))
    #expect(question.references == [Reference(number: "ah-tk-20222023-2222")])
    #expect(question.introduction == nil)
  }

  @Test("A title may speak of an answer, and words are glued where lines ended")
  func titles() throws {
    let question = try header(
      "Vragen van het lid Bos (XY) aan de Minister van Volksgezondheid, Welzijn en Sportover het Antwoord van Minister Vos op vragen (ingezonden 4 mei 2023)\nAntwoord van Minister Vos (Volksgezondheid, Welzijn en Sport) (ontvangen (ontvangen 1 juni 2023)."
    )
    #expect(question.title == "het Antwoord van Minister Vos op vragen")
    #expect(question.ministers.map(\.name) == ["Vos"])
    #expect(question.answered == CalendarDate(year: 2023, month: 6, day: 1))
  }

  @Test("A document with the number, the question's number and the answering minister alone")
  func answerAlone() throws {
    let question = try Kamer.read(
      """
      AH 604
      2024Z18294
      Antwoord van minister Vos (Buitenlandse Handel en Ontwikkelingshulp), mede namens de minister van Financiën (ontvangen 20 november 2024)

      Vraag 1
      Waarom?

      Antwoord op vraag 1
      Daarom.
      """)
    #expect(question.number == "604")
    #expect(question.identifiers == ["2024Z18294", "ah-tk-20242025-604"])
    #expect(question.session == "2024-2025")
    #expect(
      question.ministers == [
        Minister(name: "Vos", role: "Minister voor Buitenlandse Handel en Ontwikkelingshulp")
      ])
    #expect(question.pairs == ["1: Waarom? > Daarom."])
  }

  @Test("A letter says who asked in its sentences, and when in its head")
  func letter() throws {
    let question = try Kamer.read(paragraphs: [
      "> Retouradres Postbus 1 2500 AA Den Haag", "Datum\t16 mei 2024",
      "Onderwerp\tBeantwoording Kamervragen van de leden Bos en Kaya (XY) over fietsen op kazernes",
      "Ons kenmerk", "5401166",
      "In antwoord op uw brief van 8 maart 2024, nr. 2024Z04321, deel ik u mede dat de vragen van de leden Bos en Kaya (XY) aan de ministers van Defensie en Financiën over fietsen op kazernes worden beantwoord zoals aangegeven in de bijlage van deze brief.",
      "De minister van Defensie,", "A.B. de Vos-Pauwels",
      "Antwoorden van de minister van Defensie op Kamervragen",
      "van de leden Bos en Kaya (XY) over het fietsen op kazernes.", "Vraag 1",
      "Mag het? 1)", "Antwoord op vraag 1", "Ja.", "1) De Krant, 7 maart 2024",
    ])
    #expect(question.number == "2024Z04321")
    #expect(question.identifiers == ["2024Z04321", "5401166"])
    #expect(question.title == "het fietsen op kazernes")
    #expect(question.date == CalendarDate(year: 2024, month: 3, day: 8))
    #expect(question.answered == CalendarDate(year: 2024, month: 5, day: 16))
    #expect(question.askers == [Asker(name: "Bos", party: "XY"), Asker(name: "Kaya", party: "XY")])
    #expect(
      question.ministers == [
        Minister(name: "A.B. de Vos-Pauwels", role: "Minister van Defensie"),
        Minister(name: nil, role: "Minister van Financiën"),
      ])
    #expect(question.pairs == ["1: Mag het? > Ja."])
    #expect(question.notes.map(\.passage.text) == ["De Krant, 7 maart 2024"])
    #expect(question.notes.first?.anchor == Note.Anchor(passage: 0, offset: 8))
    #expect(question.introduction == nil)
    #expect(question.leftOut.contains { $0.text.hasPrefix("> Retouradres") })
  }

  @Test(
    "Ministries cover their answers with letters of their own",
    arguments: [
      """
      Geachte Voorzitter,

      Hierbij stuur ik u de antwoorden op de vragen van het lid Bos (XY) over fietsen op kazernes (kenmerk 2023Z01234, ingezonden op 3 februari 2023).

      Anna de Vos-Pauwels
      Minister van Defensie
      """,
      """
      Den Haag, 1 maart 2023

      Geachte voorzitter,

      Hierbij zend ik u, mede namens de staatssecretaris van Financiën, de antwoorden op de Kamervragen.

      Hoogachtend,

      de minister van Defensie,

      Anna de Vos-Pauwels

      Antwoorden op Kamervragen van het Kamerlid Bos (XY) over fietsen op kazernes. (2023Z01234, ingezonden 3 februari 2023)
      """,
      """
      Datum 1 maart 2023

      Hierbij bied ik u de antwoorden aan op onderstaande vragen.

      De minister van Defensie,

      Anna de Vos-Pauwels

      2023Z01234

      Vragen van het lid Bos (XY) aan de minister van Defensie over fietsen op kazernes (ingezonden 3 februari 2023)
      """,
    ])
  func letters(text: String) throws {
    let question = try Kamer.read(
      text + "\n\n1\nMag het?\n\nAntwoord\nJa.\n\n2\nHoe?\n\nAntwoord\nZo.\n")
    #expect(question.number == "2023Z01234")
    #expect(question.title == "fietsen op kazernes")
    #expect(question.askers == [Asker(name: "Bos", party: "XY")])
    #expect(
      question.ministers == [Minister(name: "Anna de Vos-Pauwels", role: "Minister van Defensie")])
    #expect(question.date == CalendarDate(year: 2023, month: 2, day: 3))
    #expect(question.pairs == ["1: Mag het? > Ja.", "2: Hoe? > Zo."])
    #expect(
      text.hasPrefix("Geachte") || question.answered == CalendarDate(year: 2023, month: 3, day: 1))
  }

  @Test("Exact values of markup stand above sentences, those beside a document fill what is open")
  func facts() throws {
    var text = ExtractedText(
      bytes: Array(
        "Vragen van het lid Bos (XY) over iets (ingezonden 30 februari 2013).\n\nVraag 1\n\nWaarom?"
          .utf8))
    text.properties = [
      .init("identifier", "ah-tk-20122013-1234"), .init("aanhangselNummer", "1234"),
      .init("datumIndiening", "2013-02-28"), .init("onderwerp", "over iets anders."),
    ]
    var metadata = ExtractedText(bytes: [])
    metadata.properties = [
      .init("DC.identifier", "ah-tk-20122013-1234"),
      .init("OVERHEIDop.ontvanger", "minister van Defensie"),
      .init("OVERHEIDop.datumOntvangst", "2013-03-20"),
      .init("OVERHEIDop.datumIndiening", "2013-01-01"),
      .init("OVERHEID.category", "Defensie | Personeel"),
      .init("OVERHEIDop.vraagnummer", "2013Z04321"),
    ]
    let other = {
      var other = metadata
      other.properties[0] = .init("DC.identifier", "ah-tk-20122013-99")
      other.properties.append(.init("OVERHEID.category", "Verkeer"))
      return other
    }()
    let path: SourcePath = "x/ah-tk-20122013-1234.xml"
    #expect(KamerTextReader().companions(of: path.name).contains("metadata.xml"))
    #expect(KamerTextReader().companions(of: "verslag.xml").isEmpty)
    let question = try Kamer.parse(
      text, path: path,
      companions: [
        .init(name: "metadata.xml", bytes: [], text: metadata),
        .init(name: "ah-tk-20122013-1234.metadata.xml", bytes: [], text: other),
      ])
    #expect(question.number == "1234")
    #expect(question.title == "iets anders")
    #expect(question.date == CalendarDate(year: 2013, month: 2, day: 28))
    #expect(question.ministers.map(\.role) == ["Minister van Defensie"])
    #expect(question.themes == ["Defensie", "Personeel"])
    #expect(question.identifiers == ["ah-tk-20122013-1234", "2013Z04321"])
  }

  @Test("The number of a publication may stand below its sentences")
  func numberBelow() throws {
    let question = try Kamer.read(
      paragraphs: Kamer.head.split(separator: "\n").map(String.init) + [
        "1248", "Vraag 1", "Kent u dit?", "Antwoord 1", "Ja.",
      ])
    #expect(question.number == "1248")
    #expect(question.introduction == nil)
  }

  @Test("Lines of sentences end anywhere, also within words")
  func brokenSentences() throws {
    let question = try Kamer.read(
      "2023Z01234\n\nVragen van de leden Bos (Groen-\nRood) en Faber-\nvan de Berg (XY) aan de Minister van Asiel en Mi\u{2010}\ngratie over de op-\nvang van mensen (inge\u{2010}\nzonden 4 mei 2023)\n\nVraag 1\nKent u dit?"
    )
    #expect(question.askers.map(\.name) == ["Bos", "Faber-van de Berg"])
    #expect(question.askers.first?.party == "Groen-Rood")
    #expect(question.ministers.map(\.role) == ["Minister van Asiel en Migratie"])
    #expect(question.title == "de opvang van mensen")
    #expect(question.date == CalendarDate(year: 2023, month: 5, day: 4))
  }

  private static func letter(_ sentence: String, _ signers: String) -> String {
    "Datum 1 maart 2023\n\nGeachte voorzitter,\n\n\(sentence)\n\nHoogachtend,\n\n\(signers)\n\nVraag 1\nKent u dit?\n\nAntwoord 1\nJa."
  }

  @Test(
    "Those who sign a letter are those who were asked",
    arguments: [
      (
        "de minister van Asiel en Migratie,\n\nA. Bos", ["Minister van Asiel en Migratie"],
        ["A. Bos"]
      ),
      (
        "De Minister van Defensie,\n\nA. Bos\n\nDe Staatssecretaris van Financiën,\n\ndrs. C. Kaya",
        ["Minister van Defensie", "Staatssecretaris van Financiën"], ["A. Bos", "C. Kaya"]
      ),
      ("De Minister van Defensie,", ["Minister van Defensie"], [nil]),
    ] as [(String, [String], [String?])])
  func signers(lines: String, roles: [String], names: [String?]) throws {
    let question = try Kamer.read(
      Self.letter(
        "Hierbij zend ik u de antwoorden op de vragen van het lid Kip (XY) over de motie van het lid Bos c.s. over fietsen (ingezonden 3 februari 2023, kenmerk 2023Z01234).",
        lines))
    #expect(question.ministers.map(\.role) == roles)
    #expect(
      question.ministers.map { $0.name?.hasSuffix("Bos") } == names.map { $0?.hasSuffix("Bos") })
    #expect(question.title == "de motie van het lid Bos c.s. over fietsen")
  }

  @Test("A covering sentence whose line begins as a question does is the letter's")
  func wrappedCovering() throws {
    let question = try Kamer.read(
      Self.letter(
        "In antwoord op uw brief van 3 februari 2023, nr. 2023Z01234, deel ik u mee dat de\nvragen van het lid Kip (XY) over fietsen worden beantwoord zoals aangegeven in de\nbijlage.",
        "de minister van Defensie,\n\nA. Bos"))
    #expect(question.title == "fietsen")
    #expect(question.number == "2023Z01234")
    #expect(question.ministers.map(\.name) == ["A. Bos"])
  }
}
