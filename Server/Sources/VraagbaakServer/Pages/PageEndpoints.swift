import Hummingbird
import Vraagbaak

/// The pages for people, in Dutch, and what they are made up with.
struct PageEndpoints: EndpointGroup {
  func endpoints(_ library: Library) -> [Endpoint] {
    let p = PageParameters(library.limits)
    return [
      page("/", "startPage") { call in
        try await StartPage(call).response()
      },
      page("/zoeken", "searchPage", p.search) { call in
        let address = try p.address(call)
        guard !address.isEmpty else { return .redirect(to: "/") }
        return try await ResultsPage(address, call).response()
      },
      page("/vraag/{id}", "documentPage", [p.id]) { call in
        let documents = try await call.documents(try call.value(p.id))
        guard documents.count == 1 else { return try ChoicePage(documents).response() }
        return try await DocumentPage(documents[0], call).response()
      },
      page("/persoon/{naam}", "askerPage", [p.name]) { call in
        try await PersonPage(.asker, try call.value(p.name), call).response()
      },
      page("/minister/{naam}", "ministerPage", [p.name]) { call in
        try await PersonPage(.minister, try call.value(p.name), call).response()
      },
      // What waits, waits a day longer tomorrow.
      page("/openstaand", "openPage", p.open, followsIndex: false) { call in
        try await OpenPage(
          minister: call.optional(p.minister), page: try call.value(p.page), call
        ).response()
      },
      StaticFiles.endpoint,
    ]
  }

  private func page(
    _ path: String, _ name: String, _ parameters: [any AnyParameter] = [],
    followsIndex: Bool = true, respond: @escaping @Sendable (Call) async throws -> Response
  ) -> Endpoint {
    Endpoint(
      path: path, name: name, summary: "A page for people.", parameters: parameters, replies: [],
      followsIndex: followsIndex, isDescribed: false, passesOverUnknown: true, respond: respond)
  }
}

/// What addresses of pages may say. Its names are Dutch, as the pages are.
struct PageParameters: Sendable {
  let words: Parameter<String>
  let sort: Parameter<SearchOptions.Sort>
  let page: Parameter<Int>
  let filters: [Parameter<String>]
  let minister: Parameter<String>
  let id: Parameter<String>
  let name: Parameter<String>

  init(_ limits: RequestLimits) {
    words = .text("q", "What to search for.", most: limits.query, or: "", least: 0)
    sort = .choice(
      "sort", "The order.", SearchOptions.Sort.allCases.map(\.rawValue), or: .relevance,
      read: SearchOptions.Sort.init(named:))
    page = .number("pagina", "Which page.", 1...max(1, limits.offset / PageSize.hits), or: 1)
    filters = SearchFilter.allCases.map {
      .text($0.rawValue, "Only those with this.", most: 500, or: "", least: 0)
    }
    minister = .text("minister", "Only of this minister.", most: 500, or: "", least: 0)
    id = .text("id", "Which document.", most: 500)
    name = .text("naam", "Whose page.", most: 500)
  }

  var search: [any AnyParameter] { [words, sort, page] + filters }
  var open: [any AnyParameter] { [minister, page] }

  func address(_ call: Call) throws(Problem) -> SearchAddress {
    var address = SearchAddress(
      try call.value(words), sort: try call.value(sort), page: try call.value(page))
    for (filter, parameter) in zip(SearchFilter.allCases, filters) {
      address.filters[filter] = call.optional(parameter).flatMap(SearchAddress.value)
    }
    return address
  }
}

/// How much a page shows.
enum PageSize {
  static let hits = 10
  static let open = 50
}
