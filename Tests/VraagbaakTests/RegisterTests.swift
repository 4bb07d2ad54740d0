import Extraction
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// What registers say of questions comes to the documents that they are about.
struct RegisterTests {
  /// A case as the register gives it, with its actors and documents.
  static func house(
    _ number: String, subject: String, asker: String = "Fenna Dorsman", isDone: Bool = true,
    supplement: String? = nil
  ) -> String {
    let document =
      supplement.map {
        #", "Document": [{"Soort": "Antwoord schriftelijke vragen", "DocumentNummer": "2024D\#(number.suffix(5))", "Aanhangselnummer": "\#($0)", "Datum": "2024-02-20T00:00:00+01:00"}]"#
      } ?? ""
    return
      #"{"Nummer": "\#(number)", "Soort": "Schriftelijke vragen", "Onderwerp": "\#(subject)", "GestartOp": "2024-01-09T00:00:00+01:00", "Vergaderjaar": "2023-2024", "Afgedaan": \#(isDone), "ZaakActor": [{"Relatie": "Indiener", "Naam": "\#(asker)", "Fractie": "Groep Dorsman"}, {"Relatie": "Gericht aan", "Naam": "Hilde Maas", "Functie": "minister van Verkeer"}]\#(document)}"#
  }

  static func envelope(_ cases: String...) -> String {
    #"{"@odata.context": "x", "value": [\#(cases.joined(separator: ",\n"))]}"#
  }

  static let text =
    #"{"id": "2024Z00101", "question": "Hoe vaak valt de veerpont uit?", "asker": "Dorsman (GD)", "answer": ""}"#

  private func documents(_ index: Index) async throws -> [WrittenQuestion] {
    let searcher = try index.searcher()
    let hits = try await searcher.search(.everything, SearchOptions(limit: 1_000)).hits
    var all: [WrittenQuestion] = []
    for hit in hits { all += try await searcher.documents(hit.document.id) }
    return all.sorted { $0.id < $1.id }
  }

