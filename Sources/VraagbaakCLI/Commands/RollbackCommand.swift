import ArgumentParser
import Vraagbaak

struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Go back to the generation of an index before the one that serves.",
    discussion: "The next index or rebuild replaces what was gone back from.")

  @OptionGroup var index: IndexOption
  @OptionGroup var options: WriteOptions

  @Flag(help: "Say which generation would serve, and change nothing.")
  var dryRun = false

  func run() throws {
    let index = try index.existing()
    let number = try index.rollback(wait: options.wait, isDryRun: dryRun)
    if !options.quiet {
      Terminal.write(
        "\(index.path): generation \(number) \(dryRun ? "would serve" : "serves now")\n")
    }
  }
}
