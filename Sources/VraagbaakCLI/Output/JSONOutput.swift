import Vraagbaak
import WrittenQuestions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Results as JSON; the schema is in `docs/json.md`.
enum JSONOutput {
  static func write(_ results: SearchResults, query: String, _ options: SearchOptions) throws {
    let page = ResultsJSON(
      query: query, total: .init(count: results.total.count, exact: results.total.isExact),
      limit: options.limit, offset: options.offset, unmatched: results.unmatchedWords,
      words: results.words.map(QueryWordJSON.init),
      didYouMean: results.corrections.isEmpty
        ? nil : Correction.apply(results.corrections, to: query),
      corrections: results.corrections.map {
        CorrectionJSON(word: $0.word, suggestion: $0.suggestion)
      },
      facets: results.facets.map(FacetJSON.init),
      seconds: results.seconds, hits: results.hits.map(HitJSON.init))
    try write(page, [.prettyPrinted])
  }

  static func writeLines(_ results: SearchResults) throws {
    for hit in results.hits { try write(HitJSON(hit), []) }
  }

  static func write(_ document: WrittenQuestion) throws {
    try write(DocumentJSON(document), [.prettyPrinted])
  }

  static func write(_ changes: TopicChanges) throws {
    try write(ChangesJSON(changes), [.prettyPrinted])
  }

  static func write(_ tokens: [AnalyzedToken]) throws {
    for token in tokens { try write(token, []) }
  }

  private static func write(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting)
    throws
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    Terminal.write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }
}
