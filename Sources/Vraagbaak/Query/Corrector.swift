import DutchText
import Xapian

/// A word that was probably meant instead of one that was typed.
public struct Correction: Sendable, Equatable, Codable {
  /// As typed.
  public let word: String
  public let suggestion: String

  /// The typed query with the words that were probably meant, each in place of a whole word, in
  /// capitals or not. Values of fields, and what a `*` ends, were not looked at, and stay.
  public static func apply(_ corrections: [Correction], to text: String) -> String {
    let suggestions = Dictionary(
      corrections.map { ($0.word.lowercased(), $0.suggestion) },
      uniquingKeysWith: { first, _ in first })
    let characters = Array(text)
    let values = fieldValues(in: text)
    var applied = ""
    var place = 0
    while place < characters.count {
      guard isInWord(characters[place]) else {
        applied.append(characters[place])
        place += 1
        continue
      }
      let run = characters[place...].prefix(while: isInWord)
      // A hyphen at its end stands for another word.
      let end = (run.lastIndex { !isJoiner($0) } ?? place) + 1
      let word = String(characters[place..<end])
      let isBeginning = end < characters.count && characters[end] == "*"
      let isKept =
        isBeginning || isInAddress(place..<end, characters)
        || values.contains { $0.contains(place) }
      let suggestion = isKept ? nil : suggestions[word.lowercased()]
      applied += suggestion.map { capitals(of: word, in: $0) } ?? word
      place = end
    }
    return applied
  }

  /// `jan@dekamer.be`, `dekamer.be/vragen`, `NEAR/5`.
  private static func isInAddress(_ word: Range<Int>, _ characters: [Character]) -> Bool {
    func at(_ place: Int) -> Character {
      characters.indices.contains(place) ? characters[place] : " "
    }
    return "@/.".contains(at(word.lowerBound - 1)) || "@/".contains(at(word.upperBound))
      || at(word.upperBound) == "." && isInWord(at(word.upperBound + 1))
  }

  /// Where values of fields stand, but for titles, whose words are words.
  private static func fieldValues(in text: String) -> [Range<Int>] {
    var lexer = QueryLexer(text)
    // What is refused has no corrections.
    try? lexer.run()
    return lexer.lexemes.flatMap { placed -> [Range<Int>] in
      guard case .field(let field, let values) = placed.lexeme, field != .title else { return [] }
      return values.map { $0.position..<($0.position + $0.text.count + ($0.isQuoted ? 2 : 0)) }
    }
  }

  /// `Ministe` is `Minister`, `MINISTE` is `MINISTER`.
  private static func capitals(of typed: String, in meant: String) -> String {
    guard typed.first?.isUppercase == true else { return meant }
    return typed.count > 1 && typed == typed.uppercased()
      ? meant.uppercased() : meant.prefix(1).uppercased() + meant.dropFirst()
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || isJoiner(character)
  }

  private static func isJoiner(_ character: Character) -> Bool { "-'’".contains(character) }
}

/// Finds "did you mean" for words that no or hardly any document has, by the engine's spelling
/// words; compounds that no document has are corrected by their parts.
struct Corrector {
  /// A word in so many documents may be a mistake that others made too.
  private static let rare = 2
  /// What was meant is in so many times more documents.
  private static let ratio = 50
  private static let mostEdits = 2
  /// So many rare words of a query are looked at: each takes a millisecond or some.
  private static let most = 10
  /// So many words that begin with a part tell whether an s follows it.
  private static let mostCompounds = 1_000
  /// The least letters of a part of a compound.
  private static let shortestPart = 4

  let database: Database
  let analyzer: Analyzer

  func corrections(for words: [CompiledQuery.Word]) throws(XapianError) -> [Correction] {
    var found: [Correction] = []
    var rare = 0
    for typed in words where typed.units.first?.role == .word && typed.text.allSatisfy(\.isLetter) {
      let word = analyzer.words(of: typed.text).joined()
      let documents = try self.documents(with: word)
      guard documents <= Self.rare, word.utf8.count >= Self.shortestPart else { continue }
      rare += 1
      guard rare <= Self.most else { break }
      if let suggestion = try suggestion(for: word, documents: documents) {
        found.append(Correction(word: typed.text, suggestion: suggestion))
      }
    }
    return found
  }

  /// - Parameter documents: how many have the word.
  private func suggestion(for word: String, documents: Int) throws(XapianError) -> String? {
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
        let edits = EditDistance.edits(letters, Array(text))
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
    let all = try database.metadataKeys(prefix: key, limit: Self.mostCompounds)
    let linked = try database.metadataKeys(prefix: key + "s", limit: Self.mostCompounds)
    return linked.count { $0.count > key.count + 3 } * 2 > all.count { $0.count > key.count + 2 }
  }
}
