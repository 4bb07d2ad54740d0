import Vraagbaak
import WrittenQuestions

/// `/zoeken`: a page of results, and how to go on from there.
struct ResultsPage: PageView {
  static let template = "search"

  let layout: Layout
  /// "1–10 van 210 vragen"
  let count: String
  let chosen: [Chosen]
  let hasChosen: Bool
  let sorts: [Link]
  let groups: [HitGroup]
  let meant: Link?
  let understanding: Understanding?
  let warnings: [String]
  let chart: TimeChart?
  let facets: [FacetView]
  let pager: Pager?
  let table: String
  let feed: String
  let data: String
  let path: String
  let isEmpty: Bool

  /// A filter, and the same search without it.
  struct Chosen {
    let name: String
    let value: String
    let href: String
  }

  init(_ address: SearchAddress, _ call: Call) async throws {
    let parsed = try call.parse(address)
    let options = SearchOptions(
      limit: PageSize.hits, offset: (address.page - 1) * PageSize.hits, sort: address.sort,
      facets: FacetView.fields)
    let found = try await call.search(parsed.query, options)
    let meaning = address.words.isEmpty ? "Zoeken" : "“\(address.words)”"
    layout = Layout(
      address.page == 1 ? meaning : "\(meaning), bladzijde \(address.page)", address,
      feed: address.feed)
    chosen = address.chosen.map { filter, value in
      Chosen(
        name: filter.name, value: filter.shown(value), href: address.with(filter, nil).pathOrStart)
    }
    hasChosen = !chosen.isEmpty
    isEmpty = found.hits.isEmpty
    count = Self.count(found, address)
    sorts = SearchOptions.Sort.allCases.map {
      Link(text: $0.pageName, href: address.sorted(by: $0).path, isCurrent: $0 == address.sort)
    }
    groups = HitGroup.groups(of: found.hits)
    meant =
      found.corrections.isEmpty
      ? nil : Correction.apply(found.corrections, to: address.words).link(address)
    understanding = Understanding(found.words)
    warnings = Self.warnings(found, parsed.notes, address)
    chart = try await TimeChart(found, address, call)
    facets = found.facets.compactMap { FacetView($0, address) }
    pager = Pager(
      page: address.page,
      hasMore: found.hasMore && options.offset + 2 * PageSize.hits <= call.library.limits.offset
    ) { address.onPage($0).path }
    table = address.table
    feed = address.feed
    data = address.data
    path = address.path
  }

  private static func count(_ found: SearchResults, _ address: SearchAddress) -> String {
    let total = Wording.questions(found.total.count)
    guard let first = found.hits.first, let last = found.hits.last, found.total.count > 1 else {
      return found.hits.isEmpty ? "Niets gevonden" : total
    }
    return "\(Wording.number(first.rank))–\(Wording.number(last.rank)) van \(total)"
  }

  private static func warnings(
    _ found: SearchResults, _ notes: [QueryNote], _ address: SearchAddress
  ) -> [String] {
    let words = found.unmatchedWords.map { "“\($0)” staat in geen enkele vraag." }
    let values = found.unmatchedValues.map { value in
      "Geen enkele vraag heeft \(value.field) “\(value.value)”."
        + (value.suggestion.map { " Bedoelde u “\($0)”?" } ?? "")
    }
    return words + values + notes.map(\.dutch)
  }
}

extension SearchAddress {
  /// Without a condition there is nothing to search for.
  var pathOrStart: String { isEmpty ? "/" : path }
}

extension String {
  fileprivate func link(_ address: SearchAddress) -> Link {
    Link(text: self, href: address.saying(self).path)
  }
}

extension SearchOptions.Sort {
  fileprivate var pageName: String {
    switch self {
    case .relevance: "beste eerst"
    case .date: "nieuwste eerst"
    case .answered: "laatst beantwoord"
    case .days: "langst gewacht"
    }
  }
}

extension QueryNote {
  fileprivate var dutch: String {
    switch reading {
    case .punctuation: "“\(text)” is gelezen als leesteken."
    case .word: "“\(text)” is gelezen als gewoon woord."
    case .text: "“\(text)” is gelezen als gewone tekst."
    case .exclusion: "Er staat alleen in wat niet gezocht wordt; al het andere is gevonden."
    case .leftOut: "De zoekvraag is te lang; het einde ervan is niet gezocht."
    }
  }
}

extension SearchFilter {
  /// "maart 2017" for a month.
  func shown(_ value: String) -> String {
    self == .date ? CalendarDate(value)?.dutch ?? value : value
  }
}