  @Test("A document has the full names, the dates, the state and the names of its case")
  func enriched() async throws {
    let sources = try Sources()
    try sources.write(
      "a/zaken.json",
      Self.envelope(
        Self.house("2024Z00101", subject: "De veerpont", supplement: "232400812")))
    try sources.write("b/vragen.jsonl", Self.text)
    let built = try sources.index.build(from: [sources.directory], wordList: nil)
    #expect(built.documents == 1 && built.registers == 1 && built.enriched == 1)
    let question = try await documents(sources.index)[0]
    #expect(question.askers == [Asker(name: "Fenna Dorsman", party: "GD")])
    #expect(question.ministers == [Minister(name: "Hilde Maas", role: "minister van Verkeer")])
    #expect(question.date?.description == "2024-01-09")
    #expect(question.answered?.description == "2024-02-20")
    #expect(question.state == .answered && question.session == "2023-2024")
    #expect(
      question.identifiers == ["2024Z00101", "ah-tk-20232024-812", "2024D00101"])
    #expect(question.title == "De veerpont" && !question.isMetadata)
    #expect(question.subQuestions.map(\.passage.text) == ["Hoe vaak valt de veerpont uit?"])
    #expect(try await sources.ids("vrager:\"Fenna Dorsman\"") == ["2024Z00101"])
    #expect(try await sources.ids("minister:Maas veerpont") == ["2024Z00101"])
    #expect(try sources.index.check().faults == [])
  }

  @Test("A case without its document is found by its subject, and goes when the document comes")
  func alone() async throws {
    let sources = try Sources()
    try sources.write(
      "zaken.json",
      Self.envelope(
        Self.house("2024Z00101", subject: "De veerpont", isDone: false)))
    try sources.build()
    #expect(try await sources.ids("veerpont") == ["2024Z00101"])
    let open = try await documents(sources.index)[0]
    #expect(open.isMetadata && open.state == .open)
    #expect(open.passages.map(\.place) == [.field("Onderwerp", 0..<11)])

    try sources.write("vragen.jsonl", Self.text)
    for isDryRun in [true, false] {
      let summary = try sources.index.update(isDryRun: isDryRun)
      #expect(summary.changes == [1, 0, 0, 1] && summary.documents == 1)
    }
    let joined = try await documents(sources.index)
    #expect(joined.map(\.isMetadata) == [false] && joined[0].title == "De veerpont")
    #expect(try sources.index.check().faults == [])

    try sources.remove("vragen.jsonl")
    #expect(try sources.index.update().changes == [1, 0, 0, 1])
    #expect(try await documents(sources.index) == [open])
    #expect(try sources.index.check().faults == [])
  }

  @Test("A file whose records all went to documents is read, also beside records of another kind")
  func counted() throws {
    let sources = try Sources()
    try sources.write("vragen.jsonl", Self.text)
    let motion = #"{"Nummer": "2024Z00999", "Soort": "Motie", "Afgedaan": true}"#
    let cases = [Self.house("2024Z00101", subject: "De pont"), motion]
    try sources.write("zaken.json", Self.envelope(cases[0], cases[1]))
    let built = try sources.index.build(from: [sources.directory], wordList: nil)
    #expect(built.unreadFiles == 0 && built.registers == 1 && built.skipped.count == 1)
    try sources.write("zaken.json", Self.envelope(cases[1], cases[0]))
    #expect(try sources.index.update().unreadFiles == 0)
    #expect(try sources.index.update().unchangedFiles == 2)
    #expect(try sources.index.check().faults == [])
  }

  @Test("Records that join nothing, and those that contradict others, are counted and told of")
  func told() async throws {
    let sources = try Sources()
    let silent =
      #"{"Nummer": "2024Z00102", "Soort": "Schriftelijke vragen", "Onderwerp": null, "GestartOp": "2024-01-09", "Afgedaan": false}"#
    let later = Self.house("2024Z00101", subject: "De pont", isDone: true)
      .replacing("2024-01-09", with: "2024-01-11")
    try sources.write(
      "zaken.json", Self.envelope(Self.house("2024Z00101", subject: "De veerpont"), later, silent))
    let report = sources.outside("verslag.json")
    let built = try sources.index.build(
      from: [sources.directory], wordList: nil, report: report)
    #expect(built.documents == 1 && built.registers == 3 && built.skipped == [])
    let files = try WireFormat.decode(
      Versioned<ReadingReport>.self, from: FileSystem.read(report)
    ).content.files
    let counts = try #require(files[0].registers)
    #expect([counts.documents, counts.joined, counts.unused] == [1, 1, 1])
    for warnings in [built.warnings, files[0].warnings] {
      let told = warnings.kinds.map { "\($0.problem.rawValue) \($0.field) \($0.count)" }
      #expect(told == ["unusedRecord  1", "contradiction date 1"])
    }
    let question = try await documents(sources.index)[0]
    #expect(question.date?.description == "2024-01-09" && question.title == "De veerpont")
    // One whose first record does not say what it asks is dated by it all the same.
    let first = silent.replacing("2024-01-09", with: "2024-01-12")
    try sources.write(
      "zaken.json", Self.envelope(first, Self.house("2024Z00102", subject: "De veerpont")))
    try sources.index.update()
    let dated = try await documents(sources.index)[0]
    #expect(dated.date?.description == "2024-01-12" && dated.title == "De veerpont")
    #expect(try sources.index.check().faults == [])
  }

  @Test("A register that is gone takes its facts back, one that changed brings others")
  func takenBack() async throws {
    let sources = try Sources()
    try sources.write("vragen.jsonl", Self.text)
    try sources.build()
    let before = try await documents(sources.index)
    try sources.write("zaken.json", Self.envelope(Self.house("2024Z00101", subject: "De veerpont")))
    #expect(try sources.index.update().changes == [0, 1, 0, 0])
    #expect(try await documents(sources.index)[0].title == "De veerpont")
    try sources.write("zaken.json", Self.envelope(Self.house("2024Z00101", subject: "De pont")))
    #expect(try sources.index.update().changes == [0, 1, 0, 0])
    #expect(try await documents(sources.index)[0].title == "De pont")
    #expect(try await sources.ids("titel:veerpont") == [])
    try sources.remove("zaken.json")
    #expect(try sources.index.update().changes == [0, 1, 0, 0])
    #expect(try await documents(sources.index) == before)
    #expect(try sources.index.check().faults == [])
  }

  @Test("Records are joined by any of their names, also through one another")
  func through() async throws {
    let sources = try Sources()
    // The document is called by the supplement's number, the actors by the case's.
    try sources.write(
      "a.jsonl", #"{"id": "x/ah-tk-20232024-812.pdf", "question": "Hoe vaak?", "answer": "Vaak."}"#)
    try sources.write(
      "b.json",
      Self.envelope(
        Self.house("2024Z00101", subject: "De veerpont", supplement: "232400812")))
    try sources.write(
      "c.jsonl",
      #"{"Zaak": {"Nummer": "2024Z00101", "Soort": "Schriftelijke vragen", "Afgedaan": true}, "Actoren": {"Indiener": "Fenna Dorsman (F.)", "Medeindiener": "R.A. (Rik) Stoel, Ada Hoef-Bos (A.)", "Gericht aan": "", "Voortouwcommissie": "TK"}}"#
    )
    try sources.build()
    let question = try await documents(sources.index)
    #expect(question.map(\.id) == ["x/ah-tk-20232024-812.pdf"])
    #expect(question[0].askers.map(\.name) == ["Fenna Dorsman", "Rik Stoel", "Ada Hoef-Bos"])
    #expect(question[0].state == .answered)
  }

  @Test("A number and a day join a Flemish question only where the people are the same")
  func byDay() async throws {
    func record(_ id: Int, _ asker: String, _ title: String) -> String {
      #"{"id": \#(id), "titel": "\#(title)", "metatags": {"metatag": [{"name": "nummer", "value": "12"}, {"name": "vraagsteller", "value": "\#(asker)"}, {"name": "themadatum", "value": "2022-05-03"}, {"name": "statusdatum", "value": "2022-06-01"}, {"name": "thema", "value": "Mobiliteit"}]}}"#
    }
    let sources = try Sources()
    try sources.writeText("vraag.txt", about: "trams")
    try sources.write(
      "zoek.json",
      #"{"count": 2, "result": [\#(record(71, "Peeters, An", "Trams")), \#(record(72, "Bos, Jan", "Ponten"))]}"#
    )
    try sources.build()
    let found = try await documents(sources.index)
    #expect(found.map(\.id) == ["schv-72", "vraag"])
    #expect(found[1].answered?.description == "2022-06-01" && found[1].themes == ["mobiliteit"])
    #expect(found[1].identifiers == ["schv-71"])
    #expect(found[0].isMetadata && found[0].askers.map(\.name) == ["Jan Bos"])
    // Two that say the same tell nothing.
    try sources.write(
      "zoek.json",
      #"{"result": [\#(record(71, "Peeters, An", "Trams")), \#(record(73, "Peeters, An", "Bussen"))]}"#
    )
    try sources.index.update()
    #expect(try await documents(sources.index).map(\.id) == ["schv-71", "schv-73", "vraag"])
    #expect(try await documents(sources.index)[2].identifiers == [])
  }

  @Test("Whatever changes in whatever order, an update gives what a build gives")
  func anyOrder() async throws {
    var random = SeededGenerator()
    let sources = try Sources()
    try sources.write("vast.jsonl", ["vast": "Hoeveel bruggen?"])
    try sources.build()
    for step in 0..<40 {
      let file = "stuk-\(Int.random(in: 0..<5, using: &random))"
      let number = "2024Z0010\(Int.random(in: 0..<4, using: &random))"
      let names = [file + ".json", file + ".jsonl"]
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        let other = "2024Z0010\(Int.random(in: 0..<4, using: &random))"
        try sources.write(
          names[0],
          Self.envelope(
            Self.house(number, subject: "De pont \(step)", supplement: "23240000\(step % 3)"),
            Self.house(other, subject: "Het veer \(step)", isDone: step.isMultiple(of: 2))))
      case 2, 3:
        let id = step.isMultiple(of: 3) ? "ah-tk-20232024-\(step % 4)" : number
        try sources.write(
          names[1], #"{"id": "\#(step)/\#(id)", "question": "Vraag \#(step)?", "answer": "Ja."}"#)
      case 4:
        for name in names { try? sources.remove(name) }
      default:
        for name in names where FileSystem.exists(sources.file(name)) {
          try? sources.move(name, to: "om-\(step % 3)-" + name)
        }
      }
      let planned = try sources.index.update(isDryRun: true)
      let done = try sources.index.update()
      #expect(planned.changes == done.changes && planned.documents == done.documents)
      let other = try TemporaryDirectory()
      let rebuilt = Index(at: other.path)
      try rebuilt.build(from: [sources.directory], wordList: nil)
      let (now, anew) = (try await documents(sources.index), try await documents(rebuilt))
      let isSame = now == anew
      #expect(isSame, "step \(step), \(random)")
      #expect(try sources.index.check().faults == [], "step \(step)")
      #expect(try rebuilt.check().faults == [], "step \(step)")
      guard isSame else { return }
    }
  }
}
