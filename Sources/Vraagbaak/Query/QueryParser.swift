import WrittenQuestions

/// Recursive descent over the lexemes of a typed query.
///
/// What is connected by AND, OR or NOT, stands in quotes, follows `+` or names a field is a
/// condition; the bare words around it only rank. An operator without its words is a word itself.
struct QueryParser {
  private let limits: QueryLimits
  private let lexemes: [QueryLexer.Placed]
  private(set) var notes: [QueryNote]
  private var index = 0
  private var depth = 0

  init(_ text: String, limits: QueryLimits) throws(QueryError) {
    self.limits = limits
    let kept = Self.beginning(of: text, limits.characters)
    var lexer = QueryLexer(kept)
    try lexer.run()
    // Of running text the beginning will do; of anything else it may mean the contrary.
    let isRunningText = !lexer.lexemes.contains { Self.connects($0.lexeme) }
    var end: Int?
    if kept.endIndex < text.endIndex {
      guard isRunningText else {
        throw QueryError(.tooLong(limit: limits.characters), at: limits.characters)
      }
      end = kept.count
    }
    var parts = 0
    for (index, placed) in lexer.lexemes.enumerated() {
      parts += placed.lexeme.parts
      guard parts > limits.parts else { continue }
      guard isRunningText else {
        throw QueryError(.tooManyParts(limit: limits.parts), at: placed.position)
      }
      lexer.cut(at: index)
      end = placed.position
      break
    }
    if let end { lexer.note(.leftOut, "", at: end) }
    lexemes = lexer.lexemes
    notes = lexer.notes
  }

  /// At most so many characters, whole words where there are several.
  private static func beginning(of text: String, _ characters: Int) -> Substring {
    guard
      let end = text.index(text.startIndex, offsetBy: characters, limitedBy: text.endIndex),
      end < text.endIndex
    else { return text[...] }
    return text[..<(text[..<end].lastIndex(where: \.isWhitespace) ?? end)]
  }

  private static func connects(_ lexeme: QueryLexer.Lexeme) -> Bool {
    switch lexeme {
    case .and, .or, .not, .near, .field: true
    default: false
    }
  }

  mutating func parse() throws(QueryError) -> SearchQuery {
    guard !lexemes.isEmpty else { throw QueryError(.noWords, at: 0) }
    return try sequence()
  }

  private var current: QueryLexer.Lexeme? {
    index < lexemes.count ? lexemes[index].lexeme : nil
  }

  private var position: Int { lexemes[index].position }

  /// Clauses side by side, up to a `)` or the end.
  private mutating func sequence() throws(QueryError) -> SearchQuery {
    var clauses = Clauses()
    while let lexeme = current, lexeme != .close {
      switch lexeme {
      case .required where isOperand(at: index + 1):
        index += 1
        clauses.must.append(try disjunction().query)
      case .required: skip("+")
      case .excluded where !isOperand(at: index + 1): skip("-")
      case .not where !isOperand(at: index + 1): clauses.addWord(operatorAsWord("NOT"))
      case .and: clauses.addWord(operatorAsWord("AND"))
      case .or: clauses.addWord(operatorAsWord("OR"))
      case .near(let name): clauses.addWord(operatorAsWord(name))
      case .word(let word) where !isConnected(at: index + 1):
        index += 1
        clauses.addWord(word)
      case .everything where !isConnected(at: index + 1):
        clauses.everything.append(position)
        index += 1
      default: clauses.add(try disjunction())
      }
    }
    if clauses.hasWords {
      // Beside words that rank, a star for all documents means nothing.
      for place in clauses.everything { notes.append(QueryNote(.punctuation, "*", at: place)) }
      clauses.everything = []
    }
    if let query = clauses.query { return query }
    guard !clauses.not.isEmpty else { throw QueryError(.noWords, at: 0) }
    if depth == 0 { notes.append(QueryNote(.exclusion, "", at: 0)) }
    return .group(must: [.everything], should: [], not: clauses.not)
  }

  private mutating func skip(_ sign: String) {
    notes.append(QueryNote(.punctuation, sign, at: position))
    index += 1
  }

  private mutating func operatorAsWord(_ name: String) -> String {
    notes.append(QueryNote(.word, name, at: position))
    index += 1
    return name
  }

  /// Whether something to search for begins here.
  private func isOperand(at index: Int) -> Bool {
    guard index < lexemes.count else { return false }
    switch lexemes[index].lexeme {
    case .word, .quoted, .quotedPrefix, .wildcard, .everything, .field, .open: return true
    case .and, .or, .not, .near, .required, .excluded, .close: return false
    }
  }

  /// Whether an operator stands here that connects what is before it to something.
  private func isConnected(at index: Int) -> Bool {
    guard index < lexemes.count else { return false }
    switch lexemes[index].lexeme {
    case .near: return isOperand(at: index + 1)
    case .and, .or:
      guard index + 1 < lexemes.count else { return false }
      switch lexemes[index + 1].lexeme {
      case .not, .required, .excluded: return isOperand(at: index + 2)
      default: return isOperand(at: index + 1)
      }
    default: return false
    }
  }

