import TestSupport
import Testing

@testable import Vraagbaak

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Phrases, nearness and kinds of passage, by the order of words that the index keeps.
struct PhraseTests {
  private static let built: Result<(Index, TemporaryDirectory), any Error> = Result {
    let directory = try TemporaryDirectory()
    let records = [
      #"{"id": "a", "title": "Sociale huur", "question": "1. Hoeveel sociale huurwoningen zijn er?"#
        + #" 2. Zijn er lange wachtlijsten?", "answer": "1. Er zijn veel woningen. 2. De lange"#
        + #" lijsten zijn korter dan op 3 mei 2021."}"#,
      #"{"id": "b", "title": "Huur", "question": "Wordt de huur hoger? Is dat sociale politiek?","#
        + #" "answer": "De sociale huurwoningen worden duurder.", "minister": "Jan De Wit"}"#,
      #"{"id": "c", "title": "Wonen", "question": "Wie huurt er sociaal?", "answer": "Veel mensen.","#
        + #" "minister": "De Wit-Jans Jan"}"#,
    ]
    let law =
      #"{"id": "d", "title": "Wet", "question": "De wet van 10/04/1990 bestaat lang. 1. Geldt ze nog? 2."#
      + #" Welke taal?", "answer": "1. Ja. 2. Het Nederlands."}"#
    let path = directory.path + "/vragen.jsonl"
    try Data((records + [law]).joined(separator: "\n").utf8).write(to: URL(filePath: path))
    let index = Index(at: directory.path + "/index")
    // Enough to know the parts of `huurwoningen`: the real list costs time.
    let words = """
      sociale huur huurhuis huurprijs huurrecht huis prijs recht woning woningen bouwwoningen \
      koopwoningen dienstwoningen bouw koop dienst
      """
    let list = directory.path + "/woorden"
    try Data(words.replacing(" ", with: "\n").utf8).write(to: URL(filePath: list))
    try index.build(from: [path], wordList: list)
    return (index, directory)
  }

  private func ids(_ query: String) async throws -> String {
    try await Self.built.get().0.searcher().search(.parse(query)).hits.map(\.document.id).sorted()
      .joined()
  }

  @Test(
    "Documents in which the words stand so",
    arguments: [
      ("\"sociale huurwoningen\"", "ab"), ("\"sociale huur\"", "a"),
      ("titel:\"sociale huur\"", "a"),
      ("\"huur sociale\"", ""), ("\"lange wachtlijsten\"", "a"), ("\"lange lijsten\"", "a"),
      // One word ends a passage, the other begins the next.
      ("\"wachtlijsten er\"", ""), ("\"woningen de\"", ""),
      // In quotes a word is that word in that form; without, what has its stem or is made with it.
      ("\"woning\"", ""), ("\"woningen\"", "a"), ("woning", "ab"), ("\"Wachtlijsten\"", "a"),
      ("\"wachtlijst\"", ""), ("\"sociale huurwoning\"", ""), ("\"huurt\"", "c"),
      ("\"huur\"", "ab"), ("titel:\"huur\"", "ab"), ("titel:\"huren\"", ""),
      ("wonen -\"huurt\"", ""), ("huurwoningen -\"sociale\"", ""), ("soort:vraag \"woningen\"", ""),
      ("soort:antwoord \"woningen\"", "a"), ("sociale NEAR/2 huurwoning", "ab"),
      // Parts of a compound are no words of a phrase, but are words.
      ("\"sociale woningen\"", ""), ("sociale AND woningen", "ab"),
      ("\"op 3 mei 2021\"", "a"), ("\"3 mei 2021\"", "a"), ("\"dan 3 mei 2021\"", ""),
      ("\"wet van 10/04/1990\"", "d"), ("\"wet van 10/03/2017\"", ""), ("\"wet van bestaat\"", ""),
      ("\"10 april 1990\"", "d"), ("\"10/04/1990\"", "d"), ("wet NEAR/3 10/04/1990", "d"),
      ("wet NEAR/3 10/03/2017", ""), ("lange NEAR/4 korter", "a"), ("lange NEAR/3 korter", ""),
      ("hoger NEAR/2 hoger", "b"),
      ("minister:\"jan de wit\"", "b"), ("minister:\"de wit\"", "bc"), ("minister:jan", "bc"),
    ])
  func order(query: String, expected: String) async throws {
    #expect(try await ids(query) == expected)
  }

  @Test(
    "Documents that have it in this kind of passage",
    arguments: [
      ("soort:antwoord \"sociale huurwoningen\"", "b"),
      ("soort:vraag \"sociale huurwoningen\"", "a"),
      ("soort:antwoord lijsten", "a"), ("soort:vraag korter", ""),
      ("soort:antwoord huurwoningen", "ab"),
      ("soort:antwoord lang*", "a"), ("soort:vraag titel:wonen", ""),
      ("soort:inleiding wet", "d"), ("soort:vraag wet", ""), ("soort:vraag taal", "d"),
      ("taal OR soort:inleiding", "d"), ("nederlands OR (wonen soort:inleiding)", "d"),
      ("soort:vraag soort:antwoord lange", "a"), ("soort:vraag|antwoord korter", "a"),
      ("soort:vraag soort:antwoord korter", ""),
      ("soort:antwoord lange NEAR/2 lijsten", "a"), ("soort:vraag lange NEAR/2 lijsten", ""),
    ])
  func kinds(query: String, expected: String) async throws {
    #expect(try await ids(query) == expected)
  }

