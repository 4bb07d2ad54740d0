import Vraagbaak
import WrittenQuestions

struct SearchTool: Tool {
  let library: Library
  let name = "search_questions"
  let title = "Search written questions"
  let about =
    "Finds written questions and answers by what they are about, the best first, each with the passage that fits, its counterpart and its citation. Words in Dutch rank; \"a phrase\", +must, -not, inburger* and fields (vrager: partij: minister: nr: titel: thema: datum:2022..2023-03 status:open|beantwoord|uitgesteld|ingetrokken dagen:>20) are understood."
  let parameters = [
    Parameter(
      name: "query", kind: .text(most: 500), about: "what to search for, in Dutch", isRequired: true
    ),
    Parameter(name: "limit", kind: .integer(1...20), about: "how many hits; 5 if not given"),
    Parameter(name: "offset", kind: .integer(0...10_000), about: "how many hits to pass over"),
    Parameter(
      name: "sort", kind: .choice(SearchOptions.Sort.allCases.map(\.rawValue)),
      about: "relevance, or the latest first by date or answer, or the longest until the answer"),
    Parameter(
      name: "kind", kind: .choice(PassageKind.allCases.map(\.dutchName)),
      about: "only passages of this kind"),
  ]

  func call(_ arguments: Arguments) async throws -> ToolResult {
    let query = arguments.text("query") ?? ""
    let options = SearchOptions(
      limit: arguments.integer("limit") ?? 5, offset: arguments.integer("offset") ?? 0,
      sort: arguments.text("sort").flatMap(SearchOptions.Sort.init(named:)) ?? .relevance,
      kind: arguments.text("kind").flatMap { PassageKind(named: $0) })
    let results = try await library.searcher.search(
      .parse(query), options, deadline: library.deadline)
    return try await library.list(results, of: query)
  }
}

struct SimilarTool: Tool {
  let library: Library
  let name = "find_similar"
  let title = "Find similar questions"
  let about = "Finds written questions about the same as one that you have."
  let parameters = [
    Parameter(
      name: "id", kind: .text(most: 300), about: "the id of a hit, or a question's number",
      isRequired: true),
    Parameter(name: "limit", kind: .integer(1...20), about: "how many; 5 if not given"),
  ]

  func call(_ arguments: Arguments) async throws -> ToolResult {
    let id = arguments.text("id") ?? ""
    let results = try await library.searcher.similar(
      to: id, SearchOptions(limit: arguments.integer("limit") ?? 5), deadline: library.deadline)
    return try await library.list(results, of: id)
  }
}

struct UnansweredTool: Tool {
  let library: Library
  let name = "list_unanswered"
  let title = "List unanswered questions"
  let about =
    "Lists written questions without an answer, those that have waited longest first, all or of one minister, party or subject."
  let parameters = [
    Parameter(name: "query", kind: .text(most: 500), about: "what they are about, in Dutch"),
    Parameter(name: "minister", kind: .text(most: 200), about: "a minister's name or office"),
    Parameter(name: "party", kind: .text(most: 100), about: "the party of who asks"),
    Parameter(name: "limit", kind: .integer(1...20), about: "how many; 10 if not given"),
    Parameter(name: "offset", kind: .integer(0...10_000), about: "how many to pass over"),
  ]

  func call(_ arguments: Arguments) async throws -> ToolResult {
    let query = arguments.text("query") ?? ""
    let states = [QuestionState.open, .delayed].map(\.dutchName)
    var conditions: [SearchQuery] = [.filter(.status, states)]
    if let minister = arguments.text("minister") {
      conditions.append(.filter(.minister, [minister]))
    }
    if let party = arguments.text("party") { conditions.append(.filter(.party, [party])) }
    if !query.isEmpty { conditions.append(try .parse(query)) }
    let results = try await library.searcher.search(
      .all(conditions),
      SearchOptions(
        limit: arguments.integer("limit") ?? 10, offset: arguments.integer("offset") ?? 0,
        sort: .days), deadline: library.deadline)
    return try await library.list(results, of: query)
  }
}
