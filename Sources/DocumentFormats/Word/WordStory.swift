import Extraction

/// Walks paragraphs and tables of a document, a header or a note in order, and writes their text.
struct WordStory: DocumentStory {
  var composer: TextComposer
  let package: WordPackage
  private var numbering: WordNumbering
  var fields = WordFields()
  /// What stands in text boxes that the paragraph holds, to follow it.
  var boxes: [XMLElement] = []
  var notes: WordNotes
  /// The list of the paragraph before, where nothing stands between.
  private var list: String?
  /// The paragraph's mark was deleted: the next goes on in it.
  private var goesOn = false

  init(_ package: WordPackage, _ composer: TextComposer) {
    self.package = package
    self.composer = composer
    numbering = package.numbering
    notes = WordNotes(package)
  }

  mutating func blocks(of parent: XMLElement) {
    for element in parent.elements {
      switch element.name {
      case "w:p": paragraph(element)
      case "w:tbl": table(element)
      case "w:sdt": if let content = element.first("w:sdtContent") { blocks(of: content) }
      case "w:ins", "w:moveTo", "w:customXml", "w:smartTag": blocks(of: element)
      case "mc:AlternateContent": if let chosen = element.alternative { blocks(of: chosen) }
      default: break
      }
    }
  }

  // MARK: - Paragraphs

  private mutating func paragraph(_ element: XMLElement) {
    let properties = element.first("w:pPr")
    let style = properties?.first("w:pStyle")?["w:val"]
    let format = package.styles.paragraph(WordParagraphFormat(properties), style: style)
    let mark = properties?.first("w:rPr")
    let isMarkHidden = mark?.first("w:vanish")?.isOn ?? false
    begin(format, style)
    let isHeading = format.isHeading ?? false
    if let id = format.list, id != "0", !isMarkHidden, !element.isRemoved,
      let label = numbering.label(list: id, level: format.level, style: style),
      element.hasText || label.contains(where: \.isNumber)
    {
      composer.append(label, LetterFormat(isHeading: isHeading))
    }
    inline(of: element, WordContext(paragraphStyle: style, isHeading: isHeading))
    goesOn = mark.map { $0.first("w:del") != nil || $0.first("w:moveFrom") != nil } ?? false
    fields.endParagraph()
    let boxes = boxes
    self.boxes = []
    for box in boxes {
      composer.beginParagraph()
      blocks(of: box)
    }
  }

  private mutating func begin(_ format: WordParagraphFormat, _ style: String?) {
    defer { list = format.list == "0" ? nil : format.list }
    if goesOn { return }
    let isSpaced = (format.before ?? 0) + (format.after ?? 0) >= 100
    let isTight = !isSpaced || format.isContextual ?? false
    composer.beginParagraph(isTight: isTight && list != nil && list == format.list)
  }

  // MARK: - Tables

  private mutating func table(_ element: XMLElement) {
    list = nil
    let rows = element.wrapped("w:tr").filter { $0.first("w:trPr")?.first("w:del") == nil }
    table(rows.map { $0.wrapped("w:tc") })
    list = nil
    goesOn = false
  }

  func filledParagraphs(in cell: XMLElement) -> Int {
    cell.elements.reduce(0) { count, element in
      count + (element.name == "w:p" ? (element.hasText ? 1 : 0) : filledParagraphs(in: element))
    }
  }

  // MARK: - Notes

  /// The notes that the text refers to, in its order.
  mutating func writeNotes() {
    for (number, note) in notes.found {
      // Marks of notes in notes are left out.
      var story = WordStory(package, TextComposer())
      story.blocks(of: note)
      composer.note(number) { $0.append(story.composer) }
    }
  }
}

extension XMLElement {
  /// Of a choice between versions, the first that has text, else the last.
  var alternative: XMLElement? {
    elements.first { $0.name == "mc:Choice" && $0.hasText } ?? first("mc:Fallback")
      ?? first("mc:Choice")
  }

  /// Whether words stand in it, wherever.
  var hasText: Bool {
    elements.contains { element in
      switch element.name {
      case "w:t", "m:t", "w:sym": true
      case "w:del", "w:moveFrom": false
      default: element.hasText
      }
    }
  }

  /// Whether all that a paragraph held was deleted, and its end too.
  fileprivate var isRemoved: Bool {
    first("w:pPr")?.first("w:rPr")?.first("w:del") != nil && !hasText
  }

  /// Children of a name, also those in content controls and the like.
  fileprivate func wrapped(_ name: String) -> [XMLElement] {
    elements.flatMap { element -> [XMLElement] in
      switch element.name {
      case name: [element]
      case "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml": element.wrapped(name)
      default: []
      }
    }
  }
}
