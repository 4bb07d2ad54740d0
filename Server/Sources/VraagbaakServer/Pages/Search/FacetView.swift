import Vraagbaak

/// How many of the hits have which value, each a link to those.
struct FacetView {
  static let fields: [FacetField] = [
    .status, .minister, .asker, .party, .theme, .session, .kind, .year,
  ]
  /// So many are seen at once, and so many when unfolded.
  private static let first = 6
  private static let most = 60

  let name: String
  let values: [Value]
  let more: [Value]
  let moreCount: Int
  let hasMore: Bool

  struct Value {
    let name: String
    let count: String
    let href: String
  }

  /// Nil where there is nothing to choose, and for years, which the chart shows.
  init?(_ facet: Facet, _ address: SearchAddress) {
    guard facet.field != .year, let filter = SearchFilter(facet.field),
      address.filters[filter] == nil, !facet.values.isEmpty
    else { return nil }
    let all = facet.values.prefix(Self.most).compactMap { value -> Value? in
      guard let name = SearchAddress.value(value.name) else { return nil }
      return Value(
        name: name, count: Wording.number(value.count), href: address.with(filter, name).path)
    }
    guard !all.isEmpty else { return nil }
    name = filter.name
    // One more takes no more place than the link to it would.
    let cut = all.count <= Self.first + 1 ? all.count : Self.first
    values = Array(all[..<cut])
    more = Array(all[cut...])
    moreCount = more.count
    hasMore = !more.isEmpty
  }
}
