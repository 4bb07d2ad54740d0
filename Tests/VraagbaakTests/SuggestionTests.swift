import Extraction
import TestSupport
import Testing
import WrittenQuestions

@testable import Vraagbaak

/// What a query may become while it is typed, and what is told of an index to those who serve it.
struct SuggestionTests {
  @Test("The last word is completed, the words before it stay")
  func words() async throws {
    let searcher = try SampleIndex.index().searcher()
    let found = try await searcher.suggestions("wat doet Inburg", limit: 3)
    let first = try #require(found.words.first)
    #expect(first.word.hasPrefix("inburg"))
    #expect(first.query == "wat doet " + first.word)
    #expect(found.words.count <= 3)
    let counts = found.words.map(\.count)
    #expect(counts == counts.sorted(by: >))
    // A space ends the word.
    #expect(try await searcher.suggestions("inburg ").words.isEmpty)
    #expect(try await searcher.suggestions("  ").titles.isEmpty)
  }

  @Test(
    "Names are found by the beginning of each of their words, and become filters that find them")
  func names() async throws {
    let searcher = try SampleIndex.index().searcher()
    for typed in ["rik vangh", "vangh", "vragen van Rik Vangheluwen"] {
      let found = try await searcher.suggestions(typed)
      let name = try #require(found.names.first { $0.name == "Rik Vangheluwen" })
      #expect(name.field == .asker && name.query.hasSuffix("vrager:\"Rik Vangheluwen\""))
      let hits = try await searcher.search(.parse("vrager:\"Rik Vangheluwen\""))
      #expect(hits.total.count == name.count)
    }
    #expect(
      try await searcher.suggestions("vragen van rik").names.map(\.query).allSatisfy {
        $0.hasPrefix("vragen van ")
      })
  }

  @Test("Titles have all the words")
  func titles() async throws {
    let searcher = try SampleIndex.index().searcher()
    let found = try await searcher.suggestions("verblijfsrecht inburg")
    #expect(found.titles.first?.id == "inburgering-en-verblijfsrecht")
    #expect(try await searcher.suggestions("verblijfsrecht xyzzy").titles.isEmpty)
  }

  @Test("The state of an index is the same until it changes")
  func state() async throws {
    let sources = try Sources()
    try sources.write("a.jsonl", ["een": "Hoeveel fietspaden zijn er?"])
    try sources.index.build(from: [sources.directory], wordList: nil)
    let searcher = try sources.index.searcher()
    let first = try await searcher.state()
    #expect(first.documents == 1 && first.generation == 1)
    #expect(first.roots == [SourcePath(sources.directory)])
    #expect(try await searcher.state() == first)
    try sources.write("b.jsonl", ["twee": "Hoeveel wegen zijn er?"])
    try sources.index.update()
    let second = try await searcher.state()
    #expect(second.token != first.token && second.revision > first.revision)
    #expect(second.documents == 2)
    try sources.index.build(from: [sources.directory], wordList: nil)
    let third = try await searcher.state()
    #expect(third.generation == 2)
    #expect(Set([first.token, second.token, third.token]).count == 3)
  }

  @Test("Hits name files as those who serve them want it, links with them")
  func paths() async throws {
    let results = try await SampleIndex.index().searcher().search(.parse("inburgering"))
    let told = results.replacingPaths { SourcePath($0.name) }
    #expect(!told.hits.isEmpty)
    for (hit, original) in zip(told.hits, results.hits) {
      #expect(hit.document.source.path.text == original.document.source.path.name)
      #expect(hit.link?.contains("/") != true)
      #expect(hit.document.source.path != original.document.source.path)
      #expect(hit.passage == original.passage)
    }
  }

  @Test("A count is exact where that is asked for")
  func countsAll() async throws {
    let sources = try Sources()
    let records = (0..<1_500).map {
      Sources.record("d\($0)", "Hoeveel fietspaden zijn er in \($0)?")
    }
    try sources.write("a.jsonl", records.joined(separator: "\n"))
    try sources.index.build(from: [sources.directory], wordList: nil)
    let searcher = try sources.index.searcher()
    let all = try await searcher.search(.words("fietspaden"), .init(limit: 0, countsAll: true))
    #expect(all.total == .init(count: 1_500, isExact: true))
  }

  @Test(
    "A line has no characters that steer, and words stay apart",
    arguments: [
      ("a\nb\t c ", "a b c"), ("ge\u{ad}heel", "geheel"), ("\u{1b}[31mrood", "[31mrood"),
      ("\u{202e}om\u{202c}", "om"), ("a\u{0}\nb", "a b"), ("", ""),
    ])
  func line(text: String, line: String) {
    #expect(WireFormat.line(text) == line)
  }

  @Test("Escapes stand where characters steer, and all else is as it was")
  func escapes() throws {
    let texts = [
      "kaal", "é€😀", "a\u{202e}b\u{200b}", "\u{7f}\u{80}\u{9f}\u{a0}\u{ad}",
      "\u{e0001}\u{feff}einde", "\u{1b}",
    ]
    for text in texts {
      let json = String(decoding: try WireFormat.encode([text]), as: UTF8.self)
      #expect(try WireFormat.decode([String].self, from: Array(json.utf8)) == [text])
      #expect(!json.unicodeScalars.contains { $0.steersText })
    }
    let json = String(decoding: try WireFormat.encode(["\u{e0001}é\u{7f}"]), as: UTF8.self)
    #expect(json == "[\"\\udb40\\udc01é\\u007f\"]")
  }
}
