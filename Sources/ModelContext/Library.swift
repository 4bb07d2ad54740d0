import Vraagbaak
import WrittenQuestions

/// What the tools look things up in.
struct Library: Sendable {
  let searcher: Searcher
  let deadline: Duration

  /// The document of this id, or number.
  /// - Throws: what there is instead.
  func document(_ id: String) async throws -> WrittenQuestion {
    let found = try await searcher.documents(id, deadline: deadline)
    guard found.count == 1 else {
      throw SearchError.index(
        .severalDocuments(Candidates(name: id, documents: found.map(\.heading))))
    }
    return found[0]
  }

  /// Hits for a model: few, each with its citation.
  func list(_ results: SearchResults, of query: String) async throws -> ToolResult {
    guard !results.hits.isEmpty else {
      let meant =
        results.corrections.isEmpty
        ? "" : " Perhaps meant: \(Correction.apply(results.corrections, to: query))."
      let missing =
        results.unmatchedWords.isEmpty
        ? "" : " No document has: \(results.unmatchedWords.joined(separator: ", "))."
      return ToolResult(
        text: "Nothing found.\(missing)\(meant)",
        content: ["total": 0, "hits": [], "more": false])
    }
    var texts: [String] = []
    var hits: [JSONValue] = []
    for hit in results.hits {
      let citation = try await citation(of: hit)
      texts.append(Self.text(of: hit, citation))
      hits.append(Self.content(of: hit, citation))
    }
    let total = (results.total.isExact ? "" : "about ") + String(results.total.count)
    return ToolResult(
      text: "\(hits.count) of \(total) written questions that match.\n\n"
        + texts.joined(separator: "\n\n"),
      content: [
        "total": .integer(results.total.count), "isTotalExact": .bool(results.total.isExact),
        "more": .bool(results.hasMore), "hits": .array(hits),
      ])
  }

  /// With the sub-question and page that the passage stands on.
  private func citation(of hit: Hit) async throws -> String {
    let document = try await document(hit.document.id)
    let passage = hit.passage.passage
    let label = passage.kind == .subQuestion ? passage.label : nil
    let page = passage.place.pages.map { "page=\($0.lowerBound)" }
    for place in [page, label].compactMap({ $0 }) {
      if let citation = try? Citation(of: document, place: place) { return citation.text }
    }
    return Citation(of: document).text
  }

  private static func text(of hit: Hit, _ citation: String) -> String {
    let passages = [hit.passage] + hit.counterparts
    return "\(hit.rank). id: \(hit.document.id)\n   \(citation)\n"
      + passages.map { passage in
        "   \(name(of: passage.passage)): \(Quotation.marked(passage.snippet.text))"
      }.joined(separator: "\n")
  }

  private static func content(of hit: Hit, _ citation: String) -> JSONValue {
    let document = hit.document
    var members: [String: JSONValue] = [
      "id": .string(document.id), "title": .string(document.title), "citation": .string(citation),
      "askers": .array(document.askers.map { .string($0.name) }),
      "ministers": .array(
        document.ministers.compactMap { ($0.name ?? $0.role).map { .string($0) } }),
      "passage": content(of: hit.passage.passage, text: hit.passage.snippet.text),
      "counterparts": .array(
        hit.counterparts.map { content(of: $0.passage, text: $0.snippet.text) }),
    ]
    if let date = document.date { members["date"] = .string(date.description) }
    if let state = document.state { members["state"] = .string(state.dutchName) }
    return .object(members)
  }

  static func content(of passage: Passage, text: String) -> JSONValue {
    var members: [String: JSONValue] = [
      "kind": .string(passage.kind.dutchName), "quotedText": .string(text),
    ]
    if let label = passage.label { members["label"] = .string(label) }
    if let page = passage.place.pages?.lowerBound { members["page"] = .integer(page) }
    return .object(members)
  }

  static func name(of passage: Passage) -> String {
    let label = passage.label.map { " " + $0 } ?? ""
    let page = passage.place.pages.map { " (p. \($0.lowerBound))" } ?? ""
    return passage.kind.dutchName + label + page
  }
}

/// Text of documents, which may be written by anybody.
enum Quotation {
  /// Marked as such. Nothing in it can end the mark.
  static func marked(_ text: String) -> String {
    let safe = text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "‹")
    return "<citaat>\(safe)</citaat>"
  }
}
