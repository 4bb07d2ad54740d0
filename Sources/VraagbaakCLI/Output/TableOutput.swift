import Vraagbaak
import WrittenQuestions

/// Lines for programs: tab-separated values and TREC runs.
enum TableOutput {
  static func writeTSV(_ results: SearchResults) {
    let names = [
      "rank", "score", "id", "number", "date", "asker", "minister", "kind", "label", "title",
      "text",
    ]
    write(names)
    for hit in results.hits {
      let document = hit.document
      write([
        String(hit.rank), String(hit.score), document.id, document.number ?? "",
        document.date?.description ?? "", document.askers.map(\.name).joined(separator: ", "),
        document.ministers.compactMap { $0.name ?? $0.role }.joined(separator: ", "),
        hit.passage.passage.kind.dutchName, hit.passage.passage.label ?? "", document.title,
        hit.passage.snippet.text,
      ])
    }
  }

  static func writeTREC(_ ranked: [(id: String, score: Double)], topic: String) {
    // Ids are the same where their bytes are.
    var seen: Set<[UInt8]> = []
    for (id, score) in ranked where seen.insert(Array(id.utf8)).inserted {
      Terminal.write("\(name(topic)) Q0 \(name(id)) \(seen.count) \(score) vraagbaak\n")
    }
  }

  /// A name without spaces, which part the columns of a run.
  private static func name(_ text: String) -> String {
    let name = Terminal.clean(text).split(whereSeparator: \.isWhitespace).joined(separator: "_")
    return name.isEmpty ? "_" : name
  }

  static func writeTokens(_ tokens: [AnalyzedToken]) {
    for token in tokens {
      let parts = token.parts.map { "\($0.word)/\($0.stem)" }.joined(separator: " + ")
      write([
        "\(token.start)-\(token.end)", token.word, token.stem + (token.isStopWord ? " (stop)" : ""),
        parts,
      ])
    }
  }

  /// Tabs and line ends inside a value become spaces.
  private static func write(_ values: [String]) {
    Terminal.write(values.map(Terminal.clean).joined(separator: "\t") + "\n")
  }
}
