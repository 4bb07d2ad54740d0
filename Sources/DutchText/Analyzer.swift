/// Text to terms: the one pipeline of indexing, queries and highlighting, so that these never
/// disagree.
///
/// ```swift
/// let analyzer = Analyzer(lexicon: lexicon, stemmer: stemmer)
/// for token in analyzer.analyze("Vlaamse inburgeringswetgeving") {
///   print(token.word, token.stem, token.parts.map(\.stem))
/// }
/// ```
///
/// Not Sendable: it keeps the stem and parts of every word seen, so each task has its own.
public final class Analyzer {
  /// Changes whenever the same text gives other terms; part of an index's fingerprint.
  public static let version = 1
  /// The cache is emptied when it holds so many words: a bound for endless input.
  private static let cacheLimit = 400_000

  private let splitter: CompoundSplitter
  private let stemmer: any Stemmer
  private let stopWords: StopWords
  private var cache: [String: Analysis] = [:]

  /// What is the same wherever a word stands.
  private struct Analysis {
    let stem: String
    let isStopWord: Bool
    let pieces: [(piece: CompoundSplitter.Piece, word: String, stem: String)]
  }

  public init(lexicon: Lexicon, stemmer: any Stemmer, stopWords: StopWords = .dutch) {
    splitter = CompoundSplitter(lexicon: lexicon)
    self.stemmer = stemmer
    self.stopWords = stopWords
  }

  /// All tokens in order.
  public func analyze(_ text: String) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.utf8.count / 6)
    analyze(text) { tokens.append($0) }
    return tokens
  }

  /// Calls `body` for each token in order.
  public func analyze(_ text: String, _ body: (Token) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var tokenizer = Tokenizer(bytes)
      var raw = RawToken()
      var position = 0
      var dates = WrittenDateFinder()
      while tokenizer.next(into: &raw) {
        let token = token(from: raw, at: position)
        body(token)
        if let date = dates.next(token) { body(date) }
        position += 1
      }
    }
  }

  private func token(from raw: RawToken, at position: Int) -> Token {
    let word = String(decoding: raw.word, as: UTF8.self)
    let analysis = analysis(of: word, raw)
    let parts = analysis.pieces.map { piece, word, stem in
      Token.Part(range: raw.sourceRange(of: piece.range), word: word, stem: stem)
    }
    return Token(
      range: raw.start..<raw.end, position: position, kind: raw.kind, word: word,
      stem: analysis.stem, parts: parts, isStopWord: analysis.isStopWord)
  }

  private func analysis(of word: String, _ raw: RawToken) -> Analysis {
    guard raw.kind == .word else {
      return Analysis(stem: word, isStopWord: false, pieces: [])
    }
    // "EU-landen" and "eulanden" are the same word with other parts.
    let hasHyphen = !raw.hyphenPieces.isEmpty
    if !hasHyphen, let known = cache[word] { return known }
    let pieces =
      hasHyphen
      ? raw.hyphenPieces.flatMap { self.pieces(of: $0, in: raw) }
      : self.pieces(of: 0..<raw.word.count, in: raw)
    let analysis = Analysis(
      stem: stem(of: word), isStopWord: stopWords.contains(word),
      pieces: pieces.map { piece in
        let core = String(decoding: raw.word[piece.core], as: UTF8.self)
        return (piece, core, stem(of: core))
      })
    if !hasHyphen {
      if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
      cache[word] = analysis
    }
    return analysis
  }

  /// The compound parts within a stretch of the word; a stretch between hyphens is itself a part.
  private func pieces(of range: Range<Int>, in raw: RawToken) -> [CompoundSplitter.Piece] {
    let found = raw.word[range].withContiguousStorageIfAvailable { splitter.pieces(of: $0) } ?? []
    let isWhole = range.count == raw.word.count
    if found.isEmpty, !isWhole, range.count >= 2 {
      return [CompoundSplitter.Piece(range: range, linkLength: 0)]
    }
    return found.map { piece in
      CompoundSplitter.Piece(
        range: (piece.range.lowerBound + range.lowerBound)..<(piece.range.upperBound
          + range.lowerBound), linkLength: piece.linkLength)
    }
  }

  /// The stem of a folded word.
  public func stem(of word: String) -> String {
    StemExceptions.stems[word] ?? stemmer.stem(word)
  }
}

extension Analyzer {
  /// The folded words of a name or label; "Heist-op-den-Berg" is one word as written and as typed.
  public func words(of name: String) -> [String] {
    analyze(name).filter { $0.kind != .date }.map(\.word)
  }
}
