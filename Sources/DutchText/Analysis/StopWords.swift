import Text

/// Words that say little by themselves: an `Analyzer` marks them, ranking decides what that means.
public struct StopWords: Sendable {
  let words: Set<String>

  /// - Parameter words: in lower case without diacritics, as `Token.word` has them.
  public init(_ words: some Sequence<String>) {
    self.words = Set(words)
  }

  public func contains(_ word: String) -> Bool { words.contains(word) }

  /// Function words of Dutch: articles, pronouns, prepositions, conjunctions, auxiliary verbs, and
  /// the adverbs that only connect.
  public static let dutch = StopWords(WordList(PackageResources.stop_words_txt).words)
}
