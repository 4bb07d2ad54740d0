import ArgumentParser
import Vraagbaak
import WrittenQuestions

struct CiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Print how documents are cited.",
    discussion: """
      ID#3 cites sub-question 3, with its pages where the document has some, and ID#page=3 the third page.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, bibtex, ris
    case cslJSON = "csl-json"
  }

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("text, bibtex, ris or csl-json.", valueName: "format"))
  var format = Format.text

  @Argument(
    help: "Ids that search prints, or their last parts, or numbers of questions.")
  var id: [String]

  func run() async throws {
    let searcher = try index.searcher()
    var citations: [Citation] = []
    for id in id { citations.append(try await citation(of: id, searcher)) }
    switch format {
    case .text: for citation in citations { Terminal.write(Terminal.clean(citation.text) + "\n") }
    case .bibtex: Terminal.write(Citation.bibTeX(citations))
    case .ris: Terminal.write(Citation.ris(citations))
    case .cslJSON: try JSONOutput.writePlain(Citation.csl(citations))
    }
  }

  /// An id may have the sign itself, and is looked up first.
  private func citation(of id: String, _ searcher: Searcher) async throws -> Citation {
    do throws(SearchError) {
      return Citation(of: try await document(id, searcher))
    } catch .index(.noSuchDocument) {
      guard let sign = id.lastIndex(of: "#"), sign > id.startIndex else {
        throw IndexError.noSuchDocument(id: id)
      }
      let found = try await document(String(id[..<sign]), searcher)
      return try Citation(of: found, place: String(id[id.index(after: sign)...]))
    }
  }

  private func document(_ id: String, _ searcher: Searcher) async throws(SearchError)
    -> WrittenQuestion
  {
    let documents = try await searcher.documents(id)
    guard documents.count == 1 else {
      throw .index(
        .severalDocuments(Candidates(name: id, documents: documents.map(\.heading))))
    }
    return documents[0]
  }
}
