import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find passages of questions and answers.",
    discussion: """
      Words rank by how well they fit. "exact phrase", +must, -not, AND OR NOT ( ), NEAR/5, \
      inburger*, and vrager: partij: minister: nr: titel: thema: soort:vraag|antwoord|inleiding \
      datum:2022..2023-03 id: bron: are understood.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, tsv, trec
  }

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("How many hits.", valueName: "n"))
  var limit = 10

  @Option(help: ArgumentHelp("How many hits to pass over.", valueName: "n"))
  var offset = 0

  @Option(help: ArgumentHelp("relevance, or date: the latest first.", valueName: "order"))
  var sort = SearchOptions.Sort.relevance

  @Option(help: ArgumentHelp("Only passages of this kind: vraag, antwoord, inleiding."))
  var kind: PassageKind?

  @Flag(
    help: ArgumentHelp("One hit for each document (default), or one for each passage that matches.")
  )
  var unit = Unit.collapse

  @Flag(help: "Find more with words of the first ten hits; these stay in front.")
  var expand = false

  @Option(help: ArgumentHelp("text, json, jsonl, tsv or trec.", valueName: "format"))
  var format = Format.text

  // Unrecognised options are words to exclude: taal -sport.
  @Argument(
    parsing: .allUnrecognized, help: "What to search for; several words need no quotes.")
  var query: [String]

  enum Unit: String, EnumerableFlag {
    case collapse, passages
  }

  func validate() throws {
    if let option = query.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'")
    }
    guard limit > 0, limit <= 10_000 else { throw ValidationError("--limit is from 1 to 10000") }
    guard offset >= 0, offset <= 1_000_000 else {
      throw ValidationError("--offset is from 0 to 1000000")
    }
  }

  func run() throws {
    let text = query.filter { $0 != "--" }.joined(separator: " ")
    let options = SearchOptions(
      limit: limit, offset: offset, sort: sort, unit: unit == .passages ? .passages : .documents,
      kind: kind, expands: expand)
    let parsed = try SearchQuery.parse(text)
    let results = try index.existing().searcher().search(parsed, options)
    switch format {
    case .text:
      TextOutput.write(results)
      TextOutput.writeNotes(on: results, query: text)
    case .json: try JSONOutput.write(results, query: text, options)
    case .jsonl: try JSONOutput.writeLines(results)
    case .tsv: TableOutput.writeTSV(results)
    case .trec: TableOutput.writeTREC(results.hits.map { ($0.document.id, $0.score) }, topic: "1")
    }
    if results.hits.isEmpty { throw ExitCode(ExitStatus.noResults) }
  }
}

extension SearchOptions.Sort: ExpressibleByArgument {}

extension PassageKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
  public static var allValueStrings: [String] { allCases.map(\.dutchName) }
}
