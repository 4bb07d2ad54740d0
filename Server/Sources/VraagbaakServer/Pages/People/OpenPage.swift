import Vraagbaak
import WrittenQuestions

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `/openstaand`: what waits for its answer, the longest first.
struct OpenPage: PageView {
  static let template = "open"

  let layout: Layout
  let minister: String?
  let everyoneHref = PagePaths.open
  let count: String
  let isEmpty: Bool
  let ministers: [Link]
  let questions: [Waiting]
  /// Those of which no date is known are not listed.
  let undated: String?
  let pager: Pager?

  struct Waiting {
    let listing: Listing
    let days: String?
  }

  init(minister: String?, page: Int, _ call: Call) async throws {
    let minister = minister.flatMap(SearchAddress.value)
    self.minister = minister
    layout = Layout(minister.map { "Openstaand bij \($0)" } ?? "Openstaande vragen")
    let states = [QuestionState.open, .delayed].map(\.dutchName)
    let open = SearchQuery.all(
      [.filter(.status, states)] + (minister.map { [.filter(.minister, [$0])] } ?? []))
    let all = try await call.search(open, SearchOptions(limit: 0, facets: [.minister]))
    let dated = SearchQuery.all([
      open, .dates(DateRange(first: CalendarDate(year: 1), last: CalendarDate(year: 9999))),
    ])
    let total = try await call.count(dated)
    count = Wording.questions(all.total.count)
    isEmpty = all.total.count == 0
    undated =
      total < all.total.count
      ? "Van \(Wording.questions(all.total.count - total)) is de dag niet bekend." : nil
    ministers = Link.values(all.facets, .minister, most: PageSize.open) {
      PagePaths.query(PagePaths.open, [("minister", $0)])
    }
    // The order by date has the latest first: the longest waiting are at its end.
    let end = max(0, total - (page - 1) * PageSize.open)
    let start = max(0, end - PageSize.open)
    let hits =
      end == 0
      ? []
      : try await call.search(
        dated, SearchOptions(limit: end - start, offset: start, sort: .date)
      ).hits
    let today = CalendarDate(epochMilliseconds: Date().timeIntervalSince1970 * 1_000)
    questions = hits.reversed().map { hit in
      let days = hit.document.date.flatMap { asked in
        today.flatMap { WorkingDays.count(from: asked, to: $0, in: hit.document.country) }
      }
      return Waiting(listing: Listing(hit), days: days.map(Wording.number))
    }
    pager = Pager(page: page, hasMore: start > 0) { page in
      PagePaths.query(
        PagePaths.open,
        (minister.map { [("minister", $0)] } ?? []) + (page > 1 ? [("pagina", String(page))] : []))
    }
  }
}
