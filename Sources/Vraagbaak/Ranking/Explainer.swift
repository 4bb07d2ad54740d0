import DutchText
import WrittenQuestions
import Xapian

/// What a word of the query added to a hit's score, and where it matched.
public struct Contribution: Sendable, Equatable, Codable {
  /// The word as typed, and what stands for it here.
  public let word, term: String
  public let role: QueryWord.Term.Role
  /// What it adds; the sum over all is the document's score, but for `--expand`, prefixes in
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

  /// By document id: the same engine weighs each unit of the query alone, on these documents only.
  func scores(of unit: CompiledQuery.Unit, in documents: [String]) throws(XapianError)
    -> [String: Double]
  {
    let ids = Query.or(documents.map { .term(Schema.idTerm($0)) })
    var enquire = Enquire(.filter(unit.scaled, ids))
    enquire.weighting = weighting
    let mset = try enquire.run(on: database, maxItems: documents.count)
    return mset.hits.reduce(into: [:]) { scores, hit in
      if let id = RecordCoder.decode(hit.data)?.id { scores[id] = hit.weight }
    }
  }

  func contributions(_ words: [CompiledQuery.Word], to documents: [WrittenQuestion])
    throws(XapianError) -> [String: [Contribution]]
  {
    let stems = documents.reduce(into: [String: [(place: String, stems: Set<String>)]]()) {
      $0[$1.id] = places(in: $1)
    }
    var found: [String: [Contribution]] = [:]
    for word in words {
      for unit in word.units {
        for (id, score) in try scores(of: unit, in: documents.map(\.id)) {
          let places = (stems[id] ?? []).filter { unit.matches(in: $0.stems) }
          found[id, default: []].append(
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
