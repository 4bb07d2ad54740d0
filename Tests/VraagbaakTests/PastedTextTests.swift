import Extraction
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

  @Test("A search refuses no text of a real record")
  func searching() async throws {
    let searcher = try ChamberSample.built.get().0.searcher()
    var texts = try ChamberSample.questions.get().flatMap { question in
      [question.title] + question.passages.map { String($0.text.prefix(400)) }
    }
    var generator = SeededGenerator()
    texts.shuffle(using: &generator)
    for text in texts.prefix(300) where text.contains(where: \.isLetter) {
      await #expect(throws: Never.self, "\(text)") { try await searcher.search(.parse(text)) }
    }
  }

  @Test("A facet's value used as a filter gives its count, in a real corpus")
  func facets() async throws {
    let searcher = try ChamberSample.built.get().0.searcher()
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

  /// Of each drawn phrase: every hit has it in the passage that is shown, or, where no passage has it, in
  /// its title; and the document that it was drawn from is a hit.
  @Test("The passage that is shown of a real record has the phrase that was drawn from it")
  func phrases() async throws {
    let searcher = try ChamberSample.built.get().0.searcher()
    let questions = try ChamberSample.questions.get()
    let analyzer = try IndexReader(serving: ChamberSample.built.get().0).analyzer
    // Numbers and dates are the same however they are written.
    func words(_ text: String) -> [String] {
      analyzer.analyze(text).filter { !$0.sharesPosition }.map { "\($0.stem) \($0.term.form)" }
    }
    var generator = SeededGenerator()
    var drawn = 0
    while drawn < 300 {
      let question = try #require(questions.randomElement(using: &generator))
      let passage = try #require(question.passages.randomElement(using: &generator))
      let written = passage.text.split(whereSeparator: \.isWhitespace)
      let count = Int.random(in: 3...6, using: &generator)
      guard written.count >= count else { continue }
      let start = Int.random(in: 0...(written.count - count), using: &generator)
      let phrase = written[start..<(start + count)].joined(separator: " ")
      let wanted = words(phrase)
      // A date alone is found in other words.
      let hasDate = analyzer.analyze(phrase).contains { $0.kind == .date }
      guard wanted.count > 1, !hasDate, !phrase.contains(where: { "\"“”„*".contains($0) }) else {
        continue
      }
      drawn += 1
      let results = try await searcher.search(.parse("\"\(phrase)\""), .init(limit: 1_000))
      #expect(results.hits.contains { $0.document.id == question.id }, "\(generator) \(phrase)")
      for hit in results.hits {
        let isShown = [hit.passage.passage.text, hit.document.title].contains {
          words($0).contains(wanted)
        }
        #expect(isShown, "\(generator) \(phrase): \(hit.document.id)")
      }
    }
  }
}

/// Some hundred records of both exports, indexed.
private enum ChamberSample {
  static let built: Result<(Index, TemporaryDirectory), any Error> = Result {
    let directory = try TemporaryDirectory()
    for name in names {
      let lines = try FileSystem.read(source: SharedCorpus.corpus(name))
        .split(separator: UInt8(ascii: "\n")).prefix(250)
      try FileSystem.write(
        Array(lines.joined(separator: [UInt8(ascii: "\n")])), to: directory.path + "/" + name)
    }
    let index = Index(at: directory.path + "/index")
    try index.build(from: names.map { directory.path + "/" + $0 }, wordList: nil)
    return (index, directory)
  }

  /// As the reader reads them.
  static let questions: Result<[WrittenQuestion], any Error> = Result {
    let directory = try built.get().1
    return try names.flatMap { name in
      let reader = JSONLinesReader()
      return try reader.records(of: SourceFile(directory.path + "/" + name)).map {
        try reader.parse($0.get())
      }
    }
  }

  private static let names = ["dekamer-2017.jsonl", "dekamer-2020.jsonl"]
}
