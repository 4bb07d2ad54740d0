import TestSupport
import Testing
import Xapian

struct TermSequenceTests {
  private static let slot = 7

  private struct Section {
    var kind: TermSequence.Section
    /// Each word with the parts that follow it.
    var words: [(term: String, parts: [String])]
  }

  private func document(of sections: [Section]) -> Document {
    var document = Document()
    var sequence = TermSequence()
    for section in sections {
      sequence.beginSection(section.kind)
      for word in section.words {
        sequence.append(document.addTerm(word.term))
        for part in word.parts { sequence.append(part: document.addTerm(part)) }
      }
    }
    document.setSequence(sequence, slot: Self.slot)
    return document
  }

  /// Where `terms` stand within `window` terms of each other, by trying every place.
  private func isNear(_ terms: Set<String>, _ window: Int, in words: [String]) -> Bool {
    words.indices.contains { start in
      terms.isSubset(of: words[start..<min(start + window, words.count)])
    }
  }

  private func hasPhrase(_ phrase: [String], in words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: phrase) }
  }

  /// The vocabulary decides how wide the codes are.
  @Test(
    "Phrases, nearness and occurrence are those that a search through the words gives",
    arguments: [3, 8, 400, 2_000, 40_000])
  func agreesWithWords(vocabulary: Int) throws {
    let directory = try TemporaryDirectory()
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    var generator = SeededGenerator()
    func word() -> String { "w\(Int.random(in: 0..<vocabulary, using: &generator))" }
    let kinds = TermSequence.Section.allCases
    var documents: [[Section]] = []
    for _ in 0..<(vocabulary > 1_000 ? 2 : 30) {
      documents.append(
        (0..<3).map { _ in
          let words = (0..<max(4, vocabulary / 4)).map { _ in
            (word(), Bool.random(using: &generator) ? ["p" + word()] : [])
          }
          return Section(kind: kinds.randomElement(using: &generator) ?? .other, words: words)
        })
      try database.add(document(of: documents[documents.count - 1]))
    }
    try database.commit()

    func expect(
      _ query: Query, _ place: TermSequence.Place, _ isMatch: (Section) -> Bool
    ) throws {
      let found = try Enquire(query).run(on: database, maxItems: 100).hits.map(\.documentID)
      let right = documents.indices.filter { index in
        documents[index].contains { place.sections.contains($0.kind) && isMatch($0) }
      }
      #expect(found.sorted() == right.map { $0 + 1 }, "\(generator) \(query)")
    }
    for _ in 0..<20 {
      let section = documents.randomElement(using: &generator)?.randomElement(using: &generator)
      let terms = (section?.words ?? []).map { $0.term }
      let start = Int.random(in: 0..<(terms.count - 3), using: &generator)
      let sections = kinds.filter { _ in Bool.random(using: &generator) }
      let place = TermSequence.Place(slot: Self.slot, sections: Set(sections))
      var phrase = Array(terms[start..<(start + Int.random(in: 2...3, using: &generator))])
      if Bool.random(using: &generator) { phrase.reverse() }
      try expect(.phrase(phrase, place), place) { hasPhrase(phrase, in: $0.words.map { $0.term }) }
      let near = Set([terms[start], terms[start + 3]])
      for window in [2, 4, 10] {
        try expect(.near(near.sorted(), window: window, place), place) {
          isNear(near, window, in: $0.words.map { $0.term })
        }
      }
      for term in [terms[start], "p" + terms[start]] {
        try expect(.occurs(term, place), place) { section in
          section.words.contains { $0.term == term || $0.parts.contains(term) }
        }
      }
    }
  }

  @Test("A value that is none matches nothing and harms nothing")
  func damaged() throws {
    let directory = try TemporaryDirectory()
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    for value in [[], [2], [0, 0], [9, 1, 4, 4], [255, 255], [8, 0, 1, 2, 3]] as [[UInt8]] {
      var document = Document()
      for term in ["a", "b"] { document.addTerm(term) }
      document.setValue(Self.slot, value)
      try database.add(document)
    }
    try database.commit()
    let query = Query.phrase(["a", "b"], .init(slot: Self.slot))
    #expect(try Enquire(query).run(on: database, maxItems: 10).hits.isEmpty)
  }

  @Test("A phrase weighs as its words together")
  func weight() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/db"
    try makeDatabase(at: path)
    let database = try Database(path: path)
    let phrase = try Enquire(.phrase(["de", "zorg"], .init(slot: Self.slot))).run(
      on: database, maxItems: 1)
    let both = try Enquire(.and([.term("de"), .term("zorg")])).run(on: database, maxItems: 1)
    #expect(abs(phrase.hits[0].weight - both.hits[0].weight) < 1e-9)
    #expect(phrase.hits[0].weight > 0)
  }
}
