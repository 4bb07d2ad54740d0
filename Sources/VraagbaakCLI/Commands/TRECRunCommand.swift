import ArgumentParser
import Vraagbaak

struct TRECRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trec-run",
    abstract: "Search for many topics and write a TREC run.",
    discussion: "Topics are lines of id, tab, text; the text is taken as plain words.")

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("The file of topics.", valueName: "file.tsv"))
  var topics: String

  @Option(help: ArgumentHelp("How many documents for each topic.", valueName: "n"))
  var limit = 100

  @Flag(help: "Find more with words of the first ten hits.")
  var expand = false

  @Option(
    help: ArgumentHelp(
      "Parameters of ranking, as k1=8,kin=0.", valueName: "name=value,…", visibility: .hidden))
  var set: Ranking?

  func run() async throws {
    let topics = try Topics.read(topics, warn: Terminal.warn(of:))
    let searcher = try index.searcher(ranking: set ?? .standard)
    for topic in topics {
      let ranked = try await searcher.rank(.words(topic.text), limit: limit, expands: expand)
      TableOutput.writeTREC(ranked.map { ($0.id, $0.score) }, topic: topic.id)
    }
  }
}

extension Ranking: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
}

extension TermWeights: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
}
