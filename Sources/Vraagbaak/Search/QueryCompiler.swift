import DutchText
import WrittenQuestions
import Xapian

/// Turns a search query into the engine's, by the same analysis as the documents.
struct QueryCompiler {
  /// A prefix may stand for so many words.
  static let expansionLimit = 2_000

  let analyzer: Analyzer
  let database: Database
  let ranking: Ranking

  func compile(_ query: SearchQuery) throws -> CompiledQuery {
    var compiled = CompiledQuery()
    compiled.query = try engineQuery(query, noting: true, &compiled)
    if case .words = query {} else { compiled.hasConditions = true }
    return compiled
  }

  /// - Parameter noting: whether the words are searched for, and not excluded.
  private func engineQuery(
    _ query: SearchQuery, noting: Bool, isCondition: Bool = false, _ compiled: inout CompiledQuery
  ) throws -> Query {
    switch query {
    case .everything: return .everything
    case .words(let text, let field):
      return words(text, field, noting: noting, isCondition: isCondition, &compiled)
    case .phrase(let text, let field): return phrase(text, field, noting: noting, &compiled)
    case .near(let words, let within): return near(words, within, noting: noting, &compiled)
    case .prefix(let prefix, let field):
      return try expand(prefix, field, noting: noting, &compiled)
    case .filter(let field, let values):
      if field == .kind, noting {
        compiled.kinds.formUnion(values.compactMap { PassageKind(named: $0) })
      }
      return .or(values.map { filter(field, $0) })
    case .dates(let range): return dates(range)
    case .any(let queries):
      return .or(
        try queries.map {
          try engineQuery($0, noting: noting, isCondition: isCondition, &compiled)
        })
    case .group(let must, let should, let not):
      return try group(must, should, not, noting: noting, &compiled)
    }
  }

  // MARK: Groups

  private func group(
    _ must: [SearchQuery], _ should: [SearchQuery], _ not: [SearchQuery], noting: Bool,
    _ compiled: inout CompiledQuery
  ) throws -> Query {
    var ranked: [Query] = []
    var filters: [Query] = []
    for query in must {
      let part = try engineQuery(query, noting: noting, isCondition: true, &compiled)
      if query.isFilter { filters.append(part) } else { ranked.append(part) }
    }
    let optional = try should.map { try engineQuery($0, noting: noting, &compiled) }
    var result: Query
    switch (ranked.isEmpty, optional.isEmpty) {
    case (true, true): result = .everything
    case (true, false): result = .or(optional)
    case (false, true): result = .and(ranked)
    case (false, false): result = .andMaybe(.and(ranked), .or(optional))
    }
    if !filters.isEmpty {
      // Filters alone rank nothing; every match is as good as the next.
      result =
        ranked.isEmpty && optional.isEmpty
        ? .scale(.and(filters), by: 0) : .filter(result, .and(filters))
    }
    guard !not.isEmpty else { return result }
    var excluded: [Query] = []
    for query in not {
      excluded.append(try engineQuery(query, noting: false, isCondition: true, &compiled))
    }
    return .andNot(result, .or(excluded))
  }

  // MARK: Words

  private func words(
    _ text: String, _ field: TextField, noting: Bool, isCondition: Bool,
    _ compiled: inout CompiledQuery
  ) -> Query {
    let tokens = contentTokens(of: text)
    let partScale = ranking.partScale(words: tokens.count)
    var counts: [String: Int] = [:]
    for token in tokens { counts[token.word, default: 0] += 1 }
    var queries: [Query] = []
    for token in tokens {
      guard let count = counts.removeValue(forKey: token.word) else { continue }
      let terms = terms(of: token, partScale: partScale)
      if noting { compiled.note(terms, for: token.word) }
      queries.append(wordQuery(terms, wqf: count, field, isCondition: isCondition))
    }
    return .or(queries)
  }

  /// All tokens but stop words; these too where there is nothing else.
  private func contentTokens(of text: String) -> [Token] {
    let tokens = analyzer.analyze(text)
    let content = tokens.filter { !$0.isStopWord }
    return content.isEmpty ? tokens : content
  }

  /// The word's own stem first, then its parts'.
  private func terms(of token: Token, partScale: Double) -> [CompiledQuery.Term] {
    var terms = [CompiledQuery.Term(stem: token.stem, scale: 1)]
    for part in token.parts where !terms.contains(where: { $0.stem == part.stem }) {
      terms.append(.init(stem: part.stem, scale: partScale))
    }
    return terms
  }

