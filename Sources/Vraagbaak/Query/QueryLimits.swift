import Xapian

/// What a query may be and cost, whether it was typed or built by a program; so that none keeps a core
/// for itself.
///
/// ```swift
/// var limits = QueryLimits.standard
/// limits.expansion = 10_000
/// let searcher = try index.searcher(limits: limits)
/// ```
///
/// What goes beyond one is a `QueryError` that says what to do.
public struct QueryLimits: Sendable, Equatable {
  /// Characters of a typed query, and of all texts in a tree together.
  public var characters = 10_000
  /// Words, phrases, prefixes, dates and values of fields; of a typed query also its operators and
  /// parentheses.
  public var parts = 1_000
  /// Parentheses inside one another in a typed query.
  public var parentheses = 32
  /// Levels of a tree; no typed query has so many.
  public var depth = 128
  /// Words that one prefix stands for.
  public var expansion = 2_000
  /// Words that are looked up in all: of the query, of what stands for them besides, and of prefixes.
  public var words = 20_000
  /// Documents in which phrases, nearness and kinds of passage are looked for one by one: for each the
  /// documents of its rarest word. The standard is about a second of one core. In a large index it is
  /// ten times the documents: a long question, looked for in answers, takes up to eight times.
  public var looks = 300_000
  /// Hits of one page, and how many may be passed over before it.
  public var hits = 10_000
  public var offset = 1_000_000
  /// Whether a query may ask for the files that documents came from (`bron:`). Where others than the index's
  /// owner search, it would find out where they lie.
  public var asksForFiles = true

  public static let standard = QueryLimits()

  /// Letters before a `*`; of a name's or label's beginning one is enough.
  static let shortestPrefix = 2
  /// Words from the first to the last of those that are near each other.
  static let distances = 1...1_000

  public init() {}

  /// So many words are asked for, to see whether a prefix stands for too many.
  var tooManyTerms: Int { expansion == .max ? .max : expansion + 1 }
}

extension QueryLimits {
  /// Looks through a tree before anything else does, no deeper than is allowed.
  func check(_ query: SearchQuery) throws(QueryError) {
    var count = TreeCount(limits: self)
    try count.add(query, depth: 1)
  }

  func check(_ options: SearchOptions) throws(QueryError) {
    // The engine counts documents in 32 bits.
    let countable = Int(Int32.max)
    guard 0...min(hits, countable) ~= options.limit, 0...min(offset, countable) ~= options.offset
    else {
      throw QueryError(.pageOutOfRange(hits: hits, offset: offset), at: nil)
    }
  }

  /// - Throws: `QueryError`, or `XapianError`.
  func check(_ query: Query, in database: Database) throws {
    let lookups = query.lookups
    guard lookups.words <= words else {
      throw QueryError(.tooManyWords(limit: words), at: nil)
    }
    let most = max(looks, 10 * (try database.statistics().documentCount))
    var documents = 0
    for terms in lookups.sequences {
      var least = Int.max
      for term in terms where least > 0 {
        least = min(least, try database.frequency(of: term).documents)
      }
      documents += least
      guard documents <= most else { throw QueryError(.tooCostly(limit: most), at: nil) }
    }
  }
}

/// What was counted of a tree so far.
private struct TreeCount {
  let limits: QueryLimits
  private var parts = 0
  private var characters = 0

  init(limits: QueryLimits) { self.limits = limits }

  mutating func add(_ query: SearchQuery, depth: Int) throws(QueryError) {
    guard depth <= limits.depth else {
      throw QueryError(.nestedTooDeep(limit: limits.depth), at: nil)
    }
    switch query {
    case .everything, .dates, .answered, .days: try add([])
    case .words(let text, _), .phrase(let text, _), .phrasePrefix(let text, _),
      .prefix(let text, _):
      try add([text])
    case .near(let texts, _): try add(texts)
    case .filter(let field, let texts):
      guard limits.asksForFiles || field != .source else {
        throw QueryError(.filesNotTold, at: nil)
      }
      try add(texts)
    case .any(let queries): try add([queries], depth)
    case .group(let must, let should, let not): try add([must, should, not], depth)
    }
  }

  private mutating func add(_ lists: [[SearchQuery]], _ depth: Int) throws(QueryError) {
    if lists.allSatisfy(\.isEmpty) { try add([]) }
    for list in lists {
      for query in list { try add(query, depth: depth + 1) }
    }
  }

  /// A leaf; also one without a text is a part.
  private mutating func add(_ texts: [String]) throws(QueryError) {
    parts += max(1, texts.count)
    guard parts <= limits.parts else {
      throw QueryError(.tooManyParts(limit: limits.parts), at: nil)
    }
    for text in texts {
      // No more than is allowed is read of a long one.
      let allowed = text.prefix(limits.characters - characters)
      guard allowed.endIndex == text.endIndex else {
        throw QueryError(.tooLong(limit: limits.characters), at: nil)
      }
      characters += allowed.count
    }
  }
}

extension Query {
  /// How many terms are looked up, and which terms' order or place in documents.
  fileprivate var lookups: (words: Int, sequences: [[String]]) {
    var found = (words: 0, sequences: [[String]]())
    addLookups(to: &found)
    return found
  }

  private func addLookups(to found: inout (words: Int, sequences: [[String]])) {
    switch self {
    case .term: found.words += 1
    case .sequence(let test, _, _):
      found.words += test.terms.count
      found.sequences.append(test.terms)
    case .and(let parts), .or(let parts), .synonym(let parts):
      for part in parts { part.addLookups(to: &found) }
    case .andNot(let left, let right), .andMaybe(let left, let right), .filter(let left, let right):
      left.addLookups(to: &found)
      right.addLookups(to: &found)
    case .scale(let part, _): part.addLookups(to: &found)
    case .nothing, .everything, .valueRange, .valueAtLeast: break
    }
  }
}
