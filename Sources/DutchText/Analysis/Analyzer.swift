/// Turns Dutch text into terms, for indexing, for queries and for highlighting alike.
///
/// ```swift
/// let analyzer = Analyzer(lexicon: lexicon, stemmer: stemmer)
/// for token in analyzer.analyze("de Vlaamse inburgeringswetgeving") {
///   print(token.stem, token.parts.map(\.stem))
/// }
/// ```
///
/// It remembers every word that it has seen, up to a limit: use one for each task.
public final class Analyzer {
  /// Changes whenever the same text may give other terms; part of an index's fingerprint.
  public static let version = 6

  /// Longer words, in bytes, are cut.
  static let maximumLength = FoldedWord.maximumLength

  /// Called with each new word. A word is new again after the analyzer had to forget its words.
  public var onNewTerm: ((Term) -> Void)?

  private let words: WordAnalyzer
  private let stopWords: StopWords
  private var table = ByteTable()
  private var terms: [Term] = []

  /// Enough for the vocabulary of hundreds of megabytes; bounds the memory to about 100 MB.
  private static let cacheLimit = 400_000

  public init(lexicon: Lexicon, stemmer: any Stemmer, stopWords: StopWords = .dutch) {
    words = WordAnalyzer(lexicon: lexicon, stemmer: stemmer)
    self.stopWords = stopWords
  }

  /// The tokens of `text` in their order.
  public func analyze(_ text: String) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.utf8.count / 6)
    analyze(text) { tokens.append($0) }
    return tokens
  }

  /// Hands the tokens of `text` to `body` one by one.
  public func analyze(_ text: String, _ body: (Token) throws -> Void) rethrows {
    var text = text
    try text.withUTF8 { try analyze(utf8: $0, body) }
  }

  /// Hands the tokens of UTF-8 text to `body` one by one. Bytes that are not UTF-8 separate words.
  public func analyze(
    utf8: UnsafeBufferPointer<UInt8>, _ body: (Token) throws -> Void
  ) rethrows {
    var tokenizer = Tokenizer(utf8)
    var position = 0
    while tokenizer.next() {
      let term = term(&tokenizer)
      let alignment = term.isCompound ? tokenizer.word.alignment() : nil
      try body(
        Token(
          range: tokenizer.range, position: position, sharesPosition: tokenizer.sharesPosition,
          term: term, alignment: alignment))
      if !tokenizer.sharesPosition { position += 1 }
    }
  }

  /// The folded words of a name or label; "Heist-op-den-Berg" is one word as written and as typed.
  public func words(of name: String) -> [String] {
    analyze(name).filter { $0.kind != .date }.map(\.word)
  }

  /// The stem that a folded word has as a token.
  public func stem(of word: String) -> String {
    let tokens = analyze(word)
    return tokens.count == 1 ? tokens[0].stem : words.stem(word)
  }

  /// The stems of words of the same family: for `migrant` those of `migratie` and `migreren`.
  public func kin(of stem: String) -> [String] { words.kin(of: stem) }

  private func term(_ tokenizer: inout Tokenizer) -> Term {
    term(
      tokenizer.word.utf8, hash: tokenizer.termHash, kind: tokenizer.kind,
      isElliptical: tokenizer.isElliptical)
  }

  /// The term of a word that was tokenized before.
  func term(of word: Vocabulary.Word) -> Term {
    word.utf8.withUnsafeBufferPointer { utf8 in
      term(
        utf8,
        hash: Tokenizer.termHash(
          WordHash.of(utf8), kind: word.kind, isElliptical: word.isElliptical),
        kind: word.kind, isElliptical: word.isElliptical)
    }
  }

  private func term(
    _ utf8: UnsafeBufferPointer<UInt8>, hash: UInt64, kind: Token.Kind, isElliptical: Bool
  ) -> Term {
    if let index = table.find(utf8, hash: hash) { return terms[index] }
    if terms.count >= Self.cacheLimit {
      table.removeAll()
      terms.removeAll(keepingCapacity: true)
    }
    let term = words.term(
      String(decoding: utf8, as: UTF8.self), kind: kind, isElliptical: isElliptical,
      stopWords: stopWords)
    _ = table.insert(utf8, hash: hash)
    terms.append(term)
    onNewTerm?(term)
    return term
  }
}

extension Tokenizer {
  /// The same letters as another kind of token, or before a hyphen, may give another term, and have
  /// another place in a table of terms.
  var termHash: UInt64 {
    Self.termHash(word.hash, kind: kind, isElliptical: isElliptical)
  }

  static func termHash(_ hash: UInt64, kind: Token.Kind, isElliptical: Bool) -> UInt64 {
    let variant = UInt64(kind.rawValue) << 1 | (isElliptical ? 1 : 0)
    return hash &+ variant &* WordHash.base
  }
}