  private func wordQuery(
    _ terms: [CompiledQuery.Term], wqf: Int, _ field: TextField, isCondition: Bool
  ) -> Query {
    let whole = Query.term(field.prefix + terms[0].stem, wqf: wqf)
    let parts = terms.dropFirst().map { Query.term(field.prefix + $0.stem, wqf: wqf) }
    guard !parts.isEmpty else { return whole }
    // As a condition a compound is met by itself or by all of its parts.
    return .or([whole, .scale(isCondition ? .and(parts) : .or(parts), by: terms[1].scale)])
  }

  private func phrase(
    _ text: String, _ field: TextField, noting: Bool, _ compiled: inout CompiledQuery
  ) -> Query {
    let tokens = analyzer.analyze(text)
    // A date alone is its date term; inside a phrase its words stand for it.
    let words =
      tokens.count { $0.kind == .date } == tokens.count
      ? tokens : tokens.filter { $0.kind != .date }
    guard !words.isEmpty else { return .nothing }
    if noting {
      for token in words { compiled.note([.init(stem: token.stem, scale: 1)], for: token.word) }
    }
    let terms = words.map { Query.term(field.prefix + $0.stem) }
    return terms.count == 1 ? terms[0] : .phrase(terms)
  }

  private func near(
    _ words: [String], _ within: Int, noting: Bool, _ compiled: inout CompiledQuery
  ) -> Query {
    let tokens = words.flatMap { analyzer.analyze($0) }.filter { $0.kind != .date }
    if noting {
      for token in tokens { compiled.note([.init(stem: token.stem, scale: 1)], for: token.word) }
    }
    return .near(tokens.map { .term($0.stem) }, window: max(within, tokens.count))
  }

  /// Xapian's own wildcard weighs wrongly across databases and knows stems only.
  private func expand(
    _ prefix: String, _ field: TextField, noting: Bool, _ compiled: inout CompiledQuery
  ) throws -> Query {
    let folded = analyzer.words(of: prefix).joined()
    let keys = try database.metadataKeys(prefix: Schema.wordKeyPrefix + folded)
    guard keys.count <= Self.expansionLimit else {
      throw QueryError(.expandsTooFar(prefix: prefix, limit: Self.expansionLimit), at: nil)
    }
    var stems: Set<String> = []
    for key in keys { stems.insert(analyzer.stem(of: String(key.dropFirst()))) }
    let sorted = stems.sorted()
    if noting {
      compiled.note(sorted.map { .init(stem: $0, scale: 1) }, for: prefix + "*")
    }
    return sorted.isEmpty ? .nothing : .synonym(sorted.map { .term(field.prefix + $0) })
  }

  // MARK: Filters

  private func filter(_ field: FilterField, _ value: String) -> Query {
    switch field {
    case .id: .term(Schema.idTerm(value))
    case .number: .term(Schema.numberTerm(value))
    case .source: .term(Schema.sourceTerm(value))
    case .kind:
      PassageKind(named: value).map { .term(Schema.Prefix.kind + $0.rawValue) } ?? .nothing
    case .asker: name(value, Schema.Prefix.asker)
    case .party: name(value, Schema.Prefix.party)
    case .minister: name(value, Schema.Prefix.minister)
    case .theme: name(value, Schema.Prefix.theme)
    }
  }

  private func name(_ value: String, _ prefix: String) -> Query {
    let terms = analyzer.words(of: value).map { Query.term(prefix + $0) }
    return terms.isEmpty ? .nothing : terms.count == 1 ? terms[0] : .phrase(terms)
  }

  private func dates(_ range: DateRange) -> Query {
    // Documents without a date have an empty value, which sorts before all others.
    let first = range.first.map(DateValue.bytes) ?? [UInt8(ascii: "0")]
    guard let last = range.last.map(DateValue.bytes) else {
      return .valueAtLeast(slot: Schema.Slot.date, first)
    }
    return .valueRange(slot: Schema.Slot.date, first, last)
  }
}

extension TextField {
  fileprivate var prefix: String { self == .title ? Schema.Prefix.title : "" }
}

extension SearchQuery {
  /// Whether it only selects and ranks nothing.
  fileprivate var isFilter: Bool {
    switch self {
    case .filter, .dates, .everything: true
    case .any(let queries): queries.allSatisfy(\.isFilter)
    default: false
    }
  }
}
