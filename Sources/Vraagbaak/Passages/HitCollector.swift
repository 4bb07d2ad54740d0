import WrittenQuestions
import Xapian

/// Makes hits of documents: chooses the passages to show, with their snippets and counterparts.
struct HitCollector {
  let scorer: PassageScorer
  /// Only passages of these kinds; empty: of all.
  let kinds: Set<PassageKind>
  let options: SearchOptions

  /// One hit with the best passage, or one for each passage that matches; without ranks.
  /// - Parameter sequence: the document's `TermSequence` as it is stored.
  func hits(
    in document: WrittenQuestion, sequence: [UInt8], score: Double, _ contributions: [Contribution]
  ) throws -> [Hit] {
    try StopFlag.check()
    var passages = ScoredPassages(of: document, sequence: sequence, kinds: kinds, scorer: scorer)
    func hit(_ scored: PassageScorer.Scored, score: Double) throws -> Hit {
      Hit(
        rank: 0, score: score, document: document.heading, passage: try show(scored),
        counterparts: try document.counterparts(of: scored.passage).map {
          try show(scorer.score($0))
        },
        contributions: contributions)
    }

    switch options.unit {
    case .documents: return try passages.best().map { [try hit($0, score: score)] } ?? []
    case .passages:
      return try passages.matching().map { try hit($0, score: score * (1 + $0.coverage) / 2) }
    }
  }

  private func show(_ scored: PassageScorer.Scored) throws -> PassageHit {
    PassageHit(
      passage: scored.passage,
      snippet: try SnippetGenerator.snippet(
        of: scored.passage.text, matches: scored.matches, required: scored.required,
        length: max(0, options.snippetLength)))
  }

  /// The page asked for, with ranks. Documents were paged by the engine; single passages are here.
  func page(of hits: [Hit]) -> [Hit] {
    var hits = hits
    if options.unit == .passages {
      if options.sort == .relevance {
        // Stable: equals stay in the order of their documents and of reading.
        hits = hits.enumerated().sorted { left, right in
          (right.element.score, left.offset) < (left.element.score, right.offset)
        }.map(\.element)
      }
      hits = Array(hits.dropFirst(options.offset).prefix(options.limit))
    }
    return hits.enumerated().map { index, hit in
      Hit(
        rank: options.offset + index + 1, score: hit.score, document: hit.document,
        passage: hit.passage, counterparts: hit.counterparts, contributions: hit.contributions)
    }
  }
}
