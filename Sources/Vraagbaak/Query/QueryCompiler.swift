import DutchText
import Extraction
import WrittenQuestions
import Xapian

/// Turns a search query into the engine's, by the same analysis as the documents.
struct QueryCompiler {
  let analyzer: Analyzer
  let database: Database
  let ranking: Ranking
  let thesaurus: Thesaurus
  let limits: QueryLimits

  func compile(_ query: SearchQuery) throws -> CompiledQuery {
    var compiled = CompiledQuery()
    compiled.query = try engineQuery(query, noting: true, isRequired: true, &compiled)
    compiled.kinds = query.requiredKinds
    if case .words = query {} else { compiled.hasConditions = true }
    return compiled
  }

  /// - Parameters:
  ///   - noting: whether the words are searched for, and not excluded.
  ///   - isCondition: whether documents are chosen by it, and not only ranked.
  ///   - isRequired: whether every document has to meet it.
  private func engineQuery(
    _ query: SearchQuery, noting: Bool, isCondition: Bool = false, isRequired: Bool = false,
    _ compiled: inout CompiledQuery
  ) throws -> Query {
    switch query {
    case .everything: return .everything
    case .words(let text, let field):
      return try words(text, field, noting: noting, isCondition: isCondition, &compiled)
    case .phrase(let text, let field):
      return phrase(text, field, noting: noting, isRequired: isRequired, &compiled)
    case .near(let words, let within):
      return near(words, within, noting: noting, isRequired: isRequired, &compiled)
    case .phrasePrefix(let text, let field):
      return try phrasePrefix(
        text, field, noting: noting, isRequired: isRequired, "\"\(text)*\"", &compiled)
    case .prefix(let text, let field):
      return try phrasePrefix(
        text, field, noting: noting, isRequired: false, text + "*", &compiled)
    case .filter(let field, let values):
      let queries = try values.map { try filter(field, $0) }
      if noting {
        for (value, query) in zip(values, queries) {
          compiled.filters.append(.init(field: .filter(field), value: value, query: query))
        }
      }
      return .or(queries)
    case .dates(let range):
      return note(dates(range, Schema.Slot.date), .date, range.description, noting, &compiled)
    case .answered(let range):
      return note(
        dates(range, Schema.Slot.answered), .answered, range.description, noting, &compiled)
    case .days(let range): return note(days(range), .days, range.description, noting, &compiled)
    case .any(let queries):
      return .or(
        try queries.map {
          try engineQuery($0, noting: noting, isCondition: isCondition, &compiled)
        })
    case .group(let must, let should, let not):
      return try group(must, should, not, noting: noting, isRequired: isRequired, &compiled)
    }
  }

  private func note(
    _ query: Query, _ field: QueryField, _ value: String, _ noting: Bool,
    _ compiled: inout CompiledQuery
  ) -> Query {
    if noting { compiled.filters.append(.init(field: field, value: value, query: query)) }
    return query
  }

  // MARK: Groups

