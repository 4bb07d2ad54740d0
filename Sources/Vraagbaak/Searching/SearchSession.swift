import DutchText
import WrittenQuestions
import Xapian

/// Answers one query after another, each on one whole state of the index: the newest when it began.
///
/// Not Sendable: one thread at a time has it. A `Searcher` keeps several.
final class SearchSession {
  /// Counts are exact up to so many matches where the query sets conditions.
  static let exactCount = 10_000
  /// And where words only rank, and their matches are rather a long tail than an answer: counting
  /// 10,000 of them took 40 % of the median time of a search on 100,000 documents.
  static let exactRankedCount = 1_000

  private let index: Index
  let reader: IndexReader
  private let synonyms: AnalyzedSynonyms
  var database: Database { reader.database }
  var analyzer: Analyzer { reader.analyzer }
  let ranking: Ranking
  private let limits: QueryLimits
  private lazy var facetCounter = FacetCounter(reader.analyzer)

  init(
    index: Index, reader: IndexReader, synonyms: AnalyzedSynonyms, ranking: Ranking = .standard,
    limits: QueryLimits = .standard
  ) {
    self.index = index
    self.reader = reader
    self.synonyms = synonyms
    self.ranking = ranking
    self.limits = limits
  }

  /// The number of the generation that it read last.
  var generation: Int { reader.generation }

  /// Ranked hits for a query.
  /// - Throws: `QueryError` for a word that expands too far, `IndexError` for a damaged index.
  func search(_ query: SearchQuery, _ options: SearchOptions) throws -> SearchResults {
    let start = ContinuousClock.now
    return try reading {
      let compiled = try compile(query)
      let corrector = Corrector(database: database, analyzer: analyzer)
      return try results(
        compiled, options, start, corrections: corrector.corrections(for: compiled.words))
    }
  }

  /// Runs a compiled query and shows its hits.
  func results(
    _ compiled: CompiledQuery, _ options: SearchOptions, _ start: ContinuousClock.Instant,
    corrections: [Correction] = []
  ) throws -> SearchResults {
    let kinds = try kinds(compiled, options)
    let (query, mset, counted, found) = try ranked(compiled, kinds, options)
    var stored = StoredDocuments(database: database)
    let documents = try found.map { hit, score in
      try StopFlag.check()
      guard let document = try stored.document(hit.data) else {
        throw unreadable(hit.documentID)
      }
      return (hit: hit, document: document, score: score)
    }
    let explainer = Explainer(
      database: database, analyzer: analyzer, weighting: ranking.weighting)
    let contributions =
      options.explains
      ? try explainer.contributions(
        compiled.words, to: documents.map { ($0.hit.documentID, $0.document) }) : [:]
    let collector = HitCollector(
      scorer: PassageScorer(analyzer: analyzer, patterns: patterns(compiled, mset)),
      kinds: kinds.reduce(into: []) { $0.formUnion($1) }, options: options)
    let hits = try documents.flatMap { hit, document, score in
      try collector.hits(
        in: document, sequence: hit.values[Schema.Slot.sequence] ?? [], score: score,
        contributions[hit.documentID] ?? [])
    }
    var words: [QueryWord] = []
    for word in compiled.words {
      words.append(try QueryWord(word, in: database, search: (query, mset)))
    }
    let end = options.offset + options.limit
    let filters = compiled.filters
    return SearchResults(
      total: .init(count: mset.matches.estimate, isExact: mset.matches.isExact),
      hasMore: mset.matches.lowerBound > end || options.unit == .passages && hits.count > end,
      hits: collector.page(of: hits), words: words,
      unmatchedValues: mset.matches.estimate == 0
        || Set(filters.map(\.field)).count < filters.count
        ? try compiled.unmatchedValues(in: database, analyzer) : [],
      corrections: corrections, facets: try facets(counted, compiled, kinds, options),
      seconds: start.duration(to: .now).seconds)
  }

