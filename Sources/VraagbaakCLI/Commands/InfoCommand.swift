import ArgumentParser
import Vraagbaak

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what an index holds and what it was made with.")

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = PlainFormat.text

  func run() throws {
    let info = try index.existing().info()
    switch format {
    case .text: Terminal.write(IndexReport.info(info))
    case .json: try JSONOutput.write(info)
    }
  }
}
