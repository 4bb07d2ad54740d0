import ArgumentParser
import Vraagbaak
import WrittenQuestions

/// What of the results to show, and how: what commands that search have in common.
struct ResultOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, csv, tsv, trec
  }

  enum Unit: String, EnumerableFlag {
    case collapse, passages
  }

  @Option(help: ArgumentHelp("How many hits.", valueName: "n"))
  var limit = 10

  @Option(help: ArgumentHelp("How many hits to pass over.", valueName: "n"))
  var offset = 0

  @Option(
    help: ArgumentHelp(
      "relevance; date, answered: the latest first; days: the longest until the answer.",
      valueName: "order"))
  var sort = SearchOptions.Sort.relevance

  @Option(
    help: ArgumentHelp("Only passages of this kind: vraag, antwoord, inleiding, tekst, noot."))
  var kind: PassageKind?

  @Flag(
    help: ArgumentHelp("One hit for each document (default), or one for each passage that matches.")
  )
  var unit = Unit.collapse

  @Option(
    help: ArgumentHelp(
      "Count all matches by these: minister, vrager, partij, jaar, zittingsjaar, status, thema, soort.",
      valueName: "field,…"))
  var facets: FacetList?

  @Flag(help: "Show how the query was understood and what made each score.")
  var explain = false

  @Option(help: ArgumentHelp("text, json, jsonl, csv, tsv or trec.", valueName: "format"))
  var format = Format.text

  @Flag(help: "All hits, without a limit.")
  var all = false

  @OptionGroup var table: TableOptions

  func validate() throws {
    guard limit > 0, limit <= 10_000 else { throw ValidationError("--limit is from 1 to 10000") }
    guard offset >= 0, offset <= 1_000_000 else {
      throw ValidationError("--offset is from 0 to 1000000")
    }
    if facets != nil, ![.text, .json].contains(format) {
      throw ValidationError("--facets is for --format text and json: \(format) has hits alone")
    }
    if explain, ![.text, .json, .jsonl].contains(format) {
      throw ValidationError(
        "--explain is for --format text, json and jsonl: \(format) has no room for it")
    }
    if !table.isEmpty, ![.csv, .tsv].contains(format) {
      throw ValidationError("--columns, --separator and --bom are for --format csv and tsv")
    }
    if all, format == .json {
      throw ValidationError(
        "--all is for formats with a line a hit: --format jsonl has each as JSON")
    }
  }

  var searchOptions: SearchOptions {
    SearchOptions(
      limit: limit, offset: offset, sort: sort, unit: unit == .passages ? .passages : .documents,
      kind: kind, facets: facets?.fields ?? [], explains: explain)
  }

  /// Searches, and writes a page of hits, or all of them.
  /// - Throws: the exit status where there are no hits.
  func write(
    query: String, notes: [QueryNote] = [],
    _ search: (SearchOptions) async throws -> SearchResults
  ) async throws {
    var options = searchOptions
    if all { options.limit = Self.pageOfAll }
    let results = try await search(options)
    try write(results, query: query, notes: notes, options)
    var page = results
    while all, page.hasMore {
      options.offset += options.limit
      page = try await search(options)
      try write(hits: page.hits, topic: "1")
    }
    NoteOutput.write(notes)
    NoteOutput.write(on: results, query: query)
    if format == .text, !all { NoteOutput.writeCount(of: results, options) }
    if results.hits.isEmpty { throw ExitCode(ExitStatus.noResults) }
  }

  /// So many at once: what all of them take of memory does not grow with their number.
  private static let pageOfAll = 1_000

  private func write(
    _ results: SearchResults, query: String, notes: [QueryNote], _ options: SearchOptions
  ) throws {
    switch format {
    case .text:
      if explain { ExplanationOutput.write(results.words) }
      TextOutput.write(results)
    case .json:
      try JSONOutput.write(SearchResponse(results, query: query, notes: notes, options))
    case .jsonl, .csv, .tsv, .trec:
      writeHeader(query: false)
      try write(hits: results.hits, topic: "1")
    }
  }

  /// What stands above a table.
  /// - Parameter query: whether each hit names the query that it is of.
  func writeHeader(query: Bool) {
    if let tableFormat { TableOutput.writeHeader(table.names, tableFormat, query: query) }
  }

  /// Lines of hits.
  /// - Parameters:
  ///   - topic: what a run of TREC calls the query.
  ///   - query: what tables call it; nil: they do not name it.
  func write(hits: [Hit], topic: String, query: String? = nil) throws {
    switch format {
    case .text: TextOutput.write(hits)
    case .json, .jsonl: try JSONOutput.writeLines(hits)
    case .csv, .tsv:
      TableOutput.write(hits, table.names, tableFormat ?? .tsv, query: query)
    case .trec: TableOutput.writeTREC(hits.map { ($0.document.id, $0.score) }, topic: topic)
    }
  }

  private var tableFormat: TableFormat? {
    switch format {
    case .csv: table.csv
    case .tsv: .tsv
    default: nil
    }
  }
}

/// `minister,jaar`
struct FacetList: ExpressibleByArgument {
  let fields: [FacetField]

  static var allValueStrings: [String] { FacetField.allCases.map(\.dutchName) }

  init?(argument: String) {
    let names = argument.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    fields = names.compactMap(FacetField.init(named:))
    guard fields.count == names.count, !fields.isEmpty else { return nil }
  }
}

extension SearchOptions.Sort: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
}

extension PassageKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
  public static var allValueStrings: [String] { allCases.map(\.dutchName) }
}