  /// Counts of all matches: those that a value finds as a filter beside the query.
  private func facets(
    _ counted: [MSet.Facet], _ compiled: CompiledQuery, _ kinds: [Set<PassageKind>],
    _ options: SearchOptions
  ) throws -> [Facet] {
    var facets: [Facet] = []
    for (field, counted) in zip(options.facets, counted) {
      guard field == .kind else {
        facets.append(try facetCounter.facet(field, counted, in: database))
        continue
      }
      // A kind's filter asks for a word of the query in passages of the kind.
      var counts: [(String, Int)] = []
      for kind in PassageKind.allCases {
        let query = restrict(compiled.query, compiled, to: kinds + [[kind]])
        try limits.check(query, in: database)
        let found = try Enquire(query).run(
          on: database, maxItems: 0, checkAtLeast: database.statistics().documentCount)
        counts.append((kind.dutchName, found.matches.estimate))
      }
      facets.append(facetCounter.facet(field, counts))
    }
    return facets
  }

  /// The ids of the best documents with their scores, without passages: for measuring.
  /// - Throws: as `search`.
  func rank(_ query: SearchQuery, limit: Int, expands: Bool) throws -> [(
    id: String, score: Double
  )] {
    try reading {
      let options = SearchOptions(limit: limit, expands: expands)
      return try ranked(try compile(query), [], options, counts: false).hits.map { hit, score in
        guard let id = RecordHeader(of: hit.data)?.id else { throw unreadable(hit.documentID) }
        return (id, score)
      }
    }
  }

  /// The engine's ids of all documents that the query finds; as a part of one read.
  func matching(_ query: SearchQuery) throws -> [Int] {
    let compiled = try compile(query)
    var enquire = Enquire(restrict(compiled.query, compiled, to: compiled.kinds))
    try limits.check(enquire.query, in: database)
    enquire.bringsData = false
    let count = try database.statistics().documentCount
    return try enquire.run(on: database, maxItems: count).hits.map(\.documentID)
  }

  /// What identifies the best documents, without passages.
  /// - Throws: as `search`.
  func headings(_ query: SearchQuery, limit: Int) throws -> [WrittenQuestion.Heading] {
    let options = SearchOptions(limit: limit)
    return try ranked(try compile(query), [], options, counts: false).hits.map { hit, _ in
      guard let question = RecordCoder.decode(hit.data) else { throw unreadable(hit.documentID) }
      return question.heading
    }
  }

  /// The query that was run, without what expands it, and the hits of the page; for single passages
  /// those of all pages up to it.
  private func ranked(
    _ compiled: CompiledQuery, _ kinds: [Set<PassageKind>], _ options: SearchOptions,
    counts: Bool = true
  ) throws -> (
    query: Query, mset: MSet, facets: [MSet.Facet], hits: [(hit: MSet.Hit, score: Double)]
  ) {
    let isPaged = options.unit == .documents
    let first = isPaged ? options.offset : 0
    let end = options.offset + options.limit
    var enquire = Enquire(restrict(compiled.query, compiled, to: kinds))
    try limits.check(enquire.query, in: database)
    enquire.weighting = ranking.weighting
    enquire.facetSlots = options.facets.map(\.slot)
    enquire.valueSlots = [Schema.Slot.sequence]
    // One more than the page has tells whether there is another.
    let checkAtLeast = try counts ? max(exactCount(compiled, options), end + 1) : 0
    if let slot = options.sort.slot {
      enquire.order = .valueThenRelevance(slot: slot, descending: true)
    }
    guard options.expands, options.sort == .relevance else {
      let mset = try enquire.run(
        on: database, first: first, maxItems: end - first, checkAtLeast: checkAtLeast)
      return (enquire.query, mset, mset.facets, mset.hits.map { ($0, $0.weight) })
    }
    let (mset, facets, hits) = try Expansion.standard.run(
      enquire, on: database, count: end, checkAtLeast: checkAtLeast
    ) { words in
      // Conditions stay conditions: words then only change the order.
      compiled.hasConditions
        ? .andMaybe(enquire.query, words)
        : restrict(.or([compiled.query, words]), compiled, to: kinds)
    }
    return (enquire.query, mset, facets, Array(hits.dropFirst(first)))
  }