  @Test(
    "A phrase's documents are those that the search came upon, and none only where none has it",
    arguments: [
      ("\"sociale huurwoningen\"", 2, 2), ("\"sociale huurwoningen\" minister:jan", 1, 1),
      ("wonen \"sociale huurwoningen\"", 2, 2),
      // Document a has it, but no document of this minister.
      ("\"lange lijsten\" minister:jan", 0, 1), ("lange NEAR/2 lijsten minister:jan", 0, 1),
      ("\"lijsten lange\" minister:jan", 0, 0), ("\"lijsten lange\"", 0, 0),
      ("lange NEAR/2 korter", 0, 0),
    ])
  func documents(query: String, total: Int, documents: Int) async throws {
    let results = try await Self.built.get().0.searcher().search(.parse(query))
    let phrase = try #require(results.words.first { $0.text.contains(" ") })
    #expect(results.total.count == total)
    #expect(phrase.terms.map(\.documents) == [documents])
    #expect(results.unmatchedWords == (documents == 0 ? [phrase.text] : []))
  }

  /// One passage has the words, another has them so.
  private static let passages: Result<(Index, TemporaryDirectory), any Error> = Result {
    let directory = try TemporaryDirectory()
    let record =
      #"{"id": "g", "title": "Wonen", "question": "1. Is er huur voor sociale gevallen, en huur voor"#
      + #" sociale diensten?\n\n2. Wat gebeurt er voorts, los daarvan en na rijp beraad van de bevoegde"#
      + #" diensten, met de beloofde uitbreiding van de sociale huur?\n\n3. De markt: huur. Sociale"#
      + #" kwesties? Zijn de huren hoog?"}"#
    let path = directory.path + "/vragen.jsonl"
    try Data(record.utf8).write(to: URL(filePath: path))
    let index = Index(at: directory.path + "/index")
    let list = directory.path + "/woorden"
    try Data("huur".utf8).write(to: URL(filePath: list))
    try index.build(from: [path], wordList: list)
    return (index, directory)
  }

  @Test(
    "The passage that is shown is the one that matches, and only what matches is marked",
    arguments: [
      ("\"sociale huur\"", "2", ["sociale huur"]),
      // In passage 3 they stand the other way round.
      ("sociale NEAR/2 huur", "2", ["sociale", "huur"]),
      ("\"Sociale kwesties\"", "3", ["Sociale kwesties"]),
      ("\"huur\"", "1", ["huur", "huur"]), ("\"huren\"", "3", ["huren"]),
      // Loose words rank, but do not outweigh the phrase.
      ("\"sociale huur\" gevallen markt", "2", ["sociale huur"]),
      ("\"uitbreiding van\" huur gevallen", "2", ["uitbreiding van", "huur"]),
    ])
  func shown(query: String, label: String, marked: [String]) async throws {
    let searcher = try Self.passages.get().0.searcher()
    for unit in SearchOptions.Unit.allCases where unit == .documents || !query.contains("huur\" ") {
      let results = try await searcher.search(
        .parse(query), .init(unit: unit, snippetLength: 1_000))
      let hit = try #require(results.hits.first)
      #expect(hit.passage.passage.label == label)
      #expect(hit.passage.snippet.runs.filter(\.isMatch).map(\.text) == marked)
    }
  }

  @Test("As passages only those are hits that have the phrase")
  func passages() async throws {
    let searcher = try Self.passages.get().0.searcher()
    func labels(_ query: String) async throws -> [String?] {
      try await searcher.search(.parse(query), .init(unit: .passages)).hits
        .map(\.passage.passage.label)
    }
    #expect(try await labels("\"sociale huur\"") == ["2"])
    #expect(try await labels("sociale NEAR/1 huur") == ["2", "3"])
    #expect(try await labels("\"sociale huur\" markt") == ["2"])
    #expect(Set(try await labels("\"sociale huur\" OR markt")) == ["2", "3"])
    #expect(Set(try await labels("sociale huur")) == ["1", "2", "3"])
  }

  @Test("A kind of passage that the query leaves out cannot be asked for besides")
  func excludedKind() async throws {
    let searcher = try Self.passages.get().0.searcher()
    await #expect(throws: SearchError.self) {
      try await searcher.search(.parse("soort:antwoord huur"), .init(kind: .subQuestion))
    }
    let both = try await searcher.search(
      .parse("soort:vraag|antwoord huur"), .init(kind: .subQuestion))
    #expect(both.hits.map(\.passage.passage.kind) == [.subQuestion])
  }
}
