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

  // Unrecognised options are words to exclude: taal -sport.
  @Argument(
    parsing: .allUnrecognized, help: "What to search for; several words need no quotes.")
  var query: [String]

  func validate() throws {
    if let option = query.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'")
    }
  }

  func run() async throws {
    let text = query.filter { $0 != "--" }.joined(separator: " ")
    let parsed = try ParsedQuery(text)
    let synonyms = try synonyms.map { try Synonyms(file: $0) }
    var options = results.searchOptions
    options.expands = expand
    let searcher = try index.searcher(synonyms: synonyms)
    let found = try await searcher.search(parsed.query, options)
    try results.write(found, query: text, notes: parsed.notes)
  }
}
