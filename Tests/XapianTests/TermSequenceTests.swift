import TestSupport
import Testing

@testable import Xapian

struct TermSequenceTests {
  private static let slot = 7

  private struct Section {
    var number: TermSequence.Section
    /// Each word with the terms beside it.
    var words: [(term: String, beside: [String])]

    var terms: [String] { words.map(\.term) }
  }

  private func document(of sections: [Section], leastWidth: Int) -> Document {
    var document = Document()
    var sequence = TermSequence()
    for section in sections {
      sequence.beginSection(section.number)
      for word in section.words {
        // As a date: before the words that it is written with.
        if word.beside.count == 2 { sequence.append(apart: document.addTerm(word.beside[1])) }
        sequence.append(document.addTerm(word.term))
        if let term = word.beside.first { sequence.append(beside: document.addTerm(term)) }
      }
    }
    document.setValue(
      Self.slot, sequence.bytes(terms: document.hashes, leastWidth: leastWidth))
    return document
  }

  /// What the test says of a section, by trying every place.
  private func isMatch(_ test: SequenceTest, _ section: Section) -> Bool {
    let words = section.terms
    return switch test.order {
    case .phrase: words.indices.contains { words[$0...].starts(with: test.terms) }
    case .near(let window):
      words.indices.contains { start in
        Set(test.terms).isSubset(of: words[start..<min(start + window, words.count)])
      }
    case .occurs:
      section.words.contains { !Set([$0.term] + $0.beside).isDisjoint(with: test.terms) }
    }
  }

