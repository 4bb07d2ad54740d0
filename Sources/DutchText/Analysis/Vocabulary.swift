/// The words of a text, by their numbers in a vocabulary.
public struct WordSequence: Sendable {
  /// Twice the number of each token's word, plus 1 where the next token shares its place.
  let codes: [UInt32]
}

/// Cuts texts into words once, for two uses: they are counted for the lexicon, and become terms when
/// the lexicon is there.
///
/// ```swift
/// var vocabulary = Vocabulary()
/// let words = vocabulary.add("de Vlaamse inburgeringswetgeving")
/// let counted = vocabulary.counts["vlaamse"]
/// ```
public struct Vocabulary: Sendable {
  /// A word as the tokenizer gave it.
  struct Word: Sendable {
    let utf8: [UInt8]
    let kind: Token.Kind
    let isElliptical: Bool
  }

  /// How often each word was used.
  public private(set) var counts = WordCounts()
  private(set) var words: [Word] = []
  private var table = ByteTable()

  public init() {}

  /// Counts a text's words.
  public mutating func add(_ text: String) -> WordSequence {
    var text = text
    return text.withUTF8 { utf8 in
      var codes: [UInt32] = []
      codes.reserveCapacity(utf8.count / 6)
      var tokenizer = Tokenizer(utf8)
      var place = WordCounts.Place()
      while tokenizer.next() {
        counts.add(tokenizer, &place)
        let (index, isNew) = table.insert(tokenizer.word.utf8, hash: tokenizer.termHash)
        if isNew {
          words.append(
            Word(
              utf8: Array(tokenizer.word.utf8), kind: tokenizer.kind,
              isElliptical: tokenizer.isElliptical))
        }
        codes.append(UInt32(index) << 1 | (tokenizer.sharesPosition ? 1 : 0))
      }
      return WordSequence(codes: codes)
    }
  }
}

/// The terms that an analyzer makes of a vocabulary's words, each once.
public final class VocabularyTerms {
  private let words: [Vocabulary.Word]
  private var terms: [Term?]
  private let analyzer: Analyzer

  public init(_ vocabulary: Vocabulary, _ analyzer: Analyzer) {
    words = vocabulary.words
    terms = Array(repeating: nil, count: words.count)
    self.analyzer = analyzer
  }

  /// Hands the terms of a text to `body` one by one, as `Analyzer.analyze` does its tokens.
  public func forEach(
    in sequence: WordSequence, _ body: (_ term: Term, _ sharesPosition: Bool) -> Void
  ) {
    for code in sequence.codes {
      body(term(Int(code >> 1)), code & 1 == 1)
    }
  }

  private func term(_ number: Int) -> Term {
    if let known = terms[number] { return known }
    let term = analyzer.term(of: words[number])
    terms[number] = term
    return term
  }
}
