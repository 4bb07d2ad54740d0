import Vraagbaak
import WrittenQuestions

/// The shape of JSON results. A change that could break a reader raises `schema`.
struct ResultsJSON: Encodable {
  struct Total: Encodable {
    let count: Int
    let exact: Bool
  }

  let schema = 2
  let query: String
  let total: Total
  let limit, offset: Int
  let unmatched: [String]
  let words: [QueryWordJSON]
  let didYouMean: String?
  let corrections: [CorrectionJSON]
  let facets: [FacetJSON]
  let seconds: Double
  let hits: [HitJSON]
}

struct QueryWordJSON: Encodable {
  struct Term: Encodable {
    let role, name: String
    let documents: Int
    let scale: Double
  }

  let text: String
  let terms: [Term]

  init(_ word: QueryWord) {
    text = word.text
    terms = word.terms.map {
      Term(role: $0.role.rawValue, name: $0.name, documents: $0.documents, scale: $0.scale)
    }
  }
}

struct CorrectionJSON: Encodable {
  let word, suggestion: String
}

struct FacetJSON: Encodable {
  struct Value: Encodable {
    let value: String
    let count: Int
  }

  let field: String
  let values: [Value]

  init(_ facet: Facet) {
    field = facet.field.dutchName
    values = facet.values.map { Value(value: $0.name, count: $0.count) }
  }
}

struct ContributionJSON: Encodable {
  let word, term, role: String
  let score: Double
  let places: [String]

  init(_ item: Contribution) {
    word = item.word
    term = item.term
    role = item.role.rawValue
    score = item.score
    places = item.places
  }
}

struct HitJSON: Encodable {
  let rank: Int
  let score: Double
  let id: String
  let number, date: String?
  let title: String
  let askers: [PersonJSON]
  let ministers: [PersonJSON]
  let themes: [String]
  let passage: PassageJSON
  let counterparts: [PassageJSON]
  let source: SourceJSON
  /// Only with --explain.
  let contributions: [ContributionJSON]?

  init(_ hit: Hit) {
    let document = hit.document
    rank = hit.rank
    score = hit.score
    id = document.id
    number = document.number
    date = document.date?.description
    title = document.title
    askers = document.askers.map(PersonJSON.init)
    ministers = document.ministers.map(PersonJSON.init)
    themes = document.themes
    passage = PassageJSON(hit.passage)
    counterparts = hit.counterparts.map(PassageJSON.init)
    source = SourceJSON(document.source)
    contributions =
      hit.contributions.isEmpty ? nil : hit.contributions.map(ContributionJSON.init)
  }
}

struct PersonJSON: Encodable {
  let name, party, role: String?

  init(_ asker: Asker) {
    name = asker.name
    party = asker.party
    role = nil
  }

  init(_ minister: Minister) {
    name = minister.name
    party = nil
    role = minister.role
  }
}

struct SourceJSON: Encodable {
  let path: String
  let line: Int?
  let start, end: Int
  /// Only where it is not UTF-8.
  let encoding: String?

  init(_ source: Source) {
    path = source.path
    line = source.line
    start = source.range.lowerBound
    end = source.range.upperBound
    encoding = source.encoding == .utf8 ? nil : source.encoding.rawValue
  }
}

struct PassageJSON: Encodable {
  struct Snippet: Encodable {
    let text: String
    /// The text escaped, with `<mark>` around what matches.
    let html: String
    /// Pairs of UTF-8 offsets in `text`.
    let matches: [[Int]]
    let cutBefore, cutAfter: Bool
  }

  let kind: String
  let label: String?
  let text: String
  let field: String?
  let page, lastPage: Int?
  let start, end: Int
  let snippet: Snippet?

  init(_ passage: Passage, snippet: Vraagbaak.Snippet? = nil) {
    kind = passage.kind.dutchName
    label = passage.label
    text = passage.text
    field = passage.place.field
    page = passage.place.pages?.lowerBound
    lastPage = passage.place.pages?.upperBound
    start = passage.place.range.lowerBound
    end = passage.place.range.upperBound
    self.snippet = snippet.map { snippet in
      var offset = 0
      var matches: [[Int]] = []
      for run in snippet.runs {
        let end = offset + run.text.utf8.count
        if run.isMatch { matches.append([offset, end]) }
        offset = end
      }
      return Snippet(
        text: snippet.text, html: snippet.html(), matches: matches, cutBefore: snippet.isCutBefore,
        cutAfter: snippet.isCutAfter)
    }
  }

  init(_ hit: PassageHit) { self.init(hit.passage, snippet: hit.snippet) }
}

struct DocumentJSON: Encodable {
  struct Reference: Encodable {
    let number: String
    let date: String?
  }

  struct Pair: Encodable {
    let question: PassageJSON
    let answers: [PassageJSON]
  }

  let schema = 2
  let id: String
  let number, date: String?
  let title: String
  let askers, ministers: [PersonJSON]
  let themes: [String]
  let introduction: PassageJSON?
  let questions: [Pair]
  let answer: [PassageJSON]
  let references: [Reference]
  let source: SourceJSON

  init(_ document: WrittenQuestion) {
    id = document.id
    number = document.number
    date = document.date?.description
    title = document.title
    askers = document.askers.map(PersonJSON.init)
    ministers = document.ministers.map(PersonJSON.init)
    themes = document.themes
    introduction = document.introduction.map { PassageJSON($0) }
    questions = document.subQuestions.map { question in
      Pair(
        question: PassageJSON(question.passage),
        answers: document.counterparts(of: question.passage).map { PassageJSON($0) })
    }
    answer = document.answer.map { PassageJSON($0.passage) }
    references = document.references.map {
      Reference(number: $0.number, date: $0.date?.description)
    }
    source = SourceJSON(document.source)
  }
}
