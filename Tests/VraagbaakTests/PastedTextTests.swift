import Extraction
import Glibc
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// Text of real records as queries: what people paste.
@Suite(
  .enabled(if: SharedCorpus.directory != nil, "the real corpora are not beside the repository"))
struct PastedTextTests {
  /// First lines, titles, sub-questions, whole questions, and the beginnings of answers.
  private static func texts(of corpus: String) throws -> [String] {
    let reader = JSONLinesReader()
    var texts: [String] = []
    for record in try reader.records(of: SourceFile(SharedCorpus.corpus(corpus))) {
      let question = try reader.parse(try record.get())
      let asked = question.subQuestions.map(\.passage.text)
      let whole = ([question.title, question.introduction?.text ?? ""] + asked).joined(
        separator: "\n")
      let answers = question.answer.map { String($0.passage.text.prefix(400)) }
      let first = (question.introduction?.text ?? whole).split(separator: "\n").first
      texts += [question.title, String(first ?? ""), whole] + asked + answers
    }
    return texts.filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  @Test(
    "No text of a real record is refused", arguments: ["dekamer-2017.jsonl", "dekamer-2020.jsonl"])
  func parsing(corpus: String) throws {
    let texts = try Self.texts(of: corpus)
    #expect(texts.count > 15_000)
    for text in texts {
      #expect(throws: Never.self, "\(text.prefix(2_000))") { try ParsedQuery(text) }
    }
  }

  /// `VRAAGBAAK_PASTED=DIR` searches an index of both corpora for each text.
  @Test(
    "No text of a real record is refused by a search, and no line takes 250 ms",
    .enabled(if: getenv("VRAAGBAAK_PASTED") != nil, "needs an index, and some minutes"))
  func searching() async throws {
    let path = getenv("VRAAGBAAK_PASTED").map { String(cString: $0) } ?? ""
    let searcher = try Index(at: path).searcher()
    var slowest = Duration.zero
    for corpus in ["dekamer-2017.jsonl", "dekamer-2020.jsonl"] {
      for text in try Self.texts(of: corpus) where text.count <= 400 {
        let start = ContinuousClock.now
        await #expect(throws: Never.self, "\(text)") { try await searcher.search(.parse(text)) }
        slowest = max(slowest, start.duration(to: .now))
      }
    }
    #expect(slowest < .milliseconds(250))
  }

  @Test(
    "A facet's value used as a filter gives its count, in a real corpus",
    .enabled(if: getenv("VRAAGBAAK_PASTED") != nil, "needs an index, and some minutes"))
  func facets() async throws {
    let path = getenv("VRAAGBAAK_PASTED").map { String(cString: $0) } ?? ""
    let searcher = try Index(at: path).searcher()
    let fields: [FacetField] = [.minister, .asker, .party, .year, .theme]
    let found = try await searcher.search(.everything, .init(limit: 1, facets: fields))
    for facet in found.facets {
      #expect(!facet.values.isEmpty)
      for value in facet.values {
        let quoted = value.name.replacing("\"", with: "\\\"")
        let filter = "\(facet.field.dutchName):\"\(quoted)\""
        let total = try await searcher.search(.parse(filter), .init(limit: 1)).total
        #expect(total.count == value.count, "\(filter)")
      }
    }
  }
}