  /// `a OR b`; OR binds looser than AND.
  private mutating func disjunction() throws(QueryError) -> Clause {
    let first = try conjunction()
    guard current == .or, isConnected(at: index) else { return first }
    var alternatives = [first.query]
    while current == .or, isConnected(at: index) {
      index += 1
      alternatives.append(try conjunction().query)
    }
    return Clause(query: .any(alternatives), isCondition: true)
  }

  /// `a AND b`, `a AND NOT b`.
  private mutating func conjunction() throws(QueryError) -> Clause {
    var must: [SearchQuery] = []
    var not: [SearchQuery] = []
    var single: Clause?
    while true {
      if current == .not || current == .excluded {
        index += 1
        not.append(try operand().query)
      } else {
        if current == .required { index += 1 }
        let clause = try operand()
        single = clause
        must.append(clause.query)
      }
      guard current == .and, isConnected(at: index) else { break }
      index += 1
    }
    if not.isEmpty, must.count == 1, let single { return single }
    if must.isEmpty {
      let query = SearchQuery.group(must: [.everything], should: [], not: not)
      return Clause(query: query, isCondition: true, excluded: not)
    }
    return Clause(query: .group(must: must, should: [], not: not), isCondition: true)
  }

  /// One word, phrase, field or parenthesis, or several words joined by NEAR.
  private mutating func operand() throws(QueryError) -> Clause {
    let start = index
    index += 1
    let clause: Clause
    switch lexemes[start].lexeme {
    case .word(let word):
      if case .near = current, isConnected(at: index) {
        return Clause(query: try near(first: word), isCondition: true)
      }
      return Clause(query: .words(word))
    case .quoted(let phrase): clause = Clause(query: .phrase(phrase), isCondition: true)
    case .quotedPrefix(let phrase):
      clause = Clause(query: .phrasePrefix(phrase), isCondition: true)
    case .wildcard(let prefix): clause = Clause(query: .prefix(prefix))
    case .everything: clause = Clause(query: .everything)
    case .field(let field, let values):
      clause = Clause(query: fieldQuery(field, values), isCondition: true)
    case .open: clause = try parenthesis(from: lexemes[start].position)
    case .and, .or, .not, .near, .required, .excluded, .close:
      // Callers have looked: `isOperand(at:)`.
      throw QueryError(.noWords, at: lexemes[start].position)
    }
    if case .near = current, isConnected(at: index) {
      throw QueryError(.nearNeedsWords, at: lexemes[start].position)
    }
    return clause
  }

  private mutating func parenthesis(from start: Int) throws(QueryError) -> Clause {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.parentheses else {
      throw QueryError(.tooDeep(limit: limits.parentheses), at: start)
    }
    let query = try sequence()
    // Every group has an end.
    index += 1
    switch query {
    case .words, .prefix, .everything: return Clause(query: query)
    case .group(let must, _, let not):
      return Clause(query: query, isCondition: !(must.isEmpty && not.isEmpty))
    default: return Clause(query: query, isCondition: true)
    }
  }

  private mutating func near(first: String) throws(QueryError) -> SearchQuery {
    var words = [first]
    var within = 0
    while case .near(let name) = current, isConnected(at: index) {
      guard let distance = Self.distance(name) else {
        throw QueryError(.badDistance(name), at: position)
      }
      index += 1
      guard case .word(let word) = current else {
        throw QueryError(.nearNeedsWords, at: position)
      }
      index += 1
      words.append(word)
      within = max(within, distance)
    }
    return .near(words, within: within)
  }

  /// Of `NEAR` and of `NEAR/5`; nil where it is not allowed.
  private static func distance(_ name: String) -> Int? {
    let digits = name.dropFirst("NEAR/".count)
    if digits.isEmpty { return 10 }
    return Int(digits).flatMap { QueryLimits.distances.contains($0) ? $0 : nil }
  }

  private func fieldQuery(_ field: QueryField, _ values: [QueryLexer.FieldValue]) -> SearchQuery {
    let queries: [SearchQuery]
    switch field {
    case .filter(let filter):
      // In a sentence a comma may follow.
      let isExact = [.kind, .number, .status, .session].contains(filter)
      queries = [.filter(filter, values.map { isExact ? $0.plain : $0.text })]
    case .date: queries = values.compactMap { DateRange($0.plain).map(SearchQuery.dates) }
    case .answered: queries = values.compactMap(answerQuery)
    case .days: queries = values.compactMap { DayRange($0.plain).map(SearchQuery.days) }
    case .title: queries = values.map(titleQuery)
    }
    return queries.count == 1 ? queries[0] : .any(queries)
  }

  /// A range of days; or whether there is an answer.
  private func answerQuery(_ value: QueryLexer.FieldValue) -> SearchQuery? {
    switch QueryField.isAnswered(value.plain) {
    case true?: .filter(.status, [QuestionState.answered.dutchName])
    case false?: .filter(.status, ["onbeantwoord"])
    case nil: DateRange(value.plain).map(SearchQuery.answered)
    }
  }

  private func titleQuery(_ value: QueryLexer.FieldValue) -> SearchQuery {
    let isPrefix = value.text.hasSuffix("*")
    let text = isPrefix ? String(value.text.dropLast()) : value.text
    return switch (value.isQuoted, isPrefix) {
    case (true, true): .phrasePrefix(text, in: .title)
    case (true, false): .phrase(text, in: .title)
    case (false, true): .prefix(text, in: .title)
    case (false, false): .words(text, in: .title)
    }
  }
}
