import ArgumentParser
import Vraagbaak

struct SimilarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find documents about the same as one that you have.")

  @OptionGroup var index: IndexOption
  @OptionGroup var results: ResultOptions

  @Argument(help: "The id that search prints, or a question's number.")
  var id: String

  func run() throws {
    let found = try index.existing().searcher().similar(to: id, results.searchOptions)
    try results.write(found, query: id)
  }
}
