import Vraagbaak
import WrittenQuestions

/// `/`: the box, what it can do, and what is new.
struct StartPage: PageView {
  static let template = "start"
  private static let latestCount = 5
  private static let themeCount = 16

  let layout: Layout
  let count: String
  let examples: [Link]
  let chart: TimeChart?
  let latest: [Listing]
  let themes: [Link]
  let allHref: String

  init(_ call: Call) async throws {
    var layout = Layout("Schriftelijke vragen doorzoeken")
    layout.isStart = true
    self.layout = layout
    let found = try await call.search(
      .everything,
      SearchOptions(limit: Self.latestCount, sort: .date, facets: [.year, .theme]))
    let all = SearchAddress("*")
    count = Wording.questions(found.total.count)
    examples = ["\"sociale huur\"", "wachtlijst*", "taal NEAR/5 werk", "status:open"].map {
      Link(text: $0, href: SearchAddress($0).path)
    }
    chart = try await TimeChart(found, all, call)
    latest = found.hits.map(Listing.init)
    themes = Link.values(found.facets, .theme, most: Self.themeCount) {
      SearchAddress().with(.theme, $0).path
    }
    allHref = all.sorted(by: .date).path
  }
}

extension Link {
  /// The most frequent values of a facet with their counts.
  static func values(
    _ facets: [Facet], _ field: FacetField, most: Int, href: (String) -> String
  ) -> [Link] {
    let values = facets.first { $0.field == field }?.values ?? []
    return values.prefix(most).compactMap { value in
      SearchAddress.value(value.name).map {
        Link(text: $0, count: Wording.number(value.count), href: href($0))
      }
    }
  }
}
