import ArgumentParser
import Vraagbaak

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Run saved queries on two indexes and list those whose first ten hits differ.",
    discussion: """
      OLD and NEW are indexes by name or directory, or numbers of generations of one index. Exit \
      status 0 also where they differ.
      """)

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("Saved queries: lines of id, tab, query.", valueName: "file.tsv"))
  var topics: String

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = PlainFormat.text

  @Argument(help: ArgumentHelp("An index, or a generation's number.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("An index, or a generation's number.", valueName: "new"))
  var new: String

  func run() async throws {
    let indexes = try [index(old), index(new)]
    for index in indexes[0].path == indexes[1].path ? [indexes[0]] : indexes {
      IndexOption.warn(of: try index.synonyms())
    }
    let changes = try await TopicChanges.between(
      searcher(old), searcher(new), topics: Topics.read(topics, warn: Terminal.warn(of:)))
    switch format {
    case .text: DiffReport.write(changes)
    case .json: try JSONOutput.write(changes)
    }
  }

  private func searcher(_ name: String) throws -> Searcher {
    try index(name).searcher(generation: Int(name), threads: MainThread.searches)
  }

  private func index(_ name: String) throws -> Index {
    try Int(name) == nil ? IndexOption.existing(name) : index.existing()
  }
}
