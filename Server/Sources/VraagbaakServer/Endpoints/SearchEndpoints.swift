import HTTPTypes
import Hummingbird
import Vraagbaak
import WrittenQuestions

/// Searching, counting, and what a query may become.
struct SearchEndpoints: EndpointGroup {
  func endpoints(_ library: Library) -> [Endpoint] {
    let p = SearchParameters(library.limits)
    return [search(p), count(p), facets(p), suggest(library.limits), similar(p)]
  }

  private func search(_ p: SearchParameters) -> Endpoint {
    Endpoint(
      path: "/v1/search", name: "search", summary: "Passages of questions and answers.",
      parameters: [
        p.query, p.limit, p.offset, p.cursor, p.sort, p.kind, p.facets, p.passages, p.explain,
        p.expand,
      ],
      replies: [.json("SearchPage", "A page of hits.")]
    ) { call in
      let text = try call.value(p.query)
      let parsed = try call.library.parse(text)
      var options = try p.options(call, sort: p.sort)
      options.limit = try call.value(p.limit)
      options.facets = try call.value(p.facets)
      options.explains = try call.value(p.explain)
      let pages = Pages(p, call, text, options)
      let token = call.state?.token ?? ""
      let (offset, isChanged) = try pages.start(token)
      options.offset = offset
      let found = try await call.library.search(parsed.query, options, call.paths)
      let page = SearchPage(
        response: SearchResponse(found, query: text, notes: parsed.notes, options),
        next: pages.next(after: found, options, token)?.text, isIndexChanged: isChanged)
      var response = try Response.json(Versioned(page))
      if let next = page.next { response.headers[.link] = pages.link(to: next) }
      return response
    }
  }

  private func count(_ p: SearchParameters) -> Endpoint {
    Endpoint(
      path: "/v1/count", name: "count", summary: "How many written questions match.",
      parameters: [p.optionalQuery, p.kind], replies: [.json("Count", "The exact number.")]
    ) { call in
      let text = try call.value(p.optionalQuery)
      let parsed = try call.library.parse(text)
      let options = SearchOptions(limit: 0, kind: try call.value(p.kind), countsAll: true)
      let found = try await call.library.search(parsed.query, options, call.paths)
      return try .json(Versioned(CountAnswer(query: text, total: found.total, facets: nil)))
    }
  }

  private func facets(_ p: SearchParameters) -> Endpoint {
    Endpoint(
      path: "/v1/facets", name: "facets",
      summary: "How many written questions that match have which minister, party, year …",
      parameters: [p.optionalQuery, p.kind, p.allFacets],
      replies: [.json("Facets", "The counts, the most frequent values first.")]
    ) { call in
      let text = try call.value(p.optionalQuery)
      let parsed = try call.library.parse(text)
      let options = SearchOptions(
        limit: 0, kind: try call.value(p.kind), facets: try call.value(p.allFacets))
      let found = try await call.library.search(parsed.query, options, call.paths)
      let answer = CountAnswer(query: text, total: found.total, facets: found.facets)
      return try .json(Versioned(answer))
    }
  }

  private func suggest(_ limits: RequestLimits) -> Endpoint {
    let typed = Parameter.text("q", "What was typed so far.", most: min(200, limits.query))
    let limit = Parameter.number("limit", "How many of each kind.", 1...20, or: 5)
    return Endpoint(
      path: "/v1/suggest", name: "suggest",
      summary: "Words, names and titles for a query that is being typed.",
      parameters: [typed, limit], replies: [.json("Suggestions", "Up to so many of each kind.")]
    ) { call in
      let found = try await call.library.searcher.suggestions(
        try call.value(typed), limit: try call.value(limit), deadline: call.library.limits.deadline)
      return try .json(Versioned(found))
    }
  }

  private func similar(_ p: SearchParameters) -> Endpoint {
    Endpoint(
      path: "/v1/similar/{id}", name: "similar",
      summary: "Written questions about the same as this one.",
      parameters: [p.id, p.limit, p.kind, p.facets, p.explain],
      replies: [
        .json("SearchResults", "The hits."),
        .json("Candidates", "The documents of which one may be meant.", status: 300),
      ]
    ) { call in
      let id = try call.value(p.id)
      let options = SearchOptions(
        limit: try call.value(p.limit), kind: try call.value(p.kind),
        facets: try call.value(p.facets), explains: try call.value(p.explain))
      let found = try await call.library.similar(to: id, options, call.paths)
      return try .json(Versioned(SearchResponse(found, query: id, options)))
    }
  }
}

/// One search by pages: where this one begins, and the next.
private struct Pages {
  private let parameters: SearchParameters
  private let call: Call
  private let query: UInt64

  init(_ p: SearchParameters, _ call: Call, _ text: String, _ options: SearchOptions) {
    parameters = p
    self.call = call
    query = Cursor.hash([
      text, options.sort.rawValue, options.unit.rawValue, options.kind?.rawValue ?? "",
      String(options.expands),
    ])
  }

  /// How many hits to pass over, and whether the index is another than when the page before was made.
  func start(_ token: String) throws(Problem) -> (offset: Int, isChanged: Bool) {
    let offset = try call.value(parameters.offset)
    guard let text = call.optional(parameters.cursor) else { return (offset, false) }
    guard !call.has(parameters.offset) else {
      throw .badParameter("cursor", "give this or offset, not both")
    }
    guard let cursor = Cursor(text) else {
      throw .badParameter("cursor", "this is no `next` of a page")
    }
    guard cursor.query == query, cursor.offset <= call.library.limits.offset else {
      throw .badParameter("cursor", "this is of another search")
    }
    return (cursor.offset, cursor.token != token)
  }

  /// Nil behind the last page, and where more hits would have to be passed over than are allowed.
  func next(after found: SearchResults, _ options: SearchOptions, _ token: String) -> Cursor? {
    let end = options.offset + options.limit
    guard found.hasMore, end <= call.library.limits.offset else { return nil }
    return Cursor(offset: end, token: token, query: query)
  }

  /// The header that names the next page.
  func link(to next: String) -> String {
    let kept = call.given.filter { !["cursor", "offset"].contains($0.key) }
      .sorted { $0.key < $1.key }.map { $0.key + "=" + QueryString.encode($0.value) }
    return "</v1/search?\((kept + ["cursor=" + next]).joined(separator: "&"))>; rel=\"next\""
  }
}

/// What the command prints, and how to go on.
private struct SearchPage: Encodable {
  let response: SearchResponse
  let next: String?
  let isIndexChanged: Bool

  private enum Member: String, CodingKey { case next, indexChanged }

  func encode(to encoder: any Encoder) throws {
    try response.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encodeIfPresent(next, forKey: .next)
    if isIndexChanged { try members.encode(true, forKey: .indexChanged) }
  }
}

private struct CountAnswer: Encodable {
  let query: String
  let total: SearchResults.Total
  let facets: [Facet]?
}