  /// The vocabulary decides how wide the codes are, where they need not be wider.
  @Test(
    "Phrases, nearness and occurrence are those that a search through the words gives",
    arguments: [
      (3, 2), (8, 2), (400, 2), (2_000, 2), (40_000, 2), (20, 3), (20, 4), (20, 5), (20, 6),
      (20, 7), (20, 8),
    ])
  func agreesWithWords(vocabulary: Int, leastWidth: Int) throws {
    let directory = try TemporaryDirectory()
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    var generator = SeededGenerator()
    func word() -> String { "w\(Int.random(in: 0..<vocabulary, using: &generator))" }
    let numbers = TermSequence.Section.allCases
    let documents = (0..<(vocabulary > 1_000 ? 2 : 30)).map { _ in
      (0..<3).map { _ in
        let words = (0..<max(4, vocabulary / 4)).map { _ in
          (word(), (0..<Int.random(in: 0...2, using: &generator)).map { _ in "p" + word() })
        }
        return Section(number: numbers.randomElement(using: &generator) ?? .a, words: words)
      }
    }
    for sections in documents { try database.add(document(of: sections, leastWidth: leastWidth)) }
    try database.commit()
    let stored = try documents.indices.map { index in
      try database.document(index + 1).values[Self.slot] ?? []
    }
    #expect(stored.allSatisfy { $0[0] >= leastWidth })

    let terms = documents.map { sections in
      Set(sections.flatMap { $0.words.flatMap { [$0.term] + $0.beside } })
    }

    func expectRight(_ test: SequenceTest) throws {
      let right = documents.indices.filter { index in
        documents[index].contains { test.sections.contains($0.number) && isMatch(test, $0) }
      }
      let page = try Enquire(.sequence(test, slot: Self.slot)).run(on: database, maxItems: 100)
      let found = page.hits.map { $0.documentID - 1 }.sorted()
      #expect(found == right, "\(generator) \(test)")
      // Outside of the engine, of documents that have all the terms.
      let having = documents.indices.filter { Set(test.terms).isSubset(of: terms[$0]) }
      let passes = try test.matches(having.map { stored[$0] })
      #expect(
        zip(having, passes).filter(\.1).map(\.0) == having.filter(right.contains),
        "\(generator) \(test)")
      let tested = documents.indices.count { index in
        let found = test.terms.count(where: terms[index].contains)
        return test.order == .occurs ? found > 0 : found == test.terms.count
      }
      #expect(
        page.sequenceCounts[test] == .init(tested: tested, passed: right.count),
        "\(generator) \(test)")
    }
    for _ in 0..<(vocabulary > 1_000 ? 4 : 20) {
      let words =
        documents.randomElement(using: &generator)?.randomElement(using: &generator)?.terms ?? []
      let start = Int.random(in: 0..<(words.count - 3), using: &generator)
      let sections = Set(numbers.filter { _ in Int.random(in: 0...3, using: &generator) > 0 })
      var phrase = Array(words[start..<(start + Int.random(in: 2...3, using: &generator))])
      if Bool.random(using: &generator) { phrase.reverse() }
      try expectRight(SequenceTest(.phrase, phrase, sections: sections))
      try expectRight(SequenceTest(.phrase, phrase))
      for window in [2, 4, 10] {
        let near = [words[start], words[start + 3]]
        try expectRight(SequenceTest(.near(window: window), near, sections: sections))
      }
      for term in [words[start], "p" + words[start]] {
        try expectRight(SequenceTest(.occurs, [term], sections: sections))
      }
      // Among many that no document has some share a number with one that it has.
      let absent = (0..<300).map { "q\($0)" }
      for terms in [absent + words[start...(start + 2)], ["p" + words[start], words[start + 1]]] {
        try expectRight(SequenceTest(.occurs, terms, sections: sections))
      }
    }
  }

  @Test(
    "A phrase has the forms that are asked for, wherever forms are stored", arguments: [1, 3, 40])
  func forms(vocabulary: Int) throws {
    typealias Word = (term: String, form: UInt16)
    let directory = try TemporaryDirectory()
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    var generator = SeededGenerator()
    func word() -> Word {
      let forms: [UInt16] = [0, 0, 0, 1, 256, 65_535]
      return (
        "w\(Int.random(in: 0..<vocabulary, using: &generator))",
        forms.randomElement(using: &generator) ?? 0
      )
    }
    let documents = (0..<30).map { _ in
      (0..<3).map { _ in (0..<Int.random(in: 0...20, using: &generator)).map { _ in word() } }
    }
    for sections in documents {
      var document = Document()
      var sequence = TermSequence()
      for (section, words) in zip(TermSequence.Section.allCases, sections) {
        sequence.beginSection(section)
        for word in words {
          sequence.append(apart: document.addTerm("d"))
          sequence.append(document.addTerm(word.term), form: word.form)
          sequence.append(beside: document.addTerm("p" + word.term))
        }
      }
      document.setSequence(sequence, slot: Self.slot, forms: Self.slot + 1)
      try database.add(document)
    }
    try database.commit()
    for _ in 0..<40 {
      let phrase = (0..<Int.random(in: 1...3, using: &generator)).map { _ in word() }
      let wanted = phrase.map { Bool.random(using: &generator) ? $0.form : nil }
      let sections = Set(
        TermSequence.Section.allCases.filter { _ in Int.random(in: 0...3, using: &generator) > 0 })
      let test = SequenceTest(
        .phrase, phrase.map(\.term), forms: .init(wanted, slot: Self.slot + 1), sections: sections)
      let right = documents.indices.filter { index in
        zip(TermSequence.Section.allCases, documents[index]).contains { section, words in
          sections.contains(section)
            && words.indices.contains { start in
              start + phrase.count <= words.count
                && zip(words[start...], zip(phrase, wanted)).allSatisfy { word, asked in
                  word.term == asked.0.term && (asked.1 == nil || asked.1 == word.form)
                }
            }
        }
      }
      let page = try Enquire(.sequence(test, slot: Self.slot)).run(on: database, maxItems: 100)
      #expect(
        page.hits.map { $0.documentID - 1 }.sorted() == right, "\(generator) \(test)")
    }
  }

  @Test("Terms that are to be placed are given in their order, with their places")
  func placed() throws {
    var document = Document()
    var sequence = TermSequence()
    sequence.beginSection(.b)
    for term in ["a", "b", "c", "a"] { sequence.append(document.addTerm(term)) }
    sequence.append(beside: document.addTerm("b"))
    sequence.beginSection(.c)
    sequence.append(document.addTerm("b"))
    document.setSequence(sequence, slot: Self.slot)
    let value = sequence.bytes(terms: document.hashes)
    let sections = TermCounter(["c"], placing: ["a", "b"]).sections(in: value)
    #expect(
      sections.map { $0.order.map { [$0.place, $0.term] } } == [
        [[1, 0], [2, 1], [4, 0]], [[1, 1]],
      ])
    #expect(sections.map(\.placed) == [[1], [0]])
  }

  @Test("A value that is none matches nothing and harms nothing")
  func damaged() throws {
    let directory = try TemporaryDirectory()
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    let values =
      [
        [], [2], [0, 0], [9, 1, 4, 4], [255, 255], [8, 0, 1, 2, 3], [2, 0, 0], [2, 0, 9, 9, 9],
      ] as [[UInt8]]
    for value in values {
      var document = Document()
      for term in ["a", "b"] { document.addTerm(term) }
      document.setValue(Self.slot, value)
      try database.add(document)
    }
    try database.commit()
    for order in [.phrase, .near(window: 9), .occurs] as [SequenceTest.Order] {
      let test = SequenceTest(order, ["a", "b"])
      let page = try Enquire(.sequence(test, slot: Self.slot)).run(on: database, maxItems: 10)
      #expect(page.hits.isEmpty)
      #expect(try test.matches(values) == values.map { _ in false })
      #expect(try test.matches([[UInt8]]()).isEmpty)
    }
  }

  @Test("A term with the number of a section, which no document has, is not taken for one")
  func numberOfSection() throws {
    let coding = try #require(Coding([2, 0]))
    let term = try #require(
      (0..<1_000_000).lazy.map { "x\($0)" }.first { coding.number(TermHash.of($0)) == 0 })
    let other = coding.number(TermHash.of("b")) << 1
    let value = [2, 0, 0, 0, UInt8(other & 0xFF), UInt8(other >> 8)]
    let directory = try TemporaryDirectory()
    let database = try WritableDatabase(path: directory.path + "/db", mode: .create)
    var document = Document()
    document.addTerm(term, wdf: 2)
    document.addTerm("b")
    document.setValue(Self.slot, value)
    try database.add(document)
    try database.commit()
    let tests = [
      SequenceTest(.phrase, [term, "b"]), SequenceTest(.phrase, [term, term, "b"]),
      SequenceTest(.near(window: 2), [term, "b"]), SequenceTest(.occurs, [term]),
    ]
    for test in tests {
      let page = try Enquire(.sequence(test, slot: Self.slot)).run(on: database, maxItems: 1)
      #expect(page.hits.isEmpty && page.sequenceCounts[test]?.tested == 1, "\(test)")
      #expect(try !test.matches(value))
    }
    #expect(try SequenceTest(.occurs, [term, "b"]).matches(value))
  }

  @Test("A phrase weighs as its words together")
  func weight() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/db"
    try makeDatabase(at: path)
    let database = try Database(path: path)
    let phrase = try Enquire(.phrase(["de", "zorg"], slot: Self.slot)).run(
      on: database, maxItems: 1)
    let both = try Enquire(.and([.term("de"), .term("zorg")])).run(on: database, maxItems: 1)
    #expect(abs(phrase.hits[0].weight - both.hits[0].weight) < 1e-9)
    #expect(phrase.hits[0].weight > 0)
  }

  @Test("A search says of each of its tests how many documents it looked at and how many passed")
  func counts() throws {
    let directory = try TemporaryDirectory()
    let paths = ["/een", "/twee"].map { directory.path + $0 }
    for path in paths { try makeDatabase(at: path) }
    let phrase = SequenceTest(.phrase, ["de", "zorg"])
    let lists = SequenceTest(.phrase, ["de", "wachtlijsten"])
    let absent = SequenceTest(.phrase, ["zorg", "de"])
    let query = Query.or([phrase, lists, absent].map { .sequence($0, slot: Self.slot) })
    for count in 1...2 {
      let database = try Database(paths: Array(paths.prefix(count)))
      for _ in 0..<2 {
        let seen = try Enquire(query).run(on: database, maxItems: 10).sequenceCounts
        #expect(seen[phrase] == .init(tested: count, passed: count))
        #expect(seen[lists] == .init(tested: 2 * count, passed: count))
        #expect(seen[absent] == .init(tested: count, passed: 0))
      }
      // Only what another condition leaves is looked at.
      let narrow = Query.and([.sequence(lists, slot: Self.slot), .term("Q2")])
      let seen = try Enquire(narrow).run(on: database, maxItems: 10).sequenceCounts
      #expect(seen == [lists: .init(tested: count, passed: count)])
    }
  }

  @Test("A test that is to find no more than so many documents looks at no more")
  func most() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/db"
    try makeDatabase(at: path, texts: ["a b", "b a", "a b", "a b", "a"])
    let database = try Database(path: path)
    let test = SequenceTest(.phrase, ["a", "b"])
    for (most, tested, ids) in [(1, 1, [1]), (2, 3, [1, 3]), (9, 4, [1, 3, 4])] {
      let page = try Enquire(.sequence(test, slot: Self.slot, most: most)).run(
        on: database, maxItems: 10)
      #expect(page.hits.map(\.documentID).sorted() == ids)
      #expect(page.sequenceCounts[test] == .init(tested: tested, passed: ids.count))
    }
  }

  @Test("A query looks everywhere for what stands before all its other conditions")
  func looksEverywhere() {
    let phrase = Query.phrase(["a", "b"], slot: Self.slot)
    let word = Query.term("c")
    for query in [
      phrase, .andMaybe(.and([phrase]), word), .andNot(phrase, word), .scale(phrase, by: 0),
    ] {
      #expect(query.looksEverywhere(for: phrase))
    }
    for query in [
      .filter(phrase, word), .and([phrase, word]), .or([phrase, word]), .andMaybe(word, phrase),
    ] as [Query] {
      #expect(!query.looksEverywhere(for: phrase))
    }
  }
}
