import Hummingbird
import Vraagbaak
import WrittenQuestions

/// Hits for programs that are not ours: spreadsheets and readers of feeds.
struct ExportEndpoints: EndpointGroup {
  enum Separator: String, CaseIterable {
    case comma, semicolon, tab

    var character: Character {
      switch self {
      case .comma: ","
      case .semicolon: ";"
      case .tab: "\t"
      }
    }
  }

  /// Of a table whose columns nobody chose: the whole passages, which a page of hits cuts.
  private static let columns: [HitColumn] = [
    .id, .number, .date, .answered, .state, .session, .title, .asker, .party, .minister, .theme,
    .kind, .label, .page, .passage, .counterpart, .source,
  ]

  func endpoints(_ library: Library) -> [Endpoint] {
    let p = SearchParameters(library.limits)
    return [csv(p), atom(p, library.limits)]
  }

  private func csv(_ p: SearchParameters) -> Endpoint {
    let separator = Parameter<Separator>.choice(
      "separator", "Between cells; spreadsheets with Dutch settings want semicolons.",
      Separator.allCases.map(\.rawValue), or: .comma, default: "comma",
      read: Separator.init(rawValue:))
    let mark = Parameter.flag("bom", "A byte order mark, by which Excel knows UTF-8.")
    let columns = Parameter<[HitColumn]>.names(
      "columns", "Which columns, in this order.", HitColumn.allCases.map(\.rawValue),
      or: Self.columns, read: HitColumn.init(rawValue:))
    return Endpoint(
      path: "/v1/search.csv", name: "searchCSV", summary: "All hits as a table.",
      parameters: [p.query, p.sort, p.kind, p.passages, p.expand, columns, separator, mark],
      replies: [
        .other(MediaType.csv, summary: "A line for each hit, below the names of the columns.")
      ]
    ) { call in
      let parsed = try call.library.parse(try call.value(p.query))
      let options = try p.options(call, sort: p.sort)
      var format = TableFormat.csv
      format.separator = try call.value(separator).character
      format.hasByteOrderMark = try call.value(mark)
      return try await HitExport(call, parsed.query, options)
        .response(try call.value(columns), format)
    }
  }

  private func atom(_ p: SearchParameters, _ limits: RequestLimits) -> Endpoint {
    let limit = Parameter.number(
      "limit", "How many entries.", 1...limits.page, or: min(50, limits.page))
    return Endpoint(
      path: "/v1/search.atom", name: "searchAtom", summary: "The newest hits as a feed.",
      parameters: [p.query, limit, p.newestFirst, p.kind],
      replies: [.other(MediaType.atom, summary: "An entry for each document.")]
    ) { call in
      let text = try call.value(p.query)
      let parsed = try call.library.parse(text)
      let options = SearchOptions(
        limit: try call.value(limit), sort: try call.value(p.newestFirst),
        kind: try call.value(p.kind))
      let found = try await call.library.search(parsed.query, options, call.paths)
      let target = call.request.uri
      let feed = AtomFeed(
        query: text, path: "/v1/search.atom?" + (target.query ?? ""),
        search: "/v1/search?q=" + QueryString.encode(text), hits: found.hits)
      return .text(feed.text, MediaType.atom)
    }
  }
}

/// All hits of a search, in pieces, so that memory does not grow with their number.
private struct HitExport: Sendable {
  /// Hits of a piece.
  private static let piece = 200

  private let library: Library
  private let paths: PublicPaths
  private let query: SearchQuery
  private let options: SearchOptions

  init(_ call: Call, _ query: SearchQuery, _ options: SearchOptions) {
    library = call.library
    paths = call.paths
    self.query = query
    self.options = options
  }

  /// The first piece is found before anything is answered, so that what is wrong is said.
  func response(_ columns: [HitColumn], _ format: TableFormat) async throws -> Response {
    guard library.exports.take() else { throw Problem.busy("too many exports run already") }
    let lease = ExportLease(library.exports)
    let first = try await page(0, countsAll: true)
    guard first.total.count <= library.limits.rows else {
      throw Problem(
        .unprocessableContent,
        "\(first.total.count) documents match, an export has at most \(library.limits.rows) rows; narrow the search"
      )
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: MediaType.csv,
        .contentDisposition: "attachment; filename=\"vraagbaak.csv\"",
      ],
      body: ResponseBody { output in
        defer { lease.end() }
        var text = format.start + format.line(columns.map(\.rawValue))
        var found = first
        var offset = 0
        // An update between two pieces may move a hit from one to the other.
        var written: Set<String> = []
        while true {
          for hit in found.hits {
            let place = hit.passage.passage.place.range
            guard written.insert("\(hit.document.id) \(place.lowerBound)").inserted else {
              continue
            }
            text += format.row(of: hit, columns)
          }
          try await output.write(ByteBuffer(string: text))
          text = ""
          offset += Self.piece
          guard found.hasMore else { break }
          found = try await page(offset, countsAll: false)
        }
        try await output.finish(nil)
      })
  }

  private func page(_ offset: Int, countsAll: Bool) async throws -> SearchResults {
    var options = options
    options.offset = offset
    options.limit = Self.piece
    options.countsAll = countsAll
    return try await library.search(query, options, paths)
  }
}

/// A place among the exports, given back once: at the end, or with an answer that was never sent.
private final class ExportLease: Sendable {
  private let slots: Slots
  private let isOver = Slots(1)

  init(_ slots: Slots) { self.slots = slots }

  deinit { end() }

  func end() { if isOver.take() { slots.giveBack() } }
}
