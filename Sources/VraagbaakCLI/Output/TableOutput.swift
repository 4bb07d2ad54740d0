import Vraagbaak
import WrittenQuestions

/// Lines for programs: tables of hits, and TREC runs.
enum TableOutput {
  /// The names of the columns.
  /// - Parameter query: whether each hit names the query that it is of.
  static func writeHeader(_ columns: [HitColumn], _ format: TableFormat, query: Bool) {
    let names = (query ? ["query"] : []) + columns.map(\.rawValue)
    Terminal.write(format.start + format.line(names))
  }

  /// - Parameter query: what each hit is of, as its first cell; nil: it is not named.
  static func write(
    _ hits: [Hit], _ columns: [HitColumn], _ format: TableFormat, query: String? = nil
  ) {
    for hit in hits {
      Terminal.write(format.row(of: hit, columns, before: query.map { [$0] } ?? []))
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

  private static func write(_ values: [String]) {
    Terminal.write(TableFormat.tsv.line(values))
  }
}
