import Vraagbaak

/// What all pages have around their content.
struct Layout {
  let title: String
  let style = StaticFiles.style.path
  let icon = StaticFiles.icon.path
  let box: Box
  /// Of the same search.
  let feed: String?
  var isStart = false

  /// The one box, with the filters that stay when another search is typed.
  struct Box {
    let words: String
    let kept: [Kept]

    struct Kept {
      let name: String
      let value: String
    }
  }

  init(_ title: String, _ address: SearchAddress = SearchAddress(), feed: String? = nil) {
    self.title = WireFormat.line(title)
    self.feed = feed
    let order =
      address.sort == .relevance ? [] : [Box.Kept(name: "sort", value: address.sort.rawValue)]
    box = Box(
      words: address.words,
      kept: address.chosen.map { Box.Kept(name: $0.filter.rawValue, value: $0.value) } + order)
  }
}

/// A link of a page.
struct Link {
  let text: String
  /// How many there are behind it.
  var count: String?
  let href: String
  /// Where one is.
  var isCurrent = false
}
