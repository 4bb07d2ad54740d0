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
    let texts = all.flatMap { $0.question.passages.map(\.text) }
    let stems = Set(texts.flatMap { analyzer.analyze($0).flatMap(\.allStems) }).sorted()
    var generator = SeededGenerator()
    for round in 0..<60 {
      let chosen = (0...(round % 6)).compactMap { _ in stems.randomElement(using: &generator) }
      var patterns = Set(chosen).sorted().map { stem in
        PassagePattern(
          stems: [[stem]], order: .anywhere, weight: .random(in: 0.1...3, using: &generator),
          isRequired: false)
      }
      // Words as they stand in a passage, and such as stand in none.
      if round % 2 == 1, let text = texts.randomElement(using: &generator) {
        let tokens = analyzer.analyze(text).filter { !$0.sharesPosition }
        let start = Int.random(in: 0..<tokens.count, using: &generator)
        let words = tokens[start..<min(start + 1 + round % 4, tokens.count)]
        let isPhrase = Bool.random(using: &generator)
        patterns.append(
          PassagePattern(
            stems: isPhrase
              ? words.map { [$0.stem] } : Set(words.map(\.stem)).sorted().map { [$0] },
            order: isPhrase ? .phrase(words.map(\.term.form)) : .near(window: round % 12),
            weight: .random(in: 0.1...3, using: &generator),
            isRequired: .random(using: &generator)))
      }
      let scorer = PassageScorer(analyzer: analyzer, patterns: patterns)
      for (question, sequence) in all {
        let scores = try question.passages.map { try scorer.score($0).worth }
        let estimates = try #require(scorer.estimates(for: question, sequence: sequence))
        #expect(
          zip(estimates, scores).allSatisfy {
            $0.required >= $1.required && $0.score >= $1.score - 1e-9
          }, "\(generator)")
        var passages = ScoredPassages(
          of: question, sequence: sequence, kinds: [], scorer: scorer)
        #expect(try passages.best()?.worth == scores.max(), "\(generator)")
        let most = scores.map(\.required).max() ?? 0
        let matching = scores.filter { $0.score > 0 && ($0.required > 0 || most == 0) }
        #expect(try passages.matching().map(\.worth) == matching, "\(generator)")
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
        let patterns = stems.map {
          PassagePattern(stems: [[$0]], order: .anywhere, weight: 1, isRequired: false)
        }
        let scorer = PassageScorer(analyzer: analyzer, patterns: patterns)
        let estimates = try #require(scorer.estimates(for: question, sequence: sequence))
        #expect(try estimates == question.passages.map { try scorer.score($0).worth })
      }
    }
  }
}

extension Token {
  fileprivate var allStems: [String] { [stem] + parts.map(\.stem) }
}
