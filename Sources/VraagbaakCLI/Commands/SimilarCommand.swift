import ArgumentParser
import Vraagbaak

struct SimilarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find documents about the same as one that you have.")

  @OptionGroup var index: IndexOption
  @OptionGroup var results: ResultOptions

  @Argument(help: "The id that search prints, or a question's number.")
  var id: String

  func run() async throws {
    let searcher = try index.searcher()
    let found = try await searcher.similar(to: id, results.searchOptions)
    try results.write(found, query: id)
  }
}
