import Vraagbaak
import WrittenQuestions

struct DocumentTool: Tool {
  /// Characters of quoted text in one answer.
  private static let longest = 12_000

  let library: Library
  let name = "get_question"
  let title = "Read a written question"
  let about =
    "Gives a written question with its answers, each sub-question beside the answer to it, and how to cite it. A long one comes in parts."
  let parameters = [
    Parameter(
      name: "id", kind: .text(most: 300), about: "the id of a hit, or a question's number",
      isRequired: true),
    Parameter(
      name: "part", kind: .integer(1...1_000), about: "which part of a long one; 1 if not given"),
  ]

  func call(_ arguments: Arguments) async throws -> ToolResult {
    let document = try await library.document(arguments.text("id") ?? "")
    let parts = Self.parts(of: document)
    let number = arguments.integer("part") ?? 1
    guard number <= parts.count else {
      throw ArgumentFault("part has to be a number from 1 to \(parts.count)")
    }
    let passages = parts[number - 1]
    let citation = Citation(of: document).text
    let more =
      number < parts.count ? "\n\nThere is more: part \(number + 1) of \(parts.count)." : ""
    let state = document.state.map { " (\($0.dutchName))" } ?? ""
    return ToolResult(
      text: "id: \(document.id)\n\(citation)\(state)\n\n"
        + passages.map { "\(Library.name(of: $0)): \(Quotation.marked($0.text))" }
        .joined(separator: "\n\n") + more,
      content: .object([
        "id": .string(document.id), "citation": .string(citation),
        "part": .integer(number), "parts": .integer(parts.count),
        "passages": .array(passages.map { Library.content(of: $0, text: $0.text) }),
        "heading": try JSONValue(HeadingFacts(document)),
      ]))
  }

  /// In pairs, and cut where a part would be too long.
  private static func parts(of document: WrittenQuestion) -> [[Passage]] {
    var parts: [[Passage]] = [[]]
    var length = 0
    for passage in paired(document).flatMap({ pieces(of: $0) }) {
      if length > 0, length + passage.text.count > longest {
        parts.append([])
        length = 0
      }
      parts[parts.count - 1].append(passage)
      length += passage.text.count
    }
    return parts
  }

  private static func paired(_ document: WrittenQuestion) -> [Passage] {
    let pairs = document.pairs.flatMap { pair in
      (pair.question.map { [$0] } ?? []) + pair.answers
    }
    return (document.introduction.map { [$0] } ?? []) + pairs + document.text
      + document.notes.map(\.passage)
  }

  private static func pieces(of passage: Passage) -> [Passage] {
    guard passage.text.count > longest else { return [passage] }
    var rest = passage.text[...]
    var pieces: [Passage] = []
    while !rest.isEmpty {
      var piece = passage
      piece.text = String(rest.prefix(longest))
      pieces.append(piece)
      rest = rest.dropFirst(longest)
    }
    return pieces
  }
}

/// Who asked whom, and when.
private struct HeadingFacts: Encodable {
  let title: String
  let number: String?
  let date, answered: CalendarDate?
  let askers: [Asker]
  let ministers: [Minister]
  let themes: [String]

  init(_ document: WrittenQuestion) {
    title = document.title
    number = document.number
    date = document.date
    answered = document.answered
    askers = document.askers
    ministers = document.ministers
    themes = document.themes
  }
}

struct FacetTool: Tool {
  private static let most = 20

  let library: Library
  let name = "list_facets"
  let title = "Count written questions"
  let about =
    "Counts the written questions that match, or all, by minister, asker, party, year, session, state, theme or kind of passage: the most frequent values first."
  let parameters = [
    Parameter(
      name: "fields", kind: .choices(FacetField.allCases.map(\.dutchName)),
      about: "by what to count", isRequired: true),
    Parameter(name: "query", kind: .text(most: 500), about: "which to count; all if not given"),
  ]

  func call(_ arguments: Arguments) async throws -> ToolResult {
    let fields = arguments.texts("fields").compactMap { FacetField(named: $0) }
    guard !fields.isEmpty else { throw ArgumentFault("fields has to name at least one") }
    let query = try arguments.text("query").map { try SearchQuery.parse($0) } ?? .everything
    let results = try await library.searcher.search(
      query, SearchOptions(limit: 1, facets: fields), deadline: library.deadline)
    let facets = results.facets.map { facet in
      "\(facet.field.dutchName):\n"
        + facet.values.prefix(Self.most).map { "  \($0.count)  \($0.name)" }.joined(separator: "\n")
        + (facet.values.count > Self.most ? "\n  … \(facet.values.count - Self.most) more" : "")
    }
    let content = results.facets.map { facet -> (String, JSONValue) in
      let values = facet.values.prefix(Self.most).map { value -> JSONValue in
        ["value": .string(value.name), "count": .integer(value.count)]
      }
      return (facet.field.dutchName, .array(values))
    }
    let total = results.total.count
    return ToolResult(
      text: total == 0
        ? "Nothing found." : "\(total) written questions.\n\n" + facets.joined(separator: "\n\n"),
      content: [
        "total": .integer(total),
        "facets": .object(Dictionary(content) { first, _ in first }),
      ])
  }
}
