import Extraction

/// Walks paragraphs, lists and tables of an OpenDocument text in order, and writes their text.
struct OpenStory: DocumentStory {
  var composer: TextComposer
  private let styles: OpenStyles
  private var counts: OpenCounts
  /// Text boxes that the paragraph holds, to follow it.
  private var boxes: [XMLElement] = []
  /// The composer's numbers of notes, and their bodies.
  private var notes: [(Int, XMLElement)] = []
  /// What stands before the next paragraph.
  private var label: String?
  private var isTight = false

  init(_ styles: OpenStyles, _ composer: TextComposer) {
    self.styles = styles
    self.composer = composer
    counts = OpenCounts(styles.lists)
  }

  mutating func blocks(of parent: XMLElement) {
    for element in parent.elements {
      switch element.name {
      case "text:p", "text:h": paragraph(element)
      case "text:list": list(element)
      case "table:table", "loext:table": table(element.rows.map(\.cells))
      case "text:tracked-changes", "text:sequence-decls", "text:variable-decls",
        "text:user-field-decls", "office:forms", "office:annotation", "svg:title", "svg:desc":
        break
      case "text:section":
        if element["text:display"] != "none" { blocks(of: element) }
      default: blocks(of: element)
      }
    }
  }

  // MARK: - Paragraphs

  private mutating func paragraph(_ element: XMLElement) {
    let style = styles.paragraph(element["text:style-name"])
    var format = style.letters
    format.isHeading = element.name == "text:h"
    composer.beginParagraph(isTight: isTight)
    isTight = counts.isInList
    if label != nil {
      composer.append(counts.label(style: style.list) ?? "", format)
    } else if format.isHeading, element["text:is-list-header"] != "true", !counts.isInList {
      let level = element["text:outline-level"].flatMap { Int($0) } ?? 1
      let start = element["text:start-value"].flatMap { Int($0) }
      composer.append(counts.heading(level: level, start: start) ?? "", format)
    }
    label = nil
    inline(of: element, format)
    let boxes = boxes
    self.boxes = []
    for box in boxes {
      composer.beginParagraph()
      blocks(of: box)
    }
  }

  private mutating func list(_ element: XMLElement) {
    let isOutermost = !counts.isInList
    if isOutermost { isTight = false }
    counts.begin(element)
    for item in element.elements {
      if item.name == "text:list-item" {
        counts.next(item)
        label = ""
      } else if item.name != "text:list-header" {
        continue
      }
      blocks(of: item)
      label = nil
    }
    counts.end()
    if isOutermost { isTight = false }
  }

  private mutating func inline(of parent: XMLElement, _ format: LetterFormat) {
    for content in parent.contents {
      switch content {
      case .text(let text): composer.append(text, format)
      case .element(let element): piece(element, format)
      }
    }
  }

  private mutating func piece(_ element: XMLElement, _ format: LetterFormat) {
    switch element.name {
    case "text:span":
      inline(of: element, styles.letters(element["text:style-name"]).over(format))
    case "text:s": composer.append(" ", format)
    case "text:tab": composer.tab()
    case "text:line-break": composer.breakLine()
    case "text:note": note(element)
    // The mark of a note stands once more where a field refers to it.
    case "text:note-ref" where format.position == .raised: break
    case "draw:frame", "draw:custom-shape", "draw:rect", "draw:g":
      boxes += element.name == "draw:frame" ? element.descendants("draw:text-box") : [element]
    case "office:annotation", "text:tracked-changes", "text:hidden-text", "text:script",
      "text:ruby-text", "svg:title", "svg:desc":
      break
    case "text:p", "text:h": paragraph(element)
    default: inline(of: element, format)
    }
  }

  func filledParagraphs(in cell: XMLElement) -> Int {
    cell.elements.reduce(0) { count, element in
      if element.name == "text:p" || element.name == "text:h" {
        return count + (element.text.contains { !$0.isWhitespace } ? 1 : 0)
      }
      return count + filledParagraphs(in: element)
    }
  }

  // MARK: - Notes

  private mutating func note(_ element: XMLElement) {
    guard let body = element.first("text:note-body") else { return }
    let citation = element.first("text:note-citation")
    let mark = (citation?["text:label"] ?? citation?.text ?? "").trimmed
    notes.append((composer.refer(toNote: mark), body))
  }

  /// The notes that the text refers to, in its order.
  mutating func writeNotes() {
    for (number, body) in notes {
      var story = OpenStory(styles, TextComposer())
      story.blocks(of: body)
      composer.note(number) { $0.append(story.composer) }
    }
  }
}

extension XMLElement {
  fileprivate var rows: [XMLElement] {
    elements.flatMap { element -> [XMLElement] in
      switch element.name {
      case "table:table-row", "loext:table-row": [element]
      case "table:table-header-rows", "table:table-rows", "table:table-row-group",
        "loext:table-header-rows", "loext:table-rows":
        element.rows
      default: []
      }
    }
  }

  fileprivate var cells: [XMLElement] {
    let names: Set = ["table:table-cell", "table:covered-table-cell", "loext:table-cell"]
    return elements.filter { names.contains($0.name) }
  }
}
