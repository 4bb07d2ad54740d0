/// Links to the page before and behind this one.
struct Pager {
  let page: Int
  let previous: String?
  let next: String?

  /// Nil where there is one page alone.
  init?(page: Int, hasMore: Bool, path: (Int) -> String) {
    guard page > 1 || hasMore else { return nil }
    self.page = page
    previous = page > 1 ? path(page - 1) : nil
    next = hasMore ? path(page + 1) : nil
  }
}
