import DutchText
import Xapian

/// A word that was probably meant instead of one that was typed.
public struct Correction: Sendable, Equatable, Codable {
  /// As typed.
  public let word: String
  public let suggestion: String

  /// The typed query with the words that were probably meant.
  public static func apply(_ corrections: [Correction], to text: String) -> String {
    corrections.reduce(text) { text, correction in
      text.split(separator: correction.word, omittingEmptySubsequences: false)
        .joined(separator: correction.suggestion)
    }
  }
}

/// Finds "did you mean" for words that no or hardly any document has, by the engine's spelling
/// words; compounds that no document has are corrected by their parts.
struct Corrector {
  /// A word in so many documents may be a mistake that others made too.
  private static let rare = 2
  /// What was meant is in so many times more documents.
  private static let ratio = 50
  private static let mostEdits = 2
  /// The least letters of a part of a compound.
  private static let shortestPart = 4

  let database: Database
  let analyzer: Analyzer

  func corrections(for words: [CompiledQuery.Word]) throws(XapianError) -> [Correction] {
    var found: [Correction] = []
    for word in words where word.units.first?.role == .word && word.text.allSatisfy(\.isLetter) {
      if let suggestion = try suggestion(for: word.text) {
        found.append(Correction(word: word.text, suggestion: suggestion))
      }
    }
    return found
  }

  private func suggestion(for typed: String) throws(XapianError) -> String? {
    let word = analyzer.words(of: typed).joined()
    let documents = try self.documents(with: word)
    guard documents <= Self.rare, word.utf8.count >= Self.shortestPart else { return nil }
    let whole = try nearest(to: word)
    if let whole, analyzer.stem(of: whole) != analyzer.stem(of: word),
      try self.documents(with: whole) > documents * Self.ratio
    {
      return whole
    }
    return documents == 0 ? try compound(word) : nil
  }

  private func documents(with word: String) throws(XapianError) -> Int {
    try database.frequency(of: analyzer.stem(of: word)).documents
  }

  private func nearest(to word: String) throws(XapianError) -> String? {
    try database.spellingSuggestion(for: word, maxEdits: word.utf8.count < 6 ? 1 : 2)
  }

  /// `inburgerins|traject`: where both sides are words or nearly so, the compound of these. What
  /// changes least and has the more common parts wins.
  private func compound(_ word: String) throws(XapianError) -> String? {
    // Parts that the analysis knows need no correction.
    guard analyzer.analyze(word).flatMap(\.parts).isEmpty else { return nil }
    let letters = Array(word)
    var best: (text: String, edits: Int, documents: Int)?
    for cut in letters.indices.dropFirst(Self.shortestPart).dropLast(Self.shortestPart - 1) {
      guard let right = try part(String(letters[cut...])) else { continue }
      for left in [letters[..<cut], letters[..<cut].last == "s" ? letters[..<(cut - 1)] : []] {
        guard let left = try part(String(left)) else { continue }
        let text = left.word + (try takesLink(left.word) ? "s" : "") + right.word
        let edits = Spelling.edits(letters, Array(text))
        let documents = min(left.documents, right.documents)
        guard 1...Self.mostEdits ~= edits else { continue }
        if let best, (edits, -documents) >= (best.edits, -best.documents) { continue }
        best = (text, edits, documents)
      }
    }
    return best?.text
  }

  /// A word that the documents have: this one or the nearest.
  private func part(_ text: String) throws(XapianError) -> (word: String, documents: Int)? {
    guard text.count >= Self.shortestPart else { return nil }
    let documents = try self.documents(with: text)
    if documents > Self.rare { return (text, documents) }
    guard let near = try nearest(to: text) else { return nil }
    return (near, try self.documents(with: near))
  }

  /// Whether most compounds that begin with the word have an s behind it.
  private func takesLink(_ word: String) throws(XapianError) -> Bool {
    let key = Schema.wordKeyPrefix + word
    let all = try database.metadataKeys(prefix: key).count { $0.count > key.count + 2 }
    return try database.metadataKeys(prefix: key + "s").count { $0.count > key.count + 3 } * 2 > all
  }
}
