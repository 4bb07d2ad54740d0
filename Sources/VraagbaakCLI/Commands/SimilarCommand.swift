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
    try await results.write(query: id) { options in
      do throws(SearchError) {
        return try await searcher.similar(to: id, options)
      } catch .index(.severalDocuments(let candidates)) where results.format == .json {
        try JSONOutput.write(candidates)
        throw IndexError.severalDocuments(candidates)
      }
    }
  }
}