  private func group(
    _ must: [SearchQuery], _ should: [SearchQuery], _ not: [SearchQuery], noting: Bool,
    isRequired: Bool, _ compiled: inout CompiledQuery
  ) throws -> Query {
    var ranked: [Query] = []
    var filters: [Query] = []
    for query in must {
      let part = try engineQuery(
        query, noting: noting, isCondition: true, isRequired: isRequired, &compiled)
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

  // MARK: Filters

  private func filter(_ field: FilterField, _ value: String) throws -> Query {
    let typed = value.hasSuffix("*") ? String(value.dropLast()) : nil
    return switch field {
    case .id: try exact(value, typed, Schema.idTerm)
    case .number: try exact(value, typed, Schema.numberTerm)
    case .source: try exact(value, typed) { Schema.sourceTerm(SourcePath($0)) }
    case .kind:
      PassageKind(named: value).map { .term(Schema.Prefix.kind + $0.rawValue) } ?? .nothing
    case .status: .or((QueryField.states(named: value) ?? []).map { .term(Schema.statusTerm($0)) })
    case .session: .term(Schema.sessionTerm(value))
    case .party: try party(value, typed)
    case .asker, .minister, .theme: try name(value, typed, field)
    }
  }

  /// - Parameter beginning: what stands before a `*`.
  private func exact(
    _ value: String, _ beginning: String?, _ term: (String) -> String
  ) throws -> Query {
    guard let beginning else { return .term(term(value)) }
    return .or(
      try ([term(value)] + terms(beginning: term(beginning), typed: value)).map { .term($0) })
  }

  /// A party under any of its names. Where none of the index has the name, it is looked for as words.
  private func party(_ value: String, _ beginning: String?) throws -> Query {
    guard beginning == nil else { return try name(value, beginning, .party) }
    let keys = try PartyTerm.keys(named: value, in: database)
    guard keys.isEmpty else { return .or(keys.compactMap(PartyTerm.text).map { .term($0) }) }
    return Party.isKnown(value) ? .nothing : try name(value, nil, .party)
  }

  /// Words of a name or label in their order, however they are joined.
  private func name(
    _ value: String, _ beginning: String?, _ field: FilterField
  ) throws -> Query {
    guard let prefix = Schema.Prefix.name(of: field) else { return .nothing }
    let nameForms = NameForms(analyzer)
    var forms = nameForms.all(of: beginning ?? value, isTurned: field.isOfPersons)
    guard beginning != nil else {
      var shorter: [String] = []
      if field.isOfPersons {
        // As documents have it, however it was typed.
        let usual = nameForms.all(of: PersonName(value).display, isTurned: true)
        forms += usual.filter { !forms.contains($0) }
        shorter = try PersonTerm.shorter(than: value, field, in: database)
      }
      return .or(forms.map { .phrase($0.map { prefix + $0 }) } + shorter.map { .term($0) })
    }
    var phrases: [Query] = []
    for form in forms {
      guard let last = form.last else { continue }
      for term in try terms(beginning: prefix + last, typed: value) {
        phrases.append(.phrase(form.dropLast().map { prefix + $0 } + [term]))
      }
    }
    return .or(phrases)
  }

  /// The engine's terms that begin so.
  private func terms(beginning: String, typed: String) throws -> [String] {
    let terms = try database.terms(prefix: beginning, limit: limits.tooManyTerms)
    guard terms.count <= limits.expansion else {
      throw QueryError(
        .expandsTooFar(prefix: String(typed.dropLast()), limit: limits.expansion), at: nil)
    }
    return terms
  }

  private func days(_ range: DayRange) -> Query {
    guard let first = DayCount.bytes(range.first ?? 0), range.last ?? 0 >= 0 else {
      return .nothing
    }
    let last = DayCount.bytes(min(range.last ?? DayCount.most, DayCount.most))
    return last.map { .valueRange(slot: Schema.Slot.days, first, $0) } ?? .nothing
  }

  private func dates(_ range: DateRange, _ slot: Int) -> Query {
    // A year or a month that begins with the range sorts before its first day.
    let begin = range.first.map { first in first.spans.first { $0.firstDay == first } ?? first }
    // Documents without a date have an empty value, which sorts before all others.
    let first = begin.map(DateValue.bytes) ?? [UInt8(ascii: "0")]
    guard let last = range.last else { return .valueAtLeast(slot: slot, first) }
    let between = Query.valueRange(slot: slot, first, DateValue.bytes(last))
    // A year or a month that ends after the range sorts before its last day too.
    let cut = last.spans.filter { $0.lastDay != last }.map(DateValue.bytes)
      .filter { !$0.lexicographicallyPrecedes(first) }
    guard !cut.isEmpty else { return between }
    return .andNot(between, .or(cut.map { .valueRange(slot: slot, $0, $0) }))
  }
}

extension Query {
  /// Terms next to each other, in any section.
  static func phrase(_ terms: [String]) -> Query {
    switch terms.count {
    case 0: .nothing
    case 1: .term(terms[0])
    default: .phrase(terms, slot: Schema.Slot.sequence)
    }
  }
}

extension SearchQuery {
  /// The kinds of passage that every hit has to match in, of each set in one; none from alternatives.
  fileprivate var requiredKinds: [Set<PassageKind>] {
    switch self {
    case .filter(.kind, let values): [Set(values.compactMap { PassageKind(named: $0) })]
    case .group(let must, _, _): must.flatMap(\.requiredKinds)
    default: []
    }
  }

  /// Whether it only selects and ranks nothing.
  fileprivate var isFilter: Bool {
    switch self {
    case .filter, .dates, .answered, .days, .everything: true
    case .any(let queries): queries.allSatisfy(\.isFilter)
    default: false
    }
  }
}
