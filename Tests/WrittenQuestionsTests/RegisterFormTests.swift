import Extraction
import TestSupport
import Testing

@testable import WrittenQuestions

/// What is read of the records of registers, each in the shapes in which it is given.
struct RegisterFormTests {
  private func parse(_ json: String) throws -> WrittenQuestion {
    try JSONLinesReader().parse(SourceRecord(path: "x.jsonl", line: 1, bytes: Array(json.utf8)))
  }

  @Test("A case with actors and documents tells who asked whom, when, and what came of it")
  func house() throws {
    let question = try parse(
      #"{"Nummer": "2024Z90001", "Soort": "Schriftelijke vragen", "Titel": null, "Onderwerp": "De veerpont", "GestartOp": "2024-09-30T00:00:00+02:00", "Vergaderjaar": "2024-2025", "Afgedaan": false, "ZaakActor": [{"Relatie": "Medeindiener", "ActorNaam": "R. (Rik) Stoel", "ActorFractie": "B"}, {"Relatie": "Indiener", "Naam": "Fenna Dorsman (F.J.)", "Fractie": "A"}, {"Relatie": "Gericht aan", "Naam": "Hilde Maas", "Functie": "minister van Verkeer"}, {"Relatie": "Voortouwcommissie", "Naam": "TK"}], "Document": [{"Soort": "Schriftelijke vragen", "DocumentNummer": "2024D80001"}, {"Soort": "Mededeling uitstel antwoord", "DocumentNummer": "2024D80002", "Datum": "2024-10-20"}]}"#
    )
    #expect(question.isMetadata && question.id == "2024Z90001" && question.title == "De veerpont")
    #expect(
      question.askers == [
        Asker(name: "Fenna Dorsman", party: "A"), Asker(name: "Rik Stoel", party: "B"),
      ])
    #expect(question.ministers == [Minister(name: "Hilde Maas", role: "minister van Verkeer")])
    #expect(question.date?.description == "2024-09-30" && question.session == "2024-2025")
    #expect(question.state == .delayed && question.answered == nil)
    #expect(question.identifiers == ["2024Z90001", "2024D80001", "2024D80002"])
    #expect(question.introduction?.place == .field("Onderwerp", 0..<11))
  }

  @Test(
    "What became of a case follows from its documents and whether it is done",
    arguments: [
      ("false", "", QuestionState.open), ("true", "", .answered),
      ("false", "Mededeling uitstel antwoord", .delayed),
      ("true", "Mededeling uitstel antwoord", .answered),
      ("false", "Antwoord schriftelijke vragen", .answered),
      ("false", "Antwoord schriftelijke vragen (nader)", .answered),
      ("true", "Intrekking schriftelijke vragen", .withdrawn),
    ])
  func states(_ isDone: String, _ kind: String, _ state: QuestionState) throws {
    let documents =
      kind.isEmpty ? "" : #", "Document": {"Soort": "\#(kind)", "DocumentNummer": "2024D1"}"#
    let question = try parse(
      #"{"Zaak": {"Nummer": "2024Z90002", "Soort": "Schriftelijke vragen", "Onderwerp": "X", "Afgedaan": \#(isDone)}\#(documents)}"#
    )
    #expect(question.state == state)
    #expect(question.introduction?.place == .field("Zaak.Onderwerp", 0..<1))
  }

  @Test("Cases of another kind, and removed ones, are no written questions")
  func otherCases() {
    for json in [
      #"{"Nummer": "2024Z90003", "Soort": "Motie", "Afgedaan": true}"#,
      #"{"Nummer": "2024Z90003", "Soort": "Schriftelijke vragen", "Afgedaan": true, "Verwijderd": true}"#,
    ] {
      #expect(throws: ReadError.self) { try parse(json) }
    }
  }

  @Test(
    "The number of a supplement is written in two ways",
    arguments: [
      ("242501244", "ah-tk-20242025-1244"), ("99000007", "ah-tk-19992000-7"), ("242601244", nil),
      ("AH-TK-20242025-1244", "ah-tk-20242025-1244"), ("2024Z00001", nil),
      ("", nil), ("2425", nil), ("99999999999999999999999", nil),
    ] as [(String, String?)])
  func supplement(_ number: String, _ name: String?) {
    #expect(DocumentIdentifier(supplement: number)?.key == name)
  }

  @Test("A Flemish detail tells the steps of its procedure")
  func flemish() throws {
    let question = try parse(
      #"{"id": 81234, "titel": "Veerdiensten", "nummer": 33, "zittingsjaar": "2022-2023", "vraagsteller": {"voornaam": "An", "naam": "Van Peeters", "fractie": {"naam": "X"}}, "minister": [{"naam": "Maas, Hilde", "titel": "Vlaams minister van Mobiliteit"}], "thema": ["Mobiliteit"], "procedureverloop": [{"status": "Vraag gesteld", "datum": "10/03/2023"}, {"status": "nog niet beantwoord", "datum": "11/03/2023"}, {"status": "Beantwoord", "datum": "12/04/2023"}]}"#
    )
    #expect(question.isMetadata && question.id == "schv-81234" && question.number == "33")
    #expect(question.askers == [Asker(name: "An Van Peeters", party: "X")])
    #expect(
      question.ministers == [Minister(name: "Hilde Maas", role: "Vlaams minister van Mobiliteit")])
    #expect(
      question.date?.description == "2023-03-10" && question.answered?.description == "2023-04-12")
    #expect(question.state == .answered && question.themes == ["mobiliteit"])
  }

  @Test(
    "A step of the procedure is an answer only where one came",
    arguments: [
      ("Antwoord uitgesteld", .delay), ("Uitstel van antwoord gevraagd", .delay),
      ("Antwoordtermijn verstreken", .wait), ("Nog niet beantwoord", .wait),
      ("Geen antwoord", .wait), ("Wacht op antwoord", .wait), ("Onbeantwoord", .wait),
      ("Antwoord gevraagd", .wait), ("Te beantwoorden tegen", .wait), ("In behandeling", .wait),
      ("Antwoord ontvangen", .answer), ("Beantwoord", .answer), ("Antwoord", .answer),
      ("Beantwoord binnen de termijn", .answer), ("Laattijdig antwoord", .answer),
      ("Vraag gesteld", .question), ("Ingediend", .question), ("Vraag ingetrokken", .withdrawal),
      ("Gepubliceerd", nil), ("", nil),
    ] as [(String, ProcedureStep?)])
  func steps(_ text: String, _ step: ProcedureStep?) {
    #expect(ProcedureStep(text) == step)
  }

  @Test(
    "What became of a Flemish question follows from its steps and its status",
    arguments: [
      (
        #""procedureverloop":[{"status":"Vraag gesteld","datum":"2023-03-10"},{"status":"Antwoord uitgesteld","datum":"2023-03-20"}]"#,
        "uitgesteld -"
      ),
      (
        #""procedureverloop":[{"status":"Antwoord uitgesteld","datum":"2023-03-20"},{"status":"Antwoord ontvangen","datum":"2023-04-01"}]"#,
        "beantwoord 2023-04-01"
      ),
      (
        #""procedureverloop":[{"status":"Antwoordtermijn verstreken","datum":"2023-03-20"}]"#,
        "open -"
      ),
      (#""procedureverloop":[]"#, "open -"), (#""procedureverloop":null"#, "open -"),
      (
        #""metatags":{"metatag":[{"name":"status","value":"Niet beantwoord"},{"name":"statusdatum","value":"2023-04-10"}]}"#,
        "open -"
      ),
      (
        #""metatags":{"metatag":[{"name":"status","value":"Beantwoord"},{"name":"statusdatum","value":"2023-04-10"}]}"#,
        "beantwoord 2023-04-10"
      ),
      (
        #""metatags":{"metatag":[{"name":"status","value":"Uitgesteld"},{"name":"statusdatum","value":"2023-04-10"}]}"#,
        "uitgesteld -"
      ),
      (
        #""metatags":{"metatag":[{"name":"statusdatum","value":"2023-04-10"}]}"#,
        "beantwoord 2023-04-10"
      ),
    ])
  func flemishStates(_ fields: String, _ expected: String) throws {
    let question = try parse(
      #"{"id":1,"titel":"Fiets","nummer":230,"datum":"2023-03-10","vraagsteller":{"naam":"Van Rooy","voornaam":"Sam"},\#(fields)}"#
    )
    #expect(
      "\(question.state?.dutchName ?? "-") \(question.answered?.description ?? "-")" == expected)
    #expect(question.date?.description == "2023-03-10")
  }

  @Test("Members of another shape are told of, and what can be read of the record stands")
  func shapes() throws {
    var warnings: [String] = []
    let json =
      #"{"Nummer":"2024Z00010","Soort":"Schriftelijke vragen","Onderwerp":["a","b"],"GestartOp":"2024-01-01","Vergaderjaar":2023,"Afgedaan":1,"ZaakActor":[{"Naam":"Jan"},{"Naam":"An","Relatie":"Indiener"}],"Document":"x","Verwijderd":null}"#
    let question = try JSONLinesReader().parse(
      SourceRecord(path: "x.jsonl", line: 1, bytes: Array(json.utf8))
    ) { warnings.append("\($0.problem.rawValue) \($0.field): \($0.value)") }
    #expect(question.state == .answered && question.session == nil && question.title.isEmpty)
    #expect(question.askers.map(\.name) == ["An"])
    #expect(
      warnings.sorted() == [
        "leftOut Relatie: Jan", #"unknownShape Document: "x""#,
        #"unknownShape Onderwerp: ["a", "b"]"#, "unknownShape Vergaderjaar: 2023",
      ])
    let error = try #require(throws: ReadError.self) {
      try parse(#"{"Nummer":null,"Soort":"Schriftelijke vragen","Onderwerp":"x","Afgedaan":false}"#)
    }
    #expect(error.explanation.contains("no number"))
  }

  @Test("The state that is furthest is believed, with the day of its answer; else the first record")
  func furthest() {
    func facts(_ date: Int, _ state: QuestionState?, _ answered: Int? = nil) -> QuestionFacts {
      QuestionFacts(
        date: CalendarDate(year: 2024, month: 1, day: date),
        answered: answered.flatMap { CalendarDate(year: 2024, month: 3, day: $0) },
        statedState: state)
    }
    let merged = QuestionFacts().enriched(
      by: [facts(1, .open), facts(2, .answered, 3), facts(3, .answered, 4)])
    #expect(merged == facts(1, .answered, 3))
    let withdrawn = QuestionFacts().enriched(by: [facts(1, .answered, 3), facts(1, .withdrawn)])
    #expect(withdrawn == facts(1, .withdrawn))
    #expect(
      QuestionFacts().enriched(by: [facts(1, .withdrawn), facts(1, .answered, 3)], hasAnswer: true)
        == facts(1, nil, 3))
    #expect(facts(1, .open).contradictions(of: facts(1, .answered, 3)).isEmpty)
    #expect(
      facts(1, .answered, 3).contradictions(of: facts(2, .withdrawn)).map(\.field) == [
        "date", "state",
      ])
  }

  @Test("Names of one question are one, however they are written")
  func keys() {
    func keys(_ identifiers: String..., id: String = "x") -> [String] {
      var question = WrittenQuestion(id: id, source: Source(path: "x", range: 0..<1))
      question.identifiers = identifiers
      return QuestionKeys(of: question).certain
    }
    #expect(keys("2024Z00007") == keys("kv-tk-2024Z00007"))
    #expect(keys("2024Z00007") == keys(id: "map/2024z00007.pdf"))
    #expect(keys("ah-tk-20242025-1244") == keys("ah-tk-20242025-1244-h1"))
    #expect(keys("E-000148/22") == keys("E-9-2022-000148-ASW"))
    #expect(keys("E-000148/2022") != keys("P-000148/2022"))
    #expect(keys("schv-1684501") == keys(id: "map/schv-1684501.pdf"))
    #expect(keys("ah-tk", "e", "24Z", "12").isEmpty && keys(id: "").isEmpty)
  }

  @Test("What a register says fills what is missing, and gives names in full")
  func enriched() {
    let own = QuestionFacts(
      date: CalendarDate(year: 2024, month: 1, day: 9), title: "Eigen titel",
      askers: [Asker(name: "Van der Dors", party: "A"), Asker(name: "Jan Bos")],
      ministers: [Minister(role: "Minister van Verkeer")])
    let other = QuestionFacts(
      date: CalendarDate(year: 2024, month: 1, day: 10), statedState: .answered, title: "Andere",
      askers: [Asker(name: "Fenna van der Dors", party: "B"), Asker(name: "Piet Bos", party: "C")],
      ministers: [Minister(name: "Hilde Maas", role: "minister van Verkeer")])
    let merged = own.enriched(by: [other])
    #expect(merged.title == "Eigen titel" && merged.date == own.date)
    #expect(
      merged.askers == [
        Asker(name: "Fenna van der Dors", party: "A"), Asker(name: "Jan Bos"),
        Asker(name: "Piet Bos", party: "C"),
      ])
    #expect(merged.ministers == [Minister(name: "Hilde Maas", role: "Minister van Verkeer")])
    #expect(merged.statedState == .answered)
    #expect(own.enriched(by: [other], hasAnswer: true).statedState == nil)
  }

  @Test("A council's document is text by pages, cited by the element that each is")
  func council() throws {
    let json =
      #"{"_id": "5", "_source": {"name": "Nota ponten", "original_url": "x", "last_discussed_at": "2019-05-29T10:00:00+02:00", "text": ["De pont vaart elke dag over de rivier.", "", "Er zijn twee ponten in de stad."]}}"#
    let question = try parse(json)
    #expect(question.id == "5" && question.title.hasPrefix("Nota ponten") && !question.isMetadata)
    #expect(question.date?.description == "2019-05-29" && question.isUnstructured)
    let places = question.text.map(\.place)
    #expect(places.contains { $0.pages != nil || $0.field?.hasPrefix("_source.text[") == true })
  }
}
