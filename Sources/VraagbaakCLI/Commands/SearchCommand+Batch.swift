import ArgumentParser
import Vraagbaak

extension SearchCommand {
  /// One that cannot be understood is told of, and the others go on.
  /// - Parameter file: of queries; - for standard input.
  func run(batch file: String) async throws {
    let queries = try Topics.queries(file == "-" ? "/dev/stdin" : file)
    let searcher = try index.searcher(synonyms: try synonyms.map { try Synonyms(file: $0) })
    var options = results.searchOptions
    options.expands = expand
    results.writeHeader(query: true)
    var isWrong = false
    for (line, topic) in queries {
      let parsed: ParsedQuery
      let found: SearchResults
      do {
        parsed = try ParsedQuery(topic.text)
        found = try await searcher.search(parsed.query, options)
      } catch let error as QueryError {
        isWrong = true
        Terminal.warn("\(file):\(line): \(error)")
        continue
      } catch SearchError.query(let error) {
        isWrong = true
        Terminal.warn("\(file):\(line): \(error)")
        continue
      }
      try write(found, topic, parsed.notes, options)
    }
    if isWrong { throw ExitCode(ExitStatus.usage) }
  }

  private func write(
    _ found: SearchResults, _ topic: Topics.Topic, _ notes: [QueryNote], _ options: SearchOptions
  ) throws {
    switch results.format {
    case .text:
      Terminal.write("== \(Terminal.clean(topic.id)) ==\n\n")
      TextOutput.write(found)
    case .json, .jsonl:
      try JSONOutput.writeLines([
        Versioned(
          Named(
            name: topic.id,
            response: SearchResponse(found, query: topic.text, notes: notes, options)))
      ])
    case .csv, .tsv, .trec:
      try results.write(hits: found.hits, topic: topic.id, query: topic.id)
    }
  }
}

/// One object with the members of the response among its own.
private struct Named: Encodable {
  let name: String
  let response: SearchResponse

  private enum Member: CodingKey { case name }

  func encode(to encoder: any Encoder) throws {
    try response.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(name, forKey: .name)
  }
}
