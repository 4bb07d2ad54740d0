/// Takes the endings off a folded word. Whoever makes an `Analyzer` brings one.
public protocol Stemmer: AnyObject {
  /// Identifies the algorithm: an index keeps it.
  var name: String { get }
  func stem(_ word: String) -> String
}