  private func exactCount(_ compiled: CompiledQuery, _ options: SearchOptions) throws -> Int {
    // Facets count all matches, however many.
    guard options.facets.isEmpty, !options.countsAll else {
      return try database.statistics().documentCount
    }
    return compiled.hasConditions ? Self.exactCount : Self.exactRankedCount
  }

  /// The document with this id, or else those that it is the number of, or the end of the id.
  /// - Throws: `IndexError.noSuchDocument`.
  func documents(_ id: String) throws -> [WrittenQuestion] {
    try reading {
      var stored = StoredDocuments(database: database)
      return try DocumentLookup(database: database).documents(id).map { found in
        guard let question = try stored.document(found.data) else {
          throw unreadable(found.documentID)
        }
        return question
      }
    }
  }

  /// The documents of this index that a reference names.
  func documents(_ reference: Reference) throws -> [WrittenQuestion] {
    let found: [WrittenQuestion]
    do {
      found = try documents(reference.number)
    } catch IndexError.noSuchDocument {
      return []
    }
    let name = Schema.numberTerm(reference.number)
    return found.filter { document in
      Schema.numberTerms(of: document.heading).contains(name)
        && (reference.date.map { document.date?.covers($0) == true } ?? true)
    }
  }

  // MARK: Query

  func compile(_ query: SearchQuery) throws -> CompiledQuery {
    try QueryCompiler(
      analyzer: analyzer, database: database, ranking: ranking,
      thesaurus: Thesaurus(
        database: database, own: synonyms.byStems(analyzer, of: reader.fingerprint)),
      limits: limits
    ).compile(query)
  }

  /// The kinds of passage that hits match in, of each set in one, and that are shown.
  /// - Throws: `QueryError` where the query asks for others than the options.
  private func kinds(
    _ compiled: CompiledQuery, _ options: SearchOptions
  ) throws(QueryError) -> [Set<PassageKind>] {
    guard let kind = options.kind else { return compiled.kinds }
    for asked in compiled.kinds where !asked.contains(kind) {
      let names = asked.map(\.dutchName).sorted().joined(separator: "|")
      throw QueryError(.excludedKind(asked: names, kind: kind.dutchName), at: nil)
    }
    return [[kind]]
  }

  /// Only documents that have, of each set of kinds, a passage of one with one of the words in it.
  private func restrict(
    _ query: Query, _ compiled: CompiledQuery, to kinds: [Set<PassageKind>]
  ) -> Query {
    kinds.reduce(query) { query, kinds in
      let conditions = kinds.map { kind in
        let has = Query.term(Schema.Prefix.kind + kind.rawValue)
        guard let occurs = compiled.occurs(in: .init(of: kind)) else { return has }
        return .and([has, occurs])
      }
      return .filter(query, .or(conditions))
    }
  }

  /// What passages are looked through for; a stem is worth how rare it is.
  private func patterns(_ compiled: CompiledQuery, _ mset: MSet) -> [PassagePattern] {
    var rarity: [String: Double] = [:]
    for term in mset.queryTerms { rarity[term.term] = term.weight }
    // A prefix's words have a common weight in the engine; here each matches for itself.
    return compiled.patterns { max(rarity[$0] ?? 1, 0.1) }
  }

  func unreadable(_ document: Int) -> IndexError {
    .damaged(path: index.path, reason: "document \(document) has no readable data")
  }

  /// Runs a read on one state of the index.
  func reading<Result>(_ body: () throws -> Result) throws -> Result {
    try reader.reading(body)
  }
}
