import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// What helps a searcher: corrections, explanations, counts, relatives.
struct SearchHelpTests {
  @Test(
    "A mistyped word is corrected, also inside a compound",
    arguments: [
      ("inburgerinstraject", "inburgeringstraject"), ("verblijfwetgeving", "verblijfswetgeving"),
      ("wachtlijt", "wachtlijst"), ("kosten wachtlijt", "kosten wachtlijst"),
    ])
  func corrections(_ query: String, _ meant: String) async throws {
    let results = try await SampleIndex.search(query)
    #expect(Correction.apply(results.corrections, to: query) == meant)
  }

  @Test(
    "A correction takes the place of whole words only",
    arguments: [
      ("ministe ministerraad", "minister ministerraad"), ("Ministe, MINISTE", "Minister, MINISTER"),
      ("ministe* vrager:ministe ministe", "ministe* vrager:ministe minister"),
      ("partij:\"ministe x\" titel:ministe", "partij:\"ministe x\" titel:minister"),
      ("+ministe -(ministe)", "+minister -(minister)"), ("ministe2 2ministe", "ministe2 2ministe"),
      ("vice-ministe ministe-", "vice-ministe minister-"), ("ministe's", "ministe's"),
      ("minister raad", "minister rad"), ("", ""), ("raadministe \"raad\"", "raadministe \"rad\""),
    ])
  func wholeWords(_ typed: String, _ meant: String) {
    let corrections = [
      Correction(word: "ministe", suggestion: "minister"),
      Correction(word: "raad", suggestion: "rad"), Correction(word: "rad", suggestion: "fout"),
    ]
    #expect(Correction.apply(corrections, to: typed) == meant)
  }

  @Test("A compound that no document has is corrected by its parts")
  func compoundOfParts() async throws {
    let sources = try Sources()
    try sources.write(
      "vragen.jsonl",
      [
        "1": "Wat kost de inburgering en de inburgeringscursus?",
        "2": "Welk traject volgen nieuwkomers in de inburgering?",
        "3": "Een traject voor inburgering en voor taal.",
      ])
    try sources.build(words: "inburgering", "cursus", "traject", "taal", "verblijf")
    let results = try await sources.index.searcher().search(.words("inburgerinstraject"))
    #expect(results.corrections.map(\.suggestion) == ["inburgeringstraject"])
    #expect(results.unmatchedWords == ["inburgerinstraject"])
  }

  @Test(
    "Words that documents have are not corrected",
    arguments: ["inburgering", "fietssnelwegen", "sociale woningen", "412", "Vangheluwen"])
  func noCorrections(_ query: String) async throws {
    #expect(try await SampleIndex.search(query).corrections == [])
  }

  @Test(
    "What the words add is the whole score",
    arguments: [
      "inburgering verblijfswetgeving", "hoeveel wachtlijsten in de zorg", "\"sociale woningen\"",
      "inburger* taal", "DVZ verlenging", "migratie",
    ])
  func explanation(_ query: String) async throws {
    let results = try await SampleIndex.search(query, .init(explains: true))
    #expect(!results.hits.isEmpty)
    for hit in results.hits {
      let sum = hit.contributions.reduce(0) { $0 + $1.score }
      #expect(abs(sum - hit.score) < 1e-6 * max(1, hit.score), "\(hit.document.id)")
      #expect(hit.contributions.allSatisfy { $0.score > 0 })
    }
  }

  @Test("The explanation says where a word stands")
  func places() async throws {
    let results = try await SampleIndex.search("luchtwasser", .init(explains: true))
    let hit = try #require(results.hits.first)
    let places = hit.contributions.flatMap(\.places)
    #expect(places.contains { $0.hasPrefix("vraag") || $0.hasPrefix("antwoord") })
    let word = try #require(results.words.first)
    #expect(word.terms.first?.role == .word && word.terms.contains { $0.role == .part })
  }

