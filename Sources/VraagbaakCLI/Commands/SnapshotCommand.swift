import ArgumentParser
import Vraagbaak

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Copy an index to a directory, also while it is being written.",
    discussion: "To restore it, use the copy: vraagbaak search --index DIR.")

  @OptionGroup var index: IndexOption
  @OptionGroup var options: WriteOptions

  @Argument(help: ArgumentHelp("The directory to make.", valueName: "dir"))
  var directory: String

  func run() throws {
    let index = try index.existing()
    try IndexOption.checkName(directory)
    let number = try index.snapshot(to: directory, wait: max(options.wait, 10))
    if !options.quiet {
      Terminal.write("\(directory): copy of \(index.path), generation \(number)\n")
    }
  }
}
