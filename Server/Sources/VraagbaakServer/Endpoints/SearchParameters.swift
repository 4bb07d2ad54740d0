import Vraagbaak
import WrittenQuestions

/// What searches take, by the names of the command's options.
struct SearchParameters: Sendable {
  let query: Parameter<String>
  /// Where none is given, everything is counted.
  let optionalQuery: Parameter<String>
  let limit: Parameter<Int>
  let offset: Parameter<Int>
  let cursor: Parameter<String>
  let sort: Parameter<SearchOptions.Sort>
  /// The same, where the newest come first.
  let newestFirst: Parameter<SearchOptions.Sort>
  let kind: Parameter<PassageKind?>
  let facets: Parameter<[FacetField]>
  let allFacets: Parameter<[FacetField]>
  let passages = Parameter.flag(
    "passages", "One hit for each passage that matches, not for each document.")
  let explain = Parameter.flag("explain", "What made each score.")
  let expand = Parameter.flag("expand", "More hits by words of the first ones.")
  let id = Parameter.text(
    "id", "A document's id, percent-encoded; or its last part, or a question's number.", most: 500)

  init(_ limits: RequestLimits) {
    let query = "What to search for, in the query language of the command."
    self.query = .text("q", query, most: limits.query)
    optionalQuery = .text("q", query + " Without it, everything.", most: limits.query, or: "*")
    limit = .number("limit", "How many hits.", 1...limits.page, or: min(10, limits.page))
    offset = .number("offset", "How many hits to pass over.", 0...limits.offset, or: 0)
    cursor = .text(
      "cursor", "The `next` of the page before, in place of `offset`.", most: 400, or: "")
    sort = Self.sort(or: .relevance)
    newestFirst = Self.sort(or: .date)
    kind = .choice(
      "kind", "Only passages of this kind.", PassageKind.allCases.map(\.dutchName),
      or: .some(nil)
    ) { .some(PassageKind(named: $0)) }
    facets = .fields("facets", "Count all matches by these.", or: [])
    allFacets = .fields(
      "facets", "Count by these; all, where it is left out.", or: FacetField.allCases)
  }

  private static func sort(or fallback: SearchOptions.Sort) -> Parameter<SearchOptions.Sort> {
    let dutch = ["relevantie", "datum", "beantwoord", "dagen"]
    return .choice(
      "sort", "The order: the best, the latest, the last answered or the longest waiting first.",
      SearchOptions.Sort.allCases.map(\.rawValue) + dutch, or: fallback,
      default: fallback.rawValue, read: SearchOptions.Sort.init(named:))
  }

  /// What decides which hits there are and in which order.
  func options(_ call: Call, sort: Parameter<SearchOptions.Sort>) throws(Problem) -> SearchOptions {
    SearchOptions(
      sort: try call.value(sort), unit: try call.value(passages) ? .passages : .documents,
      kind: try call.value(kind), expands: try call.value(expand))
  }
}
