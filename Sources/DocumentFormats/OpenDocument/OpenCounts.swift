/// The numbers of the lists that are open, and those of lists that others go on with.
struct OpenCounts {
  /// The lists that are open, from the outermost.
  private struct Open {
    var style: String?
    var count: Int
    var id: String?
  }

  private var open: [Open] = []
  private var lastByStyle: [String: Int] = [:]
  private var lastByID: [String: Int] = [:]
  private var headings: [Int] = []
  private let lists: [String: OpenList]

  init(_ lists: [String: OpenList]) { self.lists = lists }

  var isInList: Bool { !open.isEmpty }

  /// - Parameter element: `text:list`.
  mutating func begin(_ element: XMLElement) {
    let style = element["text:style-name"] ?? open.last?.style
    let start = start(of: style, level: open.count + 1)
    var count = start &- 1
    if let other = element["text:continue-list"] {
      count = lastByID[other] ?? count
    } else if element["text:continue-numbering"] == "true", let style {
      count = lastByStyle["\(open.count) \(style)"] ?? count
    }
    open.append(Open(style: style, count: count, id: element["xml:id"] ?? element["id"]))
  }

  mutating func end() {
    guard let list = open.popLast() else { return }
    if let style = list.style { lastByStyle["\(open.count) \(style)"] = list.count }
    if let id = list.id { lastByID[id] = list.count }
  }

  /// - Parameter element: `text:list-item`.
  mutating func next(_ element: XMLElement) {
    guard !open.isEmpty else { return }
    let start = element["text:start-value"].flatMap { Int($0) }
    open[open.count - 1].count = start ?? open[open.count - 1].count &+ 1
  }

  /// What stands before the item that was begun last.
  /// - Parameter style: the one of its paragraph's style, for a list that names none.
  func label(style: String?) -> String? {
    guard let name = open.last?.style ?? style else { return nil }
    return lists[name]?.label(open.map(\.count))
  }

  /// What stands before the next heading.
  /// - Parameter start: the number that it says it has.
  mutating func heading(level: Int, start: Int?) -> String? {
    guard (1...10).contains(level), let list = lists[OpenStyles.outline] else { return nil }
    while headings.count < level {
      headings.append(self.start(of: OpenStyles.outline, level: headings.count + 1) &- 1)
    }
    headings.removeLast(headings.count - level)
    headings[level - 1] = start ?? headings[level - 1] &+ 1
    return list.label(headings)
  }

  private func start(of style: String?, level: Int) -> Int {
    style.flatMap { lists[$0] }?.levels[level]?.start ?? 1
  }
}
