import Vraagbaak

/// A search as pages name it: its words, filters, order and page. The same search has the same address.
struct SearchAddress: Equatable {
  /// As typed.
  var words: String
  var filters: [SearchFilter: String] = [:]
  var sort: SearchOptions.Sort
  /// From 1.
  var page: Int

  init(_ words: String = "", sort: SearchOptions.Sort = .relevance, page: Int = 1) {
    self.words = words
    self.sort = sort
    self.page = page
  }

  /// A filter's value; nil for what is none.
  static func value(_ text: String) -> String? {
    let line = WireFormat.line(text)
    return line.contains { $0.isLetter || $0.isNumber } ? line : nil
  }

  /// Whether it asks for nothing.
  var isEmpty: Bool { filters.isEmpty && !hasWords }

  var hasWords: Bool { words.contains { !$0.isWhitespace } }

  /// The filters that it has, in the order of their kinds.
  var chosen: [(filter: SearchFilter, value: String)] {
    SearchFilter.allCases.compactMap { filter in filters[filter].map { (filter, $0) } }
  }

  // MARK: Other searches

  func with(_ filter: SearchFilter, _ value: String?) -> SearchAddress {
    var address = self
    address.filters[filter] = value
    address.page = 1
    return address
  }

  func sorted(by sort: SearchOptions.Sort) -> SearchAddress {
    var address = self
    address.sort = sort
    address.page = 1
    return address
  }

  func onPage(_ page: Int) -> SearchAddress {
    var address = self
    address.page = page
    return address
  }

  func saying(_ words: String) -> SearchAddress {
    var address = self
    address.words = words
    address.page = 1
    return address
  }

  // MARK: What it becomes

  /// Each filter in the query language.
  var conditions: [String] {
    chosen.map { "\($0.filter.rawValue):\(Self.quoted($0.value))" }
  }

  /// In the query language, for what takes no filters beside it. They come first: what a typed query leaves
  /// open would take them in.
  var query: String { (conditions + (hasWords ? [words] : [])).joined(separator: " ") }

  /// The address of its page.
  var path: String {
    var values = words.isEmpty ? [] : [("q", words)]
    values += chosen.map { ($0.filter.rawValue, $0.value) }
    if sort != .relevance { values.append(("sort", sort.rawValue)) }
    if page > 1 { values.append(("pagina", String(page))) }
    return PagePaths.query("/zoeken", values)
  }

  /// All hits, for a spreadsheet with Dutch settings.
  var table: String {
    PagePaths.query(
      "/v1/search.csv",
      [("q", query), ("sort", sort.rawValue), ("separator", "semicolon"), ("bom", "1")])
  }

  var feed: String { PagePaths.query("/v1/search.atom", [("q", query)]) }
  var data: String { PagePaths.query("/v1/search", [("q", query), ("sort", sort.rawValue)]) }

  /// In quotation marks, so that nothing in it is syntax.
  private static func quoted(_ value: String) -> String {
    var quoted = ""
    for character in value {
      if "\"“”„«»＂".contains(character) { quoted.append("\\") }
      quoted.append(character)
    }
    // It would take the mark at the end for one of its own.
    while quoted.last == "\\" { quoted.removeLast() }
    return "\"" + quoted + "\""
  }
}
