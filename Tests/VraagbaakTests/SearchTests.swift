import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Searches on the bundled sample.
struct SearchTests {
  @Test("Stems and compounds: a part of a word finds the word")
  func compounds() async throws {
    let results = try await SampleIndex.search("inburgering verblijfswetgeving")
    #expect(results.hits.first?.document.id == "inburgering-en-verblijfsrecht")
    #expect(results.hits.count >= 3)
  }

  @Test("A sub-question shows its answer, an answer its sub-question")
  func counterparts() async throws {
    let asked = try await SampleIndex.search("slaagcijfers taaltest", .init(kind: .subQuestion))
    let question = try #require(asked.hits.first)
    #expect(question.document.id == "kostprijs-inburgeringstraject")
    #expect(question.passage.passage.kind == .subQuestion)
    #expect(question.passage.passage.label == "3a")
    #expect(question.counterparts.map(\.passage.kind) == [.answerPart])
    #expect(question.counterparts.map(\.passage.label) == ["3a"])
    let answered = try await SampleIndex.search("luchtwasser", .init(kind: .answerPart))
    let answer = try #require(answered.hits.first)
    #expect(answer.passage.passage.kind == .answerPart)
    #expect(answer.document.id == "mestverwerking" && answer.passage.passage.label == "3")
    #expect(answer.counterparts.map(\.passage.kind) == [.subQuestion])
    #expect(answer.counterparts.map(\.passage.label) == ["3"])
  }

  @Test(
    "Fields select documents",
    arguments: [
      ("nr:412", ["inburgering-en-verblijfsrecht"]), ("vrager:\"Quaghebeur\"", ["schoolgebouwen"]),
      ("vrager:tollenboom", ["lerarentekort"]), ("id:schoolgebouwen", ["schoolgebouwen"]),
      ("titel:zonnepanelen titel:kattenplan", []), ("datum:2024-04", ["digitalisering-erfgoed"]),
    ] as [(String, [String])])
  func fields(_ query: String, _ ids: [String]) async throws {
    #expect(try await SampleIndex.search(query).hits.map(\.document.id) == ids)
  }

  @Test("A phrase is found in its order only, stop words included")
  func phrases() async throws {
    #expect(try await SampleIndex.search("\"sociale woningen\"").total.count > 0)
    #expect(try await SampleIndex.search("\"woningen sociale\"").total.count == 0)
    let exact = try await SampleIndex.search("\"de wachtlijst van het Agentschap\"")
    #expect(exact.hits.map(\.document.id) == ["schoolgebouwen"])
  }

  @Test("Conditions exclude and require")
  func conditions() async throws {
    let all = try await SampleIndex.search("inburgering").total.count
    let without = try await SampleIndex.search("inburgering -retributie").total.count
    let with = try await SampleIndex.search("inburgering +retributie").total.count
    #expect(with > 0 && without > 0 && with + without == all)
  }

  @Test("A prefix finds every word that begins so")
  func prefixes() async throws {
    #expect(try await SampleIndex.search("inburger*").total.count >= 3)
    #expect(try await SampleIndex.search("xyzz*").total.count == 0)
  }

  /// Both documents say "1 mei 2022"; others have the words apart.
  @Test(
    "Dates meet in every notation", arguments: ["\"1 mei 2022\"", "01/05/2022", "2022-05-01"])
  func dates(_ date: String) async throws {
    let ids = try await SampleIndex.search(date).hits.map(\.document.id)
    #expect(ids == ["jongeren-geestelijke-gezondheid", "trajectcontroles"])
  }

  @Test("A date written out ranks first those that have it")
  func writtenDate() async throws {
    let ids = try await SampleIndex.search("1 mei 2022").hits.map(\.document.id)
    #expect(ids.prefix(2) == ["jongeren-geestelijke-gezondheid", "trajectcontroles"])
    #expect(ids.count > 2)
  }

  @Test("Words that no document has are named")
  func unmatched() async throws {
    #expect(try await SampleIndex.search("inburgering qwrtpsdfg").unmatchedWords == ["qwrtpsdfg"])
  }

  @Test("Pages follow one another, also of single passages")
  func paging() async throws {
    for unit in SearchOptions.Unit.allCases {
      let all = try await SampleIndex.search("vlaamse", .init(limit: 8, unit: unit)).hits
      let second = try await SampleIndex.search("vlaamse", .init(limit: 4, offset: 4, unit: unit))
        .hits
      #expect(second.map(\.rank) == [5, 6, 7, 8])
      #expect(second.map(\.document.id) == all.dropFirst(4).map(\.document.id))
      #expect(second.map(\.passage.passage) == all.dropFirst(4).map(\.passage.passage))
      let shown = all.map { "\($0.document.id) \($0.passage.passage.place)" }
      #expect(Set(shown).count == 8, "each once: \(shown)")
    }
  }

  @Test("By date, the latest come first")
  func sorting() async throws {
    let dates = try await SampleIndex.search("vlaamse", .init(sort: .date)).hits.compactMap(
      \.document.date)
    #expect(dates == dates.sorted(by: >) && dates.count > 3)
  }

  @Test("Highlights are exactly the matching words and parts")
  func highlights() async throws {
    let results = try await SampleIndex.search("inburgering")
    let marked = results.hits.flatMap { $0.passage.snippet.runs }.filter(\.isMatch).map(\.text)
    #expect(!marked.isEmpty)
    #expect(marked.allSatisfy { $0.lowercased().hasPrefix("inburger") })
  }

  @Test("A reference leads to the document it names")
  func references() async throws {
    let searcher = try SampleIndex.index().searcher()
    let document = try await #require(try searcher.documents("kostprijs-inburgeringstraject").first)
    var targets: [String] = []
    for reference in document.references {
      targets += try await searcher.documents(reference).map(\.id)
    }
    #expect(targets == ["inburgering-en-verblijfsrecht"])
  }

  @Test("Ids too long for a term are told apart")
  func longIDs() async throws {
    let sources = try Sources()
    let same = String(repeating: "lang", count: 70)
    try sources.write(
      "a.jsonl",
      (1...130).map { Sources.record("\(same)-\($0)", "Over tram \($0)?") }.joined(separator: "\n"))
    try sources.build()
    let searcher = try sources.index.searcher()
    for number in [1, 129, 130] {
      let found = try await searcher.documents("\(same)-\(number)")
      #expect(found.map(\.id) == ["\(same)-\(number)"])
    }
    await #expect(throws: SearchError.index(.noSuchDocument(id: same))) {
      try await searcher.documents(same)
    }
  }

  @Test("An unknown document is an error of its own")
  func unknownDocument() async throws {
    let searcher = try SampleIndex.index().searcher()
    await #expect(throws: SearchError.index(.noSuchDocument(id: "99999"))) {
      try await searcher.documents("99999")
    }
  }
}
