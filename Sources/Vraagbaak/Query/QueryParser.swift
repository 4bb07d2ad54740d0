import WrittenQuestions

/// Recursive descent over the lexemes of a typed query.
///
/// What is connected by AND, OR or NOT, stands in quotes, follows `+` or names a field is a
/// condition; the bare words around it only rank.
struct QueryParser {
  private let limits: QueryLimits
  private let lexemes: [QueryLexer.Placed]
  private let length: Int
  private var index = 0
  private var depth = 0

  init(_ text: String, limits: QueryLimits) throws(QueryError) {
    self.limits = limits
    length = text.count
    guard length <= limits.characters else {
      throw QueryError(.tooLong(limit: limits.characters), at: limits.characters)
    }
    var lexer = QueryLexer(text)
    lexemes = try lexer.lexemes()
    var parts = 0
    for placed in lexemes {
      parts += placed.lexeme.parts
      guard parts <= limits.parts else {
        throw QueryError(.tooManyParts(limit: limits.parts), at: placed.position)
      }
    }
  }

  mutating func parse() throws(QueryError) -> SearchQuery {
    guard !lexemes.isEmpty else { throw QueryError(.noWords, at: 0) }
    let query = try sequence()
    guard index == lexemes.count else {
      throw QueryError(.unexpectedParenthesis, at: lexemes[index].position)
    }
    return query
  }

  private var current: QueryLexer.Lexeme? {
    index < lexemes.count ? lexemes[index].lexeme : nil
  }

  private var position: Int {
    index < lexemes.count ? lexemes[index].position : length
  }

  /// Clauses side by side, up to a `)` or the end.
  private mutating func sequence() throws(QueryError) -> SearchQuery {
    let start = position
    var clauses = Clauses()
    while let lexeme = current, lexeme != .close {
      switch lexeme {
      case .required:
        index += 1
        clauses.must.append(try disjunction().query)
      case .excluded, .not:
        let name = lexeme == .not ? "NOT" : "-"
        index += 1
        clauses.not.append(try operand(of: name).query)
      case .word(let word) where !isOperator(at: index + 1):
        index += 1
        clauses.addWord(word)
      default:
        let clause = try disjunction()
        if clause.isCondition {
          clauses.must.append(clause.query)
        } else {
          clauses.add(clause.query)
        }
      }
    }
    guard let query = clauses.query else { throw QueryError(.onlyExclusions, at: start) }
    return query
  }

  private func isOperator(at index: Int) -> Bool {
    guard index < lexemes.count else { return false }
    switch lexemes[index].lexeme {
    case .and, .or, .near: return true
    default: return false
    }
  }

  private typealias Clause = (query: SearchQuery, isCondition: Bool)

  /// `a OR b`; OR binds looser than AND.
  private mutating func disjunction() throws(QueryError) -> Clause {
    let first = try conjunction()
    guard current == .or else { return first }
    var alternatives = [first.query]
    while current == .or {
      index += 1
      alternatives.append(try conjunction(of: "OR").query)
    }
    return (.any(alternatives), true)
  }

  /// `a AND b`, `a AND NOT b`.
  private mutating func conjunction(of name: String? = nil) throws(QueryError) -> Clause {
    var must: [SearchQuery] = []
    var not: [SearchQuery] = []
    var single: Clause?
    var name = name
    repeat {
      if !(must.isEmpty && not.isEmpty) {
        index += 1
        name = "AND"
      }
      if current == .not || current == .excluded {
        index += 1
        not.append(try operand(of: "NOT").query)
      } else {
        if current == .required { index += 1 }
        let clause = try operand(of: name)
        single = clause
        must.append(clause.query)
      }
    } while current == .and
    if not.isEmpty, must.count == 1, let single { return single }
    if must.isEmpty { must = [.everything] }
    return (.group(must: must, should: [], not: not), true)
  }

