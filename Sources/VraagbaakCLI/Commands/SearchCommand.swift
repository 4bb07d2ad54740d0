import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find passages of questions and answers.",
    discussion: """
      Words rank by how well they fit. "exact phrase", +must, -not, AND OR NOT ( ), NEAR/5, \
      inburger*, and vrager: partij: minister: nr: titel: thema: soort:vraag|antwoord|inleiding|tekst|noot \
      datum:2022..2023-03 beantwoord:2023|ja|nee dagen:>20 status:open|beantwoord|uitgesteld|ingetrokken \
      zittingsjaar:2022-2023 id: bron: are understood.
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var results: ResultOptions

  @Flag(help: "Find more with words of the first hits; the first ten stay in front.")
  var expand = false

  @Option(
    help: ArgumentHelp(
      "Words that stand for the same, in lines as: IMC = Interministeriële Conferentie.",
      discussion: "Default: synoniemen.txt in the index's directory.", valueName: "file"))
  var synonyms: String?

  @Option(
    help: ArgumentHelp(
      "Search for every line of a file, or of standard input (-): a query, or a name, a tab and a query.",
      discussion: "Tables then name the query first; JSON is a line for each.",
      valueName: "file|-"))
  var batch: String?

  // Unrecognised options are words to exclude: taal -sport.
  @Argument(
    parsing: .allUnrecognized, help: "What to search for; several words need no quotes.")
  var query: [String] = []

  func validate() throws {
    guard query.isEmpty != (batch == nil) else {
      throw ValidationError(
        batch == nil ? "Missing expected argument '<query> ...'" : "--batch FILE has the queries")
    }
    guard batch == nil || !results.all else {
      throw ValidationError("--all is for one query: with --batch take --limit")
    }
    if let option = query.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'")
    }
  }

  func run() async throws {
    if let batch { return try await run(batch: batch) }
    let text = query.filter { $0 != "--" }.joined(separator: " ")
    let parsed = try ParsedQuery(text)
    let synonyms = try synonyms.map { try Synonyms(file: $0) }
    let searcher = try index.searcher(synonyms: synonyms)
    try await results.write(query: text, notes: parsed.notes) { options in
      var options = options
      options.expands = expand
      return try await searcher.search(parsed.query, options)
    }
  }
}
