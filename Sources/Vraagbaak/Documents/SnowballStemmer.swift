import DutchText
import Xapian

/// Xapian's Kraaij-Pohlmann stemmer for the analyzer.
final class SnowballStemmer: Stemmer {
  static let algorithm = "kraaij_pohlmann"

  /// The algorithm and where it comes from: Xapian 2 gives other stems under the same name.
  static let identity = "snowball \(algorithm), xapian \(Database.libraryVersion)"

  let name = SnowballStemmer.identity
  private let stemmer: Stem

  init() throws(XapianError) { stemmer = try Stem(Self.algorithm) }

  func stem(_ word: String) -> String {
    // Stemming itself throws only for lack of memory; the word is then its own stem.
    (try? stemmer.stem(word)) ?? word
  }
}
