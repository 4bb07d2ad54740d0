import Extraction

/// Walks a page in order, and writes its text.
struct HTMLStory: MarkupStory {
  var composer: TextComposer
  private let notes: HTMLNotes
  /// The composer's numbers of notes, and their elements.
  private var found: [(Int, XMLElement)] = []
  private var seen: Set<XMLElement> = []
  private var format = LetterFormat()
  private var labels: QuestionLabels
  private var keepsLines = false
  /// How many bytes of the next text stand in the heading before it already.
  private var skipped = 0

  init(_ notes: HTMLNotes, _ composer: TextComposer) {
    self.notes = notes
    self.composer = composer
    labels = notes.labels
  }

  mutating func write(_ all: String) {
    let rest = all.utf8.dropFirst(skipped)
    skipped -= all.utf8.count - rest.count
    let text = String(decoding: rest, as: UTF8.self)
    guard keepsLines else { return composer.append(text, format) }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { composer.breakLine() }
      composer.append(String(line), format)
    }
  }

  mutating func walk(_ element: XMLElement) {
    if let mark = notes.mark(at: element) {
      // A note that is referred to twice stands at its first mark.
      if let note = notes.note(of: element), seen.insert(note).inserted {
        found.append((composer.refer(toNote: mark), note))
      }
      return
    }
    guard !notes.isApart(element), !element.isHiddenHTML else { return }
    let outer = format
    defer { format = outer }
    format = element.letterFormat.over(format)
    switch element.name {
    case "br": composer.breakLine()
    case "q":
      composer.append("“", format)
      blocks(of: element)
      composer.append("”", format)
    case "ul", "ol", "menu", "dir": list(element)
    case "table":
      for part in element.elements where part.name == "caption" { block(part) }
      table(element.tableRows.map(\.tableCells))
    case "pre":
      let outerLines = keepsLines
      keepsLines = true
      block(element)
      keepsLines = outerLines
    case "nav": furniture(element)
    case "header" where element.parent?.name == "body": furniture(element)
    case "footer" where element.parent?.name == "body": furniture(element)
    // As LibreOffice writes them.
    case "div" where ["header", "footer"].contains(element["title"]): furniture(element)
    case "div", "section":
      if let kind = QuestionLabels.Kind(classes: element.classes) {
        question(element, kind)
      } else {
        block(element)
      }
    case _ where HTMLNames.blocks.contains(element.name): block(element)
    default: blocks(of: element)
    }
  }

  private mutating func furniture(_ element: XMLElement) {
    var story = HTMLStory(notes, TextComposer())
    story.blocks(of: element)
    composer.furniture { $0.append(story.composer) }
  }

  // MARK: - Lists

  private mutating func list(_ element: XMLElement) {
    let items = element.elements.filter { $0.name == "li" }
    let isLoose = items.contains { item in item.elements.contains { $0.name == "p" } }
    var number = element["start"].flatMap { Int($0) } ?? 1
    let numbers = NumberFormat(listType: element["type"])
    var isFirst = element.parent?.name != "li"
    for item in items where !notes.isApart(item) && !item.isHiddenHTML {
      composer.beginParagraph(isTight: !isFirst && !isLoose)
      isFirst = false
      if element.name == "ol" {
        number = item["value"].flatMap { Int($0) } ?? number
        composer.label(numbers.text(number) + ".", format.style)
        number &+= 1
      } else {
        composer.label("•", format.style)
      }
      blocks(of: item)
      composer.beginParagraph(isTight: true)
    }
    composer.beginParagraph()
  }

  // MARK: - Tables

  func filledParagraphs(in cell: XMLElement) -> Int {
    var count = 0
    var hasText = false
    for content in cell.contents {
      switch content {
      case .text(let text): hasText = hasText || text.contains { !$0.isWhitespace }
      case .element(let element):
        if HTMLNames.blocks.contains(element.name) {
          count += filledParagraphs(in: element)
        } else {
          hasText = hasText || element.text.contains { !$0.isWhitespace }
        }
      }
    }
    return count + (hasText ? 1 : 0)
  }

  // MARK: - Questions

  /// A question or answer as the official site marks them up.
  private mutating func question(_ element: XMLElement, _ kind: QuestionLabels.Kind) {
    composer.beginParagraph()
    let first = element.elements.first { $0.text.contains { !$0.isWhitespace } }
    let isLabel = first.map {
      HTMLNames.headings.contains($0.name) || $0.classes.contains("nummer")
    }
    let isHeading = isLabel ?? false
    var label = isHeading ? first?.text : nil
    if label == nil, let first { (label, skipped) = QuestionLabels.leading(kind, in: first.text) }
    if let text = labels.heading(kind, label, in: element.text) { composer.append(text, .heading) }
    composer.beginParagraph()
    contents(of: element, but: isHeading ? first : nil)
    skipped = 0
    composer.beginParagraph()
  }

  // MARK: - Notes

  mutating func writeNotes() {
    for (number, note) in found {
      let story = body(of: note)
      composer.note(number) { $0.append(story) }
    }
    for (mark, note) in notes.others {
      let story = body(of: note)
      composer.note(marked: mark) { $0.append(story) }
    }
  }

  private func body(of note: XMLElement) -> TextComposer {
    var story = HTMLStory(notes.inside(note), TextComposer())
    story.blocks(of: note)
    return story.composer
  }
}

extension NumberFormat {
  /// - Parameter type: of `ol`.
  fileprivate init(listType type: String?) {
    self =
      switch type {
      case "a": .lowerLetters
      case "A": .upperLetters
      case "i": .lowerRoman
      case "I": .upperRoman
      default: .decimal
      }
  }
}