  /// One word, phrase, field or parenthesis, or several words joined by NEAR.
  private mutating func operand(of name: String?) throws(QueryError) -> Clause {
    let start = position
    guard let lexeme = current else {
      throw QueryError(.operatorWithoutOperand(name ?? "the operator"), at: start)
    }
    switch lexeme {
    case .word(let word):
      index += 1
      if case .near = current { return (try near(first: word), true) }
      return (.words(word), false)
    case .quoted(let phrase):
      index += 1
      guard phrase.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw QueryError(.noWords, at: start)
      }
      return (.phrase(phrase), true)
    case .wildcard(let prefix):
      index += 1
      return (.prefix(prefix), false)
    case .everything:
      index += 1
      return (.everything, false)
    case .field(let field, _, let values):
      index += 1
      return (try fieldQuery(field, values), true)
    case .open:
      return try parenthesis()
    case .near:
      throw QueryError(.nearNeedsWords, at: start)
    case .and, .or, .not, .required, .excluded, .close:
      throw QueryError(.operatorWithoutOperand(name ?? Self.name(of: lexeme)), at: start)
    }
  }

  private static func name(of lexeme: QueryLexer.Lexeme) -> String {
    switch lexeme {
    case .and: "AND"
    case .or: "OR"
    case .not: "NOT"
    case .required: "+"
    default: "-"
    }
  }

  private mutating func parenthesis() throws(QueryError) -> Clause {
    let start = position
    index += 1
    guard current != .close else { throw QueryError(.emptyParentheses, at: start) }
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.parentheses else {
      throw QueryError(.tooDeep(limit: limits.parentheses), at: start)
    }
    let query = try sequence()
    guard current == .close else { throw QueryError(.unclosedParenthesis, at: start) }
    index += 1
    switch query {
    case .words, .prefix, .everything: return (query, false)
    case .group(let must, _, let not): return (query, !(must.isEmpty && not.isEmpty))
    default: return (query, true)
    }
  }

  private mutating func near(first: String) throws(QueryError) -> SearchQuery {
    var words = [first]
    var distance = 0
    while case .near(let within) = current {
      index += 1
      guard case .word(let word) = current else {
        throw QueryError(.nearNeedsWords, at: position)
      }
      index += 1
      words.append(word)
      distance = max(distance, within)
    }
    return .near(words, within: distance)
  }

  private func fieldQuery(
    _ field: QueryField, _ values: [QueryLexer.FieldValue]
  ) throws(QueryError) -> SearchQuery {
    var queries: [SearchQuery] = []
    switch field {
    case .filter(.kind):
      for value in values where PassageKind(named: value.text) == nil {
        throw QueryError(.unknownKind(value.text), at: value.position)
      }
      fallthrough
    case .filter:
      guard case .filter(let filter) = field else { break }
      queries = [.filter(filter, values.map(\.text))]
    case .date:
      for value in values {
        guard let range = DateRange(value.text) else {
          throw QueryError(.badDate(value.text), at: value.position)
        }
        queries.append(.dates(range))
      }
    case .title:
      for value in values { queries.append(try titleQuery(value)) }
    }
    return queries.count == 1 ? queries[0] : .any(queries)
  }

  private func titleQuery(_ value: QueryLexer.FieldValue) throws(QueryError) -> SearchQuery {
    if value.isQuoted { return .phrase(value.text, in: .title) }
    guard value.text.hasSuffix("*") else { return .words(value.text, in: .title) }
    let prefix = String(value.text.dropLast())
    guard prefix.count >= 2 else { throw QueryError(.wildcardTooShort, at: value.position) }
    return .prefix(prefix, in: .title)
  }
}

/// Clauses gathered side by side; neighbouring bare words become one running text.
private struct Clauses {
  var must: [SearchQuery] = []
  var not: [SearchQuery] = []
  private var should: [SearchQuery] = []
  private var words: [String] = []

  mutating func addWord(_ word: String) { words.append(word) }

  mutating func add(_ query: SearchQuery) { should.append(query) }

  /// Nil when nothing is left to find.
  var query: SearchQuery? {
    let ranked = (words.isEmpty ? [] : [.words(words.joined(separator: " "))]) + should
    switch (must.count, ranked.count, not.count) {
    case (0, 0, _): return nil
    case (0, 1, 0): return ranked[0]
    case (1, 0, 0):
      // A word that is required is more than one that ranks.
      if case .words = must[0] { return .group(must: must, should: [], not: []) }
      return must[0]
    default: return .group(must: must, should: ranked, not: not)
    }
  }
}