  @Test("Facets count every match once for each value")
  func facets() async throws {
    let options = SearchOptions(limit: 1, facets: FacetField.allCases)
    let results = try await SampleIndex.search("*", options)
    let searcher = try SampleIndex.index().searcher()
    var all: [WrittenQuestion] = []
    for hit in try await SampleIndex.search("*", .init(limit: 1_000)).hits {
      all += try await searcher.documents(hit.document.id)
    }
    #expect(results.facets.map(\.field) == FacetField.allCases)
    func counts(_ values: (WrittenQuestion) -> [String]) -> [String: Int] {
      all.flatMap { Set(values($0)) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let expected: [FacetField: [String: Int]] = [
      .asker: counts { $0.askers.map(\.name) },
      .year: counts { $0.date.map { [String($0.year)] } ?? [] },
      .kind: counts { $0.passages.map(\.kind.dutchName) },
      .theme: counts { $0.themes },
    ]
    for facet in results.facets {
      guard let expected = expected[facet.field] else { continue }
      let found = facet.values.map { ($0.name, $0.count) }
      #expect(Dictionary(uniqueKeysWithValues: found) == expected, "\(facet.field)")
      #expect(facet.values.map(\.count) == facet.values.map(\.count).sorted(by: >))
    }
  }

  @Test("A document with several themes counts for each")
  func themes() async throws {
    let sources = try Sources()
    try sources.write(
      "vragen.jsonl",
      #"{"id": "1", "question": "Iets over water", "themes": ["milieu", "water"]}"# + "\n"
        + #"{"id": "2", "question": "Nog iets over water", "themes": ["water"]}"# + "\n")
    try sources.build()
    let results = try await sources.index.searcher().search(
      .words("water"), .init(facets: [.theme]))
    #expect(results.facets[0].values.map(\.name) == ["water", "milieu"])
    #expect(results.facets[0].values.map(\.count) == [2, 1])
  }

  @Test("Similar documents are about the same, and never the document itself")
  func similar() async throws {
    let searcher = try SampleIndex.index().searcher()
    let results = try await searcher.similar(to: "inburgering-en-verblijfsrecht", .init(limit: 3))
    let ids = results.hits.map(\.document.id)
    #expect(!ids.contains("inburgering-en-verblijfsrecht"))
    #expect(ids.contains { $0.contains("inburgering") })
    await #expect(throws: SearchError.index(.noSuchDocument(id: "niets"))) {
      try await searcher.similar(to: "niets")
    }
  }

  @Test("An abbreviation finds what the documents define it to be, and the other way round")
  func abbreviations() async throws {
    let sources = try Sources()
    try sources.write(
      "vragen.jsonl",
      [
        "1": "De Vlaamse Milieumaatschappij (VMM) meet het peil.",
        "2": "Wat doet de VMM?", "3": "Wat doet de Vlaamse Milieumaatschappij?",
      ])
    try sources.build()
    let searcher = try sources.index.searcher()
    #expect(
      Set(try await searcher.search(.words("VMM")).hits.map(\.document.id)) == ["1", "2", "3"])
    let long = try await searcher.search(.parse("+(Vlaamse Milieumaatschappij)"))
    #expect(Set(long.hits.map(\.document.id)) == ["1", "2", "3"])
  }

  @Test("A user's synonyms find each other")
  func synonyms() async throws {
    let sources = try Sources()
    try sources.write("vragen.jsonl", ["1": "Over fietspaden.", "2": "Over een rijwiel."])
    try sources.build(words: "fiets", "fietsen", "pad", "paden", "fietspad", "rijwiel")
    let synonyms = Synonyms(parsing: "# voertuigen\n\nfiets = rijwiel\n", name: "s.txt")
    let plain = try await sources.index.searcher().search(.words("rijwiel"))
    #expect(plain.hits.map(\.document.id) == ["2"])
    let found = try await sources.index.searcher(synonyms: synonyms).search(.words("rijwiel"))
    #expect(found.hits.map(\.document.id) == ["2", "1"])
  }

  @Test("A line that is no synonyms is passed over and named, the others are read")
  func synonymFaults() throws {
    let text = "\u{feff}fiets = rijwiel\r\nlos\r\n= leeg\r\n\r\n# woord\r\ntram = trein\r\n"
    let synonyms = Synonyms(parsing: text, name: "s.txt")
    #expect(synonyms.groups == [["fiets", "rijwiel"], ["tram", "trein"]])
    #expect(synonyms.faults.map(\.line) == [2, 3])
    #expect(
      synonyms.faults.map(\.description).allSatisfy { $0.contains(": no synonyms; write") })
    let directory = try TemporaryDirectory()
    let file = directory.path + "/s.txt"
    try FileSystem.write(Array("caf".utf8) + [0xe9] + Array(" = bar\na = b".utf8), to: file)
    let latin = try Synonyms(file: file)
    #expect(latin.groups == [["a", "b"]] && latin.faults.map(\.reason) == ["no UTF-8"])
    #expect(throws: IndexError.noSuchSource(path: file + "x")) { try Synonyms(file: file + "x") }
  }

  @Test("Synonyms are analysed anew for a generation of another analysis only, and by all sessions")
  func analyzedOnce() throws {
    let generation = try SampleIndex.index().serving()
    let (analyzer, manifest) = (try generation.analyzer(), try generation.manifest())
    let synonyms = AnalyzedSynonyms(Synonyms(groups: [["fiets", "rijwiel"], ["IMC", "de raad"]]))
    var analyzed = 0
    analyzer.onNewTerm = { _ in analyzed += 1 }
    let first = synonyms.byStems(analyzer, of: manifest.fingerprint)
    #expect(first["fiets"] == ["rijwiel"] && first["rijwiel"] == ["fiets"])
    let terms = analyzed
    #expect(terms > 0)
    let other = try generation.analyzer()
    other.onNewTerm = { _ in analyzed += 1 }
    #expect(synonyms.byStems(other, of: manifest.fingerprint) == first)
    #expect(analyzed == terms)
    var changed = manifest.fingerprint
    changed.lexicon = "een ander"
    #expect(synonyms.byStems(other, of: changed) == first)
    #expect(analyzed == 2 * terms)
  }

  @Test("A word of the same family is found, below the word itself")
  func families() async throws {
    let sources = try Sources()
    try sources.write(
      "vragen.jsonl", ["1": "Over criminaliteit.", "2": "Over een crimineel.", "3": "Over taal."])
    try sources.build(words: "criminaliteit", "crimineel", "criminele", "taal")
    let searcher = try sources.index.searcher()
    #expect(
      try await searcher.search(.words("criminaliteit")).hits.map(\.document.id) == ["1", "2"])
    #expect(try await searcher.search(.parse("+criminaliteit")).hits.map(\.document.id) == ["1"])
  }
}
