import Glibc
import TestSupport
import Testing

@testable import Vraagbaak

/// How good documents are for topics, from 0 up: lines of topic, a zero, document, grade (TREC's
/// qrels).
struct Judgements {
  private(set) var grades: [String: [String: Double]] = [:]

  init(_ path: String) throws {
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      try #require(fields.count == 4 && Double(fields[3]) != nil, "\(line)")
      grades[fields[0], default: [:]][fields[2]] = Double(fields[3])
    }
  }

  /// nDCG of the first ten documents for a topic: 1 for the best order that there is.
  func nDCG(topic: String, ranked: [String]) -> Double {
    let grades = grades[topic] ?? [:]
    let best = grades.values.sorted(by: >)
    return Self.gain(ranked.map { grades[$0] ?? 0 }) / Self.gain(best)
  }

  /// Grades, each divided by the logarithm of its rank.
  private static func gain(_ grades: [Double]) -> Double {
    grades.prefix(10).enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
  }
}

/// The bundled topics on the bundled sample: a fall in ranking shows here first.
struct RankingQualityTests {
  /// A little below what is reached.
  private static let floor = 0.92

  private let topics: [Topics.Topic]
  private let judgements: Judgements

  init() throws {
    topics = try Topics.read(Repository.topics) { Issue.record($0) }
    judgements = try Judgements(Repository.judgements)
  }

  private func mean(_ searcher: Searcher) async throws -> Double {
    var sum = 0.0
    for topic in topics {
      let ranked = try await searcher.rank(.words(topic.text), limit: 10).map(\.id)
      sum += judgements.nDCG(topic: topic.id, ranked: ranked)
    }
    return sum / Double(topics.count)
  }

  @Test("nDCG is that of its definition")
  func definition() {
    let ranked = ["leegstand-sociale-woningen", "niets", "energiearmoede"]
    // Grades 2 and 1 at ranks 1 and 3; at best at 1 and 2.
    let expected = (2 + 1 / log2(4.0)) / (2 + 1 / log2(3.0))
    #expect(abs(judgements.nDCG(topic: "27", ranked: ranked) - expected) < 1e-12)
    #expect(judgements.nDCG(topic: "27", ranked: []) == 0)
    #expect(judgements.nDCG(topic: "27", ranked: [ranked[0], ranked[2]]) == 1)
  }

  @Test("Each topic is judged, on documents that are there")
  func judged() async throws {
    #expect(topics.count >= 30)
    #expect(Set(topics.map(\.id)) == Set(judgements.grades.keys))
    let searcher = try SampleIndex.index().searcher()
    let ids = Set(try await searcher.rank(.everything, limit: 100).map(\.id))
    for grades in judgements.grades.values { #expect(ids.isSuperset(of: grades.keys)) }
  }

  @Test("Ranking is as good as it was")
  func floor() async throws {
    let reached = try await mean(try SampleIndex.index().searcher())
    #expect(reached >= Self.floor, "\(reached)")
  }

  @Test(
    "It would not be where parts of compounds do not count, in queries or at all",
    arguments: [true, false])
  func withoutParts(inQueries: Bool) async throws {
    if inQueries {
      let ranking = try #require(Ranking(parsing: "modifier=0,head=0,compound=1"))
      #expect(try await mean(try SampleIndex.index().searcher(ranking: ranking)) < Self.floor)
    } else {
      let directory = try TemporaryDirectory()
      // Without a word list hardly a word of so few documents is known to be a part.
      let index = Index(at: directory.path)
      try index.build(from: [Repository.sample], wordList: nil)
      #expect(try await mean(try index.searcher()) < Self.floor - 0.2)
    }
  }
}
