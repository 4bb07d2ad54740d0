import Testing

@testable import DutchText

/// Leaves words as they are.
final class NoStemmer: Stemmer {
  let name = "none"
  func stem(_ word: String) -> String { word }
}

@Suite struct AnalyzerTests {
  @Test("A token knows its place in the source")
  func ranges() {
    let analyzer = Analyzer(lexicon: .empty, stemmer: NoStemmer())
    let text = "Vluchtelingen uit Oekraïne"
    let tokens = analyzer.analyze(text)
    #expect(tokens.map(\.word) == ["vluchtelingen", "uit", "oekraine"])
    #expect(tokens.map(\.range) == [0..<13, 14..<17, 18..<27])
  }
}
