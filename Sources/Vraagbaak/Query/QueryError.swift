/// A query that cannot be understood or would cost too much: what is wrong, where, and what to type
/// instead.
public struct QueryError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Problem: Sendable, Equatable {
    case nearNeedsWords
    case badDistance(String)
    case emptyValue(field: String)
    case unknownField(String, meant: String?)
    case unknownKind(String)
    case unknownState(String)
    case badDate(String), badAnswered(String)
    case badDays(String)
    case endsBeforeItBegins(String)
    case wildcardInPhrase
    case wildcardTooShort(letters: Int)
    case noWords
    case tooLong(limit: Int), tooDeep(limit: Int), tooManyParts(limit: Int)
    case nestedTooDeep(limit: Int)
    case expandsTooFar(prefix: String, limit: Int)
    case tooManyWords(limit: Int), tooCostly(limit: Int)
    case pageOutOfRange(hits: Int, offset: Int)
    /// The query asks for other kinds of passage than the search.
    case excludedKind(asked: String, kind: String)
    /// The query asks for files, of which nothing is told here.
    case filesNotTold
  }

  public let problem: Problem
  /// Where in the typed query, in characters from its start; nil for a tree that was never typed.
  public let position: Int?

  public init(_ problem: Problem, at position: Int?) {
    self.problem = problem
    self.position = position
  }

  public var description: String {
    position.map { "query, character \($0 + 1): \(message)" } ?? "query: \(message)"
  }

  /// What is wrong and what to do, without the place.
  public var message: String {
    switch problem {
    case .nearNeedsWords: "NEAR joins single words, as in: taal NEAR/5 werk"
    case .badDistance(let near):
      "\(near) is no distance; words are near each other from NEAR/\(QueryLimits.distances.lowerBound) "
        + "to NEAR/\(QueryLimits.distances.upperBound)"
    case .emptyValue(let field):
      "\(field) has no value; write \(field)VALUE or \(field)\"TWO WORDS\""
    case .unknownField(let name, let meant):
      "there is no field \(name):\(meant.map { "; did you mean \($0):?" } ?? "") fields are "
        + QueryField.dutchNames
    case .unknownKind(let value):
      "\(value) is no kind of passage; write soort:vraag, soort:antwoord, soort:inleiding, soort:tekst or soort:noot"
    case .unknownState(let value):
      "\(value) is no state of a question; write status:open, status:beantwoord, status:uitgesteld or status:ingetrokken"
    case .badDays(let value):
      "\(value) is no number of days; write dagen:20, dagen:10..30, dagen:>20 or dagen:<=20"
    case .badAnswered(let value):
      "\(value) is no date; write beantwoord:2023, beantwoord:2022..2023-03, beantwoord:ja or beantwoord:nee"
    case .badDate(let value):
      "\(value) is no date; write datum:2022, datum:2022-03, datum:2022-03-10 or datum:2022..2023-03"
    case .endsBeforeItBegins(let range):
      "\(range) ends before it begins; write the smaller one first"
    case .wildcardInPhrase:
      "in quotes a * stands only at the end of the last word, as in \"sociale woning*\""
    case .wildcardTooShort(let letters):
      "write at least \(letters == 1 ? "one letter" : "\(letters) letters") before *"
    case .noWords: "there is no word to search for; type one, or * for all documents"
    case .tooLong(let limit): "the query is longer than \(limit) characters; shorten it"
    case .tooDeep(let limit): "more than \(limit) parentheses inside one another; simplify it"
    case .tooManyParts(let limit): "more than \(limit) parts; shorten the query"
    case .nestedTooDeep(let limit): "more than \(limit) levels inside one another; simplify it"
    case .expandsTooFar(let prefix, let limit):
      "\(prefix)* stands for more than \(limit) words; write more letters"
    case .tooManyWords(let limit):
      "it stands for more than \(limit) words; leave some out, or write more letters before *"
    case .tooCostly(let limit):
      "its phrases, NEAR and soort: would be looked for in more than \(limit) documents; leave some out, or put a rarer word into each"
    case .pageOutOfRange(let hits, let offset):
      "a page has at most \(hits) hits, after at most \(offset) others; ask for less"
    case .filesNotTold:
      "bron: asks for files, and where they lie is not told here; leave it out"
    case .excludedKind(let asked, let kind):
      "soort:\(asked) leaves no passage of the kind \(kind), which alone is to be found; leave one of them out"
    }
  }
}
