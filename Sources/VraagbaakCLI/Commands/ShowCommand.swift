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

  @Argument(help: "The id that search prints, or its last part, or a question's number.")
  var id: String

  func run() async throws {
    let searcher = try index.searcher()
    let documents = try await searcher.documents(id)
    guard documents.count == 1 else {
      let candidates = Candidates(name: id, documents: documents.map(\.heading))
      if format == .json { try JSONOutput.write(candidates) }
      throw IndexError.severalDocuments(candidates)
    }
    switch format {
    case .text: try await DocumentOutput.write(documents[0], searcher)
    case .json: try JSONOutput.write(documents[0])
    }
  }
}
