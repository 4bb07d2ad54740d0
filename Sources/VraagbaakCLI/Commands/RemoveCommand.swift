import ArgumentParser
import Vraagbaak

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take documents out of an index.",
    discussion: """
      A document that was removed comes back when its file changes, and with rebuild. A source that \
      was given to index is no longer looked at once it is removed.
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var options: WriteOptions
  @OptionGroup var limit: TimeLimitOption

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp("A file or directory whose documents go.", valueName: "path"))
  var sources: [String] = []

  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false

  @Argument(
    help: ArgumentHelp(
      "Ids of documents, as search prints them, or numbers that only one has.", valueName: "id"))
  var ids: [String] = []

  func validate() throws {
    guard ids.isEmpty != sources.isEmpty else {
      throw ValidationError("name the ids of documents, or --source PATH")
    }
  }

  func run() throws {
    let index = try index.existing()
    limit.start()
    let summary =
      sources.isEmpty
      ? try index.remove(ids: ids, wait: options.wait, isDryRun: dryRun)
      : try index.remove(sources: sources, wait: options.wait, isDryRun: dryRun)
    UpdateReport.write(summary, path: index.path, isDryRun: dryRun, quiet: options.quiet)
  }
}
