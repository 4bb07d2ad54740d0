import ArgumentParser
import Vraagbaak

struct TRECRunCommand: ParsableCommand {
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

  func run() throws {
    let topics = try Topics.read(topics)
    let searcher = try index.existing().searcher()
    for topic in topics {
      let ranked = try searcher.rank(.words(topic.text), limit: limit, expands: expand)
      TableOutput.writeTREC(ranked.map { ($0.id, $0.score) }, topic: topic.id)
    }
  }
}
