import TestSupport
import Testing

@testable import Vraagbaak

/// Where `CI` is set, tests that need more than the repository are not left out in silence.
struct CorpusTests {
  @Test(
    "The real corpora and the word list are there",
    .enabled(if: SharedCorpus.isRequired, "only asked for where CI is set"))
  func presence() {
    #expect(SharedCorpus.directory != nil, "the real corpora are not beside the repository")
    #expect(FileSystem.exists(Index.wordListPath), "no Dutch word list")
  }
}

/// The first document that the project starts from.
@Suite(
  .enabled(if: SharedCorpus.directory != nil, "the real corpora are not beside the repository"))
struct RealCorpusTests {
  private static let built: Result<(Index, TemporaryDirectory), any Error> = Result {
    let directory = try TemporaryDirectory()
    let index = Index(at: directory.path + "/index")
    try index.build(from: [(SharedCorpus.directory ?? "") + "/corpus/schriftelijke-vraag-230.txt"])
    return (index, directory)
  }

  @Test(
    "Question 230 is found by stems, parts of compounds, diacritics, names, numbers and sentences",
    arguments: [
      ("inburgering verblijfswetgeving", ["vraag 2", "inleiding"]),
      ("inburgeringswet", ["vraag 2", "inleiding"]), ("wetgeving", ["vraag 2", "inleiding"]),
      ("Oekraine", ["inleiding"]), ("nationaliteit inburgeringstraject", ["vraag 2", "inleiding"]),
      ("\"asymmetrisch beleid\"", ["vraag 2", "inleiding"]),
      ("staatssecretarissen Mahdi", ["antwoord 4", "vraag 4"]),
      ("vrager:\"Van Rooy\"", nil), ("nr:230", nil),
      ("hoe vaak kwam de IMC samen", ["antwoord 1-3", "vraag 1"]),
    ] as [(String, [String]?)])
  func queries(_ query: String, _ passages: [String]?) async throws {
    let index = try Self.built.get().0
    let results = try await index.searcher().search(.parse(query))
    let hit = try #require(results.hits.first)
    #expect(hit.document.number == "230")
    guard let passages else { return }
    let passage = hit.passage.passage
    let name = passage.kind.dutchName + (passage.label.map { " " + $0 } ?? "")
    #expect(passages.contains(name))
  }
}
