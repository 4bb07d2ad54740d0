import Vraagbaak
import WrittenQuestions

/// `/persoon/{naam}` and `/minister/{naam}`: what someone asked, or was asked.
struct PersonPage: PageView {
  static let template = "person"
  private static let latestCount = 10
  private static let mostValues = 12

  let layout: Layout
  let name: String
  let isMinister: Bool
  let count: String
  let figures: [Figure]
  let chart: TimeChart?
  let groups: [Group]
  let latest: [Listing]
  let allHref: String
  let feed: String

  struct Figure {
    let value: String
    let name: String
  }

  /// The most frequent of something.
  struct Group {
    let name: String
    let values: [Link]
  }

  /// - Parameter role: who asks, or who is asked.
  /// - Throws: also where nobody is called so.
  init(_ role: SearchFilter, _ name: String, _ call: Call) async throws {
    guard let name = SearchAddress.value(name) else { throw Problem.notFound }
    let address = SearchAddress().with(role, name)
    let query = try call.parse(address).query
    let other: FacetField = role == .minister ? .asker : .minister
    let found = try await call.search(
      query,
      SearchOptions(
        limit: Self.latestCount, sort: .date, facets: [.year, .theme, .status, .party, other]))
    guard !found.hits.isEmpty else { throw Problem.notFound }
    self.name = name
    isMinister = role == .minister
    layout = Layout(name, feed: address.feed)
    count = Wording.questions(found.total.count)
    let median = try await MedianWait(query, call).days
    figures = [
      Figure(
        value: Wording.number(found.total.count),
        name: role == .minister ? "vragen gekregen" : "vragen gesteld"),
      Self.answeredShare(found).map { Figure(value: "\($0)%", name: "beantwoord") },
      median.map {
        Figure(value: Wording.number($0), name: "werkdagen tot het antwoord, in het midden")
      },
    ].compactMap { $0 }
    chart = try await TimeChart(found, address, call)
    groups = [
      ("Onderwerpen", .theme), (role == .minister ? "Wie vragen stellen" : "Aan wie", other),
      ("Partij", .party),
    ].compactMap { title, field in
      Self.group(title, field, found, address)
    }
    latest = found.hits.map(Listing.init)
    allHref = address.sorted(by: .date).path
    feed = address.feed
  }

  private static func group(
    _ title: String, _ field: FacetField, _ found: SearchResults, _ address: SearchAddress
  ) -> Group? {
    guard let filter = SearchFilter(field) else { return nil }
    let values = Link.values(found.facets, field, most: mostValues) {
      address.with(filter, $0).path
    }
    return values.isEmpty ? nil : Group(name: title, values: values)
  }

  /// In percent of those of which a state is known.
  private static func answeredShare(_ found: SearchResults) -> Int? {
    let values = found.facets.first { $0.field == .status }?.values ?? []
    let known = values.map(\.count).reduce(0, +)
    guard known > 0 else { return nil }
    let answered = values.first { $0.name == QuestionState.answered.dutchName }?.count ?? 0
    return answered * 100 / known
  }
}

/// How many working days pass until half of the answers are there.
struct MedianWait {
  let days: Int?

  /// Those with an answer are put in the order of their days, and the one in the middle is looked at.
  init(_ query: SearchQuery, _ call: Call) async throws {
    let waited = SearchQuery.all([query, .days(DayRange(first: 0, last: nil))])
    let count = try await call.count(waited)
    guard count > 0, count / 2 <= call.library.limits.offset else {
      days = nil
      return
    }
    let middle = try await call.search(
      waited, SearchOptions(limit: 1, offset: count / 2, sort: .days))
    days = middle.hits.first.flatMap { hit in
      guard let asked = hit.document.date, let answered = hit.document.answered else { return nil }
      return WorkingDays.count(from: asked, to: answered, in: hit.document.country)
    }
  }
}
