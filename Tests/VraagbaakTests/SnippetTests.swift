import Testing

@testable import Vraagbaak

struct SnippetTests {
  private func matches(_ word: String, in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    let word = Array(word.utf8)
    return bytes.indices.filter { bytes[$0...].starts(with: word) }.map { $0..<($0 + word.count) }
  }

  @Test("A short text is shown whole, with its matches marked")
  func short() throws {
    let text = "Het traject is één traject."
    let snippet = try SnippetGenerator.snippet(
      of: text, matches: matches("traject", in: text), length: 200)
    #expect(snippet.text == text)
    #expect(snippet.runs.filter(\.isMatch).map(\.text) == ["traject", "traject"])
    #expect(!snippet.isCutBefore && !snippet.isCutAfter)
  }

  @Test("Of a long text the sentences with the most matches are shown, whole")
  func sentences() throws {
    let filler = String(repeating: "Deze zin gaat nergens over. ", count: 20)
    let text = filler + "Het traject kost geld. Elk traject duurt lang. " + filler
    let snippet = try SnippetGenerator.snippet(
      of: text, matches: matches("traject", in: text), length: 80)
    #expect(snippet.text.contains("Het traject kost geld. Elk traject duurt lang."))
    #expect(snippet.isCutBefore && snippet.isCutAfter)
    #expect(snippet.text.count <= 120)
  }

  @Test("For a web page everything is escaped but the marks")
  func html() throws {
    let text = "A & B <script>alert('traject')</script> \"traject\""
    let snippet = try SnippetGenerator.snippet(
      of: text, matches: matches("traject", in: text), length: 200)
    #expect(
      snippet.html()
        == "A &amp; B &lt;script&gt;alert(&#39;<mark>traject</mark>&#39;)&lt;/script&gt; &quot;<mark>traject</mark>&quot;"
    )
    #expect(snippet.html(mark: "em").contains("<em>traject</em>"))
  }

  @Test("One endless sentence is cut between words, never inside a character")
  func endless() throws {
    let text = String(repeating: "coördinatie van beëdigde reünies ", count: 60)
    let snippet = try SnippetGenerator.snippet(
      of: text, matches: matches("reünies", in: text), length: 90)
    #expect(!snippet.text.contains("\u{fffd}"))
    let words = snippet.text.split(separator: " ").map(String.init)
    #expect(Set(words).isSubset(of: ["coördinatie", "van", "beëdigde", "reünies"]))
  }

  @Test("No-break spaces part words and sentences as spaces do", arguments: ["\u{a0}", "\u{202f}"])
  func noBreakSpaces(space: String) throws {
    let text = String(repeating: "Een lang stuk over water, ", count: 40) + "Klaar. Nog een zin."
    let plain = try SnippetGenerator.snippet(
      of: text, matches: matches("water", in: text), length: 90)
    let other = text.replacing(" ", with: space)
    let snippet = try SnippetGenerator.snippet(
      of: other, matches: matches("water", in: other), length: 90)
    #expect(snippet.text.count <= plain.text.count)
    #expect(snippet.text.contains("water"))
    let words = snippet.text.split(whereSeparator: \.isWhitespace)
    #expect(words.allSatisfy { ["Een", "lang", "stuk", "over", "water,"].contains($0) })
    let sentences = Array("Een zin.\(space)Nog een.".utf8)
    #expect(SnippetGenerator.sentences(in: sentences).count == 2)
  }

  @Test("Text without any space is cut too, between characters")
  func withoutSpaces() throws {
    let text = String(repeating: "één", count: 2_000)
    let snippet = try SnippetGenerator.snippet(of: text, matches: [3_000..<3_002], length: 400)
    #expect(snippet.text.utf8.count < 1_000)
    #expect(!snippet.text.contains("\u{fffd}") && snippet.runs.contains { $0.isMatch })
  }

  @Test("A text of twenty times the length takes some twenty times the time")
  func linear() throws {
    func time(_ sentences: Int) throws -> Double {
      let text = String(repeating: "Een zin over water. ", count: sentences)
      let places = matches("zin", in: text)
      return try (0..<5).map { _ in
        let start = ContinuousClock.now
        _ = try SnippetGenerator.snippet(of: text, matches: places, length: 400)
        return start.duration(to: .now) / .seconds(1)
      }.min() ?? 0
    }
    // Squared it would be four hundred times.
    #expect(try time(20_000) < 100 * time(1_000))
  }

  @Test("What is required is shown, however many other words match elsewhere")
  func required() throws {
    let text =
      String(repeating: "Water bij water en water. ", count: 20) + "Het beleid faalt hier. "
      + String(repeating: "Nog een zin zonder iets. ", count: 20)
    let phrase = try #require(matches("beleid faalt", in: text).first)
    let all = (matches("ater", in: text) + [phrase]).sorted { $0.lowerBound < $1.lowerBound }
    let snippet = try SnippetGenerator.snippet(
      of: text, matches: all, required: [phrase], length: 80)
    #expect(snippet.runs.filter(\.isMatch).map(\.text).contains("beleid faalt"))
  }

  @Test("A match that reaches over the end of a sentence is shown whole")
  func overSentences() throws {
    let filler = String(repeating: "zonder enige punt of komma gaat deze zin door en ", count: 12)
    let text = "Hier " + filler + "is het goedgekeurd zijn.De resultaten " + filler + "dan."
    let match = matches("zijn.De resultaten", in: text)
    let snippet = try SnippetGenerator.snippet(of: text, matches: match, length: 120)
    #expect(snippet.runs.filter(\.isMatch).map(\.text) == ["zijn.De resultaten"])
    #expect(snippet.text.count < 300)
  }
}
