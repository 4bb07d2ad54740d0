import DutchText
import TestSupport
import Testing
import WrittenQuestions
import Xapian

@testable import Vraagbaak

/// Passages are chosen by what the index knows of their words, without reading their text.
struct ScoredPassagesTests {
  private let open: OpenGeneration
  private let analyzer: Analyzer

  init() throws {
    let index = try SampleIndex.index()
    open = try OpenGeneration.serving(index)
    analyzer = try IndexReader(serving: index).analyzer
  }

  private var documents: [(question: WrittenQuestion, sequence: [UInt8])] {
    get throws {
      try open.database.postings(of: "", limit: 1_000).map { posting in
        let stored = try open.database.document(posting.documentID)
        let question = try #require(RecordCoder.decode(stored.data))
        return (question, stored.values[Schema.Slot.sequence] ?? [])
      }
    }
  }

  @Test("The best passage and those that match are those of reading them all")
  func sameAsReading() throws {
    let all = try documents
    try #require(all.count > 3)
    let stems = Set(
      all.flatMap { document in
        document.question.passages.flatMap { analyzer.analyze($0.text).flatMap(\.allStems) }
      }
    ).sorted()
    var generator = SeededGenerator()
    for round in 0..<60 {
      let chosen = (0...(round % 6)).compactMap { _ in stems.randomElement(using: &generator) }
      let weights = chosen.reduce(into: [String: Double]()) {
        $0[$1] = .random(in: 0.1...3, using: &generator)
      }
      let scorer = PassageScorer(analyzer: analyzer, weights: weights)
      for (question, sequence) in all {
        let scores = try question.passages.map { try scorer.score($0).score }
        let estimates = try #require(scorer.estimates(for: question, sequence: sequence))
        #expect(zip(estimates, scores).allSatisfy { $0 >= $1 - 1e-9 }, "\(generator)")
        var passages = ScoredPassages(
          of: question, sequence: sequence, kinds: [], scorer: scorer)
        #expect(try passages.best()?.score == scores.max(), "\(generator)")
        #expect(
          try passages.matching().map(\.score) == scores.filter { $0 > 0 }, "\(generator)")
        var read = ScoredPassages(of: question, sequence: [], kinds: [], scorer: scorer)
        #expect(try read.best()?.passage == passages.best()?.passage, "\(generator)")
      }
    }
  }

  @Test("The words of one document tell exactly which of its own words a passage has")
  func exactForOwnWords() throws {
    for (question, sequence) in try documents {
      for passage in question.passages {
        let stems = Set(analyzer.analyze(passage.text).flatMap(\.allStems))
        let weights = Dictionary(uniqueKeysWithValues: stems.map { ($0, 1.0) })
        let scorer = PassageScorer(analyzer: analyzer, weights: weights)
        let estimates = try #require(scorer.estimates(for: question, sequence: sequence))
        #expect(try estimates == question.passages.map { try scorer.score($0).score })
      }
    }
  }
}

extension Token {
  fileprivate var allStems: [String] { [stem] + parts.map(\.stem) }
}
