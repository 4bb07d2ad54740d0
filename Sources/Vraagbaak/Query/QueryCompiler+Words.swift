import DutchText
import Xapian

/// Words, phrases and prefixes.
extension QueryCompiler {
  func words(
    _ text: String, _ field: TextField, noting: Bool, isCondition: Bool,
    _ compiled: inout CompiledQuery
  ) throws(XapianError) -> Query {
    let tokens = analyzer.analyze(text)
    let content = contentTokens(of: tokens)
    var counts: [String: Int] = [:]
    for token in content { counts[token.word, default: 0] += 1 }
    var queries: [Query] = []
    for token in content {
      guard let count = counts.removeValue(forKey: token.word) else { continue }
      let units = try units(of: token, wqf: count, field) + synonyms(of: [token], field)
      if noting { compiled.note(.init(text: typed(token, in: text), units: units)) }
      queries.append(wordQuery(units, isCondition: isCondition))
    }
    for range in try thesaurus.expressions(in: tokens.map(\.stem)) {
      let units = try synonyms(of: Array(tokens[range]), field)
      let text = tokens[range].map(\.word).joined(separator: " ")
      if noting { compiled.note(.init(text: text, units: units)) }
      queries.append(.or(units.map(\.scaled)))
    }
    return .or(queries)
  }

  private func typed(_ token: Token, in text: String) -> String {
    String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
  }

  /// All tokens but stop words; these too where there is nothing else.
  private func contentTokens(of tokens: [Token]) -> [Token] {
    let content = tokens.filter { !$0.isStopWord }
    return content.isEmpty ? tokens : content
  }

  /// The word's own stem first, then its parts, then words of the same family.
  private func units(of token: Token, wqf: Int, _ field: TextField) -> [CompiledQuery.Unit] {
    var units: [CompiledQuery.Unit] = []
    func add(_ stem: String, _ role: QueryWord.Term.Role, _ scale: Double) {
      guard !units.contains(where: { $0.name == stem }) else { return }
      let query = Query.term(field.prefix + stem, wqf: wqf)
      units.append(.init(role: role, name: stem, stems: [stem], scale: scale, query: query))
    }
    add(token.stem, .word, token.parts.isEmpty ? 1 : ranking.compound)
    let parts = token.parts
    for (index, part) in parts.enumerated() {
      add(part.stem, .part, index + 1 == parts.count ? ranking.head : ranking.modifier)
    }
    for unit in units {
      for kin in analyzer.kin(of: unit.name) { add(kin, .kin, ranking.kin) }
    }
    return units
  }

  /// What the thesaurus has for these words together.
  private func synonyms(
    of tokens: [Token], _ field: TextField
  ) throws(XapianError) -> [CompiledQuery.Unit] {
    try thesaurus.alternatives(to: tokens.map(\.stem)).compactMap { text in
      let stems = analyzer.analyze(text).filter { $0.kind != .date }.map(\.stem)
      guard !stems.isEmpty else { return nil }
      return .init(
        role: .synonym, name: text, stems: stems, scale: ranking.synonym / Double(stems.count),
        query: .phrase(stems.map { field.prefix + $0 }))
    }
  }

  private func wordQuery(_ units: [CompiledQuery.Unit], isCondition: Bool) -> Query {
    guard isCondition else {
      return units.count == 1 ? units[0].scaled : .or(units.map(\.scaled))
    }
    // A compound is met by itself or by all of its parts; a relative of the word is not the word.
    let parts = units.filter { $0.role == .part }.map(\.scaled)
    let others = units.filter { $0.role == .word || $0.role == .synonym }.map(\.scaled)
    return parts.isEmpty && others.count == 1
      ? others[0] : .or(others + (parts.isEmpty ? [] : [.and(parts)]))
  }

