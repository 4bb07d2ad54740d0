import DutchText
import WrittenQuestions
import Xapian

/// What a word of the query added to a hit's score, and where it matched.
public struct Contribution: Sendable, Equatable, Codable {
  /// The word as typed, and what stands for it here.
  public let word, term: String
  public let role: QueryWord.Term.Role
  /// What it adds; the sum over all is the document's score, but for `expands`, prefixes in
  /// conditions and operators that take weights away.
  public let score: Double
  /// `titel`, `inleiding`, `vraag 2`, `antwoord 1-3`.
  public let places: [String]
}

/// Takes the scores of a page of hits apart.
struct Explainer {
  let database: Database
  let analyzer: Analyzer
  let weighting: Enquire.Weighting

  /// By the engine's id: it weighs each unit of the query alone, on the documents with these terms
  /// only.
  func scores(of unit: CompiledQuery.Unit, in ids: [String]) throws(XapianError) -> [Int: Double] {
    var enquire = Enquire(.filter(unit.scaled, .or(ids.map { .term($0) })))
    enquire.weighting = weighting
    enquire.bringsData = false
    let mset = try enquire.run(on: database, maxItems: ids.count)
    return mset.hits.reduce(into: [:]) { scores, hit in scores[hit.documentID] = hit.weight }
  }

  /// - Parameter documents: each with the engine's id, by which the result is.
  func contributions(
    _ words: [CompiledQuery.Word], to documents: [(id: Int, question: WrittenQuestion)]
  ) throws(XapianError) -> [Int: [Contribution]] {
    var stems: [Int: [(place: String, stems: Set<String>)]] = [:]
    for document in documents {
      try StopFlag.check()
      stems[document.id] = places(in: document.question)
    }
    let ids = documents.map { Schema.idTerm($0.question.id) }
    var found: [Int: [Contribution]] = [:]
    for word in words {
      for unit in word.units {
        for (document, score) in try scores(of: unit, in: ids) {
          let places = (stems[document] ?? []).filter { unit.matches(in: $0.stems) }
          found[document, default: []].append(
            Contribution(
              word: word.text, term: unit.name, role: unit.role, score: score,
              places: places.map(\.place)))
        }
      }
    }
    return found.mapValues { $0.sorted { $0.score > $1.score } }
  }

  private func places(in document: WrittenQuestion) -> [(place: String, stems: Set<String>)] {
    let passages = document.passages.map { passage in
      (passage.kind.dutchName + (passage.label.map { " " + $0 } ?? ""), passage.text)
    }
    return ([("titel", document.title)] + passages).map { place, text in
      var stems: Set<String> = []
      analyzer.analyze(text) { token in
        stems.insert(token.stem)
        for part in token.parts { stems.insert(part.stem) }
      }
      return (place, stems)
    }
  }
}
