/// Reduces a folded word to the stem that its forms share.
///
/// The analyzer caches what a stemmer answers, so it is asked once for each distinct word.
public protocol Stemmer: AnyObject {
  /// The algorithm's own name, for example `kraaij_pohlmann`: part of an index's fingerprint.
  var name: String { get }

  /// The stem of a word in lower case without diacritics.
  func stem(_ word: String) -> String
}
