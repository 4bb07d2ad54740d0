import Testing

@testable import DutchText

/// On a word list of a few words and a corpus of fewer: the rules alone.
@Suite struct SplittingTests {
  private static func analyzer() throws -> Analyzer {
    var builder = LexiconBuilder()
    builder.add(
      wordList: Array(
        """
        inburgering
        inburgeringscursus
        inburgeringstraject
        traject
        cursus
        wet
        wetgeving
        verblijf
        verblijfswet
        verblijfsrecht
        verblijfplaats
        recht
        rechtsstaat
        deel
        deelgebied
        staat
        stadstaat
        lidstaat
        stad
        lid
        plaats
        kleuren
        kleurenfilm
        film
        filmplan
        plan
        verkeersplan
        verkeer
        gebied
        Antwerpen
        """.utf8))
    var counts = WordCounts()
    for _ in 0..<30 {
      counts.add("wetgeving inburgering traject verblijf verkeer plan recht staat deel kleuren")
    }
    builder.add(counts)
    return Analyzer(lexicon: try Lexicon(bytes: builder.compiled()), stemmer: NoStemmer())
  }

  @Test(
    "A compound has these parts",
    arguments: [
      ("inburgeringswetgeving", ["inburgering", "wetgeving"]),
      ("verblijfswetgeving", ["verblijf", "wetgeving"]),
      ("verkeersplannen", ["verkeer", "plannen"]),
      ("deelstaten", ["deel", "staten"]),
      ("kleurenplan", ["kleuren", "plan"]),
      ("verkeersrecht", ["verkeer", "recht"]),
      ("wetgeving", []),
      ("Antwerpen", []),
      ("inburgering", []),
    ])
  func parts(_ word: String, _ parts: [String]) throws {
    #expect(try Self.analyzer().analyze(word).flatMap(\.parts).map(\.word) == parts)
  }

  @Test("A part reaches over its linking letters, as a highlight wants it")
  func ranges() throws {
    let text = "het Inburgeringstraject"
    let parts = try Self.analyzer().analyze(text).flatMap(\.parts)
    let found = parts.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == ["Inburgerings", "traject"])
  }

  @Test("A part has the stem that it has as a word")
  func stems() throws {
    let analyzer = try Self.analyzer()
    let staten = try #require(analyzer.analyze("deelstaten").first?.parts.last)
    #expect(staten.stem == analyzer.stem(of: "staat"))
    #expect(analyzer.stem(of: "deelstaten") == analyzer.stem(of: "deelstaat"))
  }

  @Test("A hyphen that stands for a word to come leaves the word itself")
  func elliptical() throws {
    let tokens = try Self.analyzer().analyze("inburgerings- en verblijfswet")
    #expect(tokens.first?.stem == "inburgering")
  }

  @Test("A hyphenated word and the same in one piece meet, and the pieces are parts")
  func hyphens() throws {
    let analyzer = try Self.analyzer()
    let hyphenated = try #require(analyzer.analyze("deel-staten").first)
    #expect(hyphenated.parts.map(\.word) == ["deel", "staten"])
    #expect(hyphenated.stem == analyzer.stem(of: "deelstaten"))
  }
}
