import ArgumentParser
import Vraagbaak

struct SimilarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find documents about the same as one that you have.")

  @OptionGroup var index: IndexOption
  @OptionGroup var results: ResultOptions

  @Argument(help: "The id that search prints, or its last part, or a question's number.")
  var id: String

  func run() async throws {
    let searcher = try index.searcher()
    let found: SearchResults
    do throws(SearchError) {
      found = try await searcher.similar(to: id, results.searchOptions)
    } catch .index(.severalDocuments(let candidates)) where results.format == .json {
      try JSONOutput.write(candidates)
      throw IndexError.severalDocuments(candidates)
    }
    try results.write(found, query: id)
  }
}
