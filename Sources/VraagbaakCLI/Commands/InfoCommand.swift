import ArgumentParser
import Vraagbaak

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what an index holds and what it was made with.")

  @OptionGroup var index: IndexOption

  func run() throws {
    Terminal.write(IndexReport.info(try index.existing().info()))
  }
}
