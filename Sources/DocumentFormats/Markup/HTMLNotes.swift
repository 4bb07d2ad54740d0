/// The notes of a page: what a mark in the text links to, and what links back or is called a note.
struct HTMLNotes {
  /// Of the questions on the page.
  let labels: QuestionLabels
  private var marks: [XMLElement: String] = [:]
  private var targets: [XMLElement: XMLElement] = [:]
  /// The marks that stand before notes, and the notes; neither is text of the page.
  private var apart: Set<XMLElement> = []
  /// Notes that no mark in the text links to.
  private(set) var others: [(mark: String, note: XMLElement)] = []

  init(in root: XMLElement) {
    var named: [String: XMLElement] = [:]
    var places: [XMLElement: Int] = [:]
    var kinds: [QuestionLabels.Kind: Int] = [:]
    var links: [XMLElement] = []
    var notes: [XMLElement] = []
    Self.visit(root) { element in
      places[element] = places.count
      for name in [element["id"], element["name"]].compactMap(\.self) where named[name] == nil {
        named[name] = element
      }
      if let kind = QuestionLabels.Kind(classes: element.classes) { kinds[kind, default: 0] += 1 }
      if element.name == "a", element["href"]?.hasPrefix("#") ?? false { links.append(element) }
      if element.isNote, !(notes.last.map { element.isInside($0) } ?? false) {
        notes.append(element)
      }
    }
    labels = QuestionLabels(questions: kinds[.question] ?? 0, answers: kinds[.answer] ?? 0)
    let known = Set(notes)
    for link in links where !link.isInside(one: apart) {
      guard let mark = link.text.noteMark, let target = link.target(in: named),
        let note = target.block(known), !link.isInside(note)
      else { continue }
      // A note links back too, but stands behind its mark.
      let isBehind = places[link, default: 0] < places[target, default: 0]
      guard known.contains(note) || isBehind && note.linksBack(to: link, in: named) else {
        continue
      }
      let isRaised = link.parent?.name == "sup" && link.parent?.text.noteMark == mark
      let place = isRaised ? link.parent ?? link : link
      marks[place] = mark
      targets[place] = note
      apart.insert(note)
    }
    for note in notes where !apart.contains(note) {
      apart.insert(note)
      others.append((note.leadingMark?.text.noteMark ?? "", note))
    }
  }

  private init() { labels = QuestionLabels(questions: 0, answers: 0) }

  /// For the text of a note: without its own mark.
  func inside(_ note: XMLElement) -> HTMLNotes {
    var notes = HTMLNotes()
    // Signs that lead back to the text say nothing.
    notes.apart = Set(
      note.descendants("a").filter { link in
        link["href"]?.hasPrefix("#") ?? false && !link.text.contains { $0.isLetter || $0.isNumber }
      })
    if let mark = note.leadingMark { notes.apart.insert(mark) }
    return notes
  }

  func mark(at element: XMLElement) -> String? { marks[element] }
  func note(of element: XMLElement) -> XMLElement? { targets[element] }
  func isApart(_ element: XMLElement) -> Bool { apart.contains(element) }

  private static func visit(_ element: XMLElement, _ body: (XMLElement) -> Void) {
    body(element)
    for child in element.elements { visit(child, body) }
  }
}

extension XMLElement {
  /// Whether its class or role says that it is one note.
  fileprivate var isNote: Bool {
    let classes = classes
    if classes.contains("voet") && classes.contains("noot") { return true }
    return classes.contains("footnote") || self["role"] == "doc-footnote"
      || self["role"] == "doc-endnote"
  }

  fileprivate func isInside(_ other: XMLElement) -> Bool {
    var next: XMLElement? = self
    while let element = next {
      if element == other { return true }
      next = element.parent
    }
    return false
  }

  fileprivate func isInside(one of: Set<XMLElement>) -> Bool {
    var next: XMLElement? = self
    while let element = next {
      if of.contains(element) { return true }
      next = element.parent
    }
    return false
  }

  /// How many links in it could be marks of notes, counted up to `most`.
  fileprivate func marks(most: Int) -> Int {
    var count = 0
    for element in elements where count < most {
      let isMark = element.name == "a" && element["href"] != nil && element.text.noteMark != nil
      count += isMark ? 1 : element.marks(most: most - count)
    }
    return count
  }

  fileprivate func target(in named: [String: XMLElement]) -> XMLElement? {
    self["href"].flatMap { named[String($0.dropFirst())] }
  }

  /// The known note that it stands in, else the block: an item, a paragraph, or a division that begins
  /// with it and holds no other note.
  fileprivate func block(_ notes: Set<XMLElement>) -> XMLElement? {
    var next: XMLElement? = self
    var block: XMLElement?
    while let element = next, element.name != "body" {
      if notes.contains(element) { return element }
      if let inner = block {
        guard element.name == "div", element.leadingMark == inner.leadingMark,
          element.marks(most: 2) == 1
        else { return block }
        block = element
      } else if ["p", "li", "div", "dd", "aside", "td"].contains(element.name) {
        block = element
      }
      next = element.parent
    }
    return block
  }

  /// Whether something in it links to a mark, or to what the mark stands in.
  fileprivate func linksBack(to mark: XMLElement, in named: [String: XMLElement]) -> Bool {
    descendants("a").contains { link in
      guard let target = link.target(in: named) else { return false }
      return target == mark || mark.isInside(target) && target.text.utf8.count < 20
        || target.isInside(mark)
    }
  }

  /// The element that holds the mark a note begins with.
  fileprivate var leadingMark: XMLElement? {
    for content in contents {
      switch content {
      case .text(let text): if text.contains(where: { !$0.isWhitespace }) { return nil }
      case .element(let element):
        if element.text.noteMark != nil { return element }
        if element.text.contains(where: { !$0.isWhitespace }) { return element.leadingMark }
      }
    }
    return nil
  }
}

extension String {
  /// The mark of a note, without brackets: a number, letters that count, or signs; nil where it is none.
  var noteMark: String? {
    let text = trimmed.drop { "[(".contains($0) }
    let mark = String(text.prefix { !"])".contains($0) })
    guard
      text[text.index(text.startIndex, offsetBy: mark.count)...].allSatisfy({ "]).".contains($0) }),
      (1...4).contains(mark.count)
    else { return nil }
    let isNumber = mark.allSatisfy { $0.isASCII && $0.isNumber }
    let isSign = mark.allSatisfy { "*†‡§".contains($0) }
    let counts =
      mark.allSatisfy { "ivx".contains($0) } || mark.count == 1 && mark.allSatisfy(\.isLetter)
    return isNumber || isSign || counts ? mark : nil
  }
}