  /// The words as they are written, in their forms; a single one too is no part of a compound.
  func phrase(
    _ text: String, _ field: TextField, noting: Bool, isRequired: Bool,
    _ compiled: inout CompiledQuery
  ) -> Query {
    let tokens = analyzer.analyze(text)
    guard let first = tokens.first else { return .nothing }
    // Among other words those of a date written out stand for it; alone it is met however it is
    // written.
    let isDate =
      first.kind == .date
      && tokens.allSatisfy { $0.range.clamped(to: first.range) == $0.range }
    let words = isDate ? [first] : tokens.filter { !$0.sharesPosition }
    let terms = words.map { field.prefix + $0.stem }
    let forms = SequenceTest.Forms(words.map(\.term.form), slot: Schema.Slot.forms)
    let query: Query =
      isDate
      ? .term(terms[0])
      : .sequence(SequenceTest(.phrase, terms, forms: forms), slot: Schema.Slot.sequence)
    if noting {
      compiled.note(
        whole: "\"\(text)\"", words.map(\.stem), query, isRequired: isRequired && field == .text)
    }
    return query
  }

  func near(
    _ words: [String], _ within: Int, noting: Bool, isRequired: Bool,
    _ compiled: inout CompiledQuery
  ) -> Query {
    let tokens = words.flatMap { analyzer.analyze($0) }.filter { !$0.sharesPosition }
    let stems = tokens.map(\.stem).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let query = Query.near(
      stems, window: max(within, stems.count), slot: Schema.Slot.sequence)
    if noting {
      compiled.note(
        whole: words.joined(separator: " NEAR "), stems, query, isRequired: isRequired)
    }
    return query
  }

  /// Words in their order, the last of which is any that begins so; one word alone is a prefix.
  /// - Parameter typed: what it is called to people.
  func phrasePrefix(
    _ text: String, _ field: TextField, noting: Bool, isRequired: Bool, _ typed: String,
    _ compiled: inout CompiledQuery
  ) throws -> Query {
    let tokens = analyzer.analyze(text).filter { !$0.sharesPosition }
    let before = tokens.dropLast().map { field.prefix + $0.stem }
    let forms = tokens.dropLast().map(\.term.form) + [nil]
    let stems = try stems(beginning: tokens.last?.word ?? "", typed: typed).sorted()
    let terms = stems.map { field.prefix + $0 }
    let query: Query =
      if stems.isEmpty {
        .nothing
      } else if before.isEmpty {
        .synonym(terms.map { .term($0) })
      } else {
        .or(
          terms.map {
            let test = SequenceTest(
              .phrase, before + [$0], forms: .init(forms, slot: Schema.Slot.forms))
            return .sequence(test, slot: Schema.Slot.sequence)
          })
      }
    if noting {
      compiled.note(whole: typed, stems, query, isRequired: isRequired && field == .text)
    }
    return query
  }

  /// The stems of the corpus's words that begin so, hyphens and apostrophes aside. Xapian's own
  /// wildcard weighs wrongly across databases and knows stems only.
  private func stems(beginning prefix: String, typed: String) throws -> Set<String> {
    var words: Set<String> = []
    for beginning in Set([prefix, JoinedWord(prefix).joined]) {
      let keys = try database.metadataKeys(
        prefix: Schema.wordKeyPrefix + beginning, limit: limits.tooManyTerms)
      for key in keys { words.insert(String(key.dropFirst(Schema.wordKeyPrefix.count))) }
    }
    guard words.count <= limits.expansion else {
      let prefix = typed.filter { !"\"*".contains($0) }
      throw QueryError(.expandsTooFar(prefix: prefix, limit: limits.expansion), at: nil)
    }
    return Set(words.map(analyzer.stem(of:)))
  }
}

extension CompiledQuery {
  /// A phrase or the like, which counts as a whole.
  fileprivate mutating func note(
    whole text: String, _ stems: [String], _ query: Query, isRequired: Bool = false
  ) {
    let unit = Unit(
      role: .word, name: text, stems: stems, scale: 1, query: query, isRequired: isRequired)
    note(Word(text: text, units: [unit]))
  }
}

extension TextField {
  fileprivate var prefix: String { self == .title ? Schema.Prefix.title : "" }
}
