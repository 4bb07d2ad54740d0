import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a whole document, each question with its answer.")

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = PlainFormat.text

  @Argument(help: "The id that search prints, or a question's number.")
  var id: String

  func run() async throws {
    let searcher = try index.searcher()
    for document in try await searcher.documents(id) {
      switch format {
      case .text: try await DocumentOutput.write(document, searcher)
      case .json: try JSONOutput.write(document)
      }
    }
  }
}
