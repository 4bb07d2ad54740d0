import Extraction

/// Walks an official publication, or XML of any other kind, in order, and writes its text as the
/// *Aanhangsel* prints it.
///
/// Of elements whose names it does not know, those that hold words themselves are paragraphs.
struct PublicationStory: MarkupStory {
  var composer: TextComposer
  private let notes: PublicationNotes
  /// The composer's numbers of notes, and their elements.
  private var found: [(Int, XMLElement)] = []
  private var seen: Set<XMLElement> = []
  private var format = LetterFormat()
  private var labels: QuestionLabels
  /// How many bytes of the next text stand in the heading before it already.
  private var skipped = 0

  init(_ notes: PublicationNotes, _ composer: TextComposer) {
    self.notes = notes
    self.composer = composer
    labels = notes.labels
  }

  mutating func write(_ text: String) {
    guard skipped > 0 else { return composer.append(text, format) }
    let rest = text.utf8.dropFirst(skipped)
    skipped -= text.utf8.count - rest.count
    composer.append(String(decoding: rest, as: UTF8.self), format)
  }

  mutating func walk(_ element: XMLElement) {
    let name = element.name
    guard !PublicationNames.silent.contains(name), !element.isOwnMetadata, !notes.isApart(element)
    else { return }
    let outer = format
    defer { format = outer }
    switch name {
    case "nootref": reference(element)
    case "noot", "voetnoot": note(element)
    case "lijst", "list": list(element)
    case "table", "tabel":
      for part in element.elements where ["title", "titel", "caption"].contains(part.name) {
        block(part)
      }
      table(element.tableRows.map(\.tableCells))
    case "br", "regeleinde": composer.breakLine()
    case "kop" where !element.holdsWords:
      format.isHeading = true
      composer.beginParagraph()
      for part in element.elements {
        blocks(of: part)
        composer.append(" ")
      }
      composer.beginParagraph()
    case "lidnr": composer.label(element.text.collapsed, format.style)
    case _ where PublicationNames.descriptions.contains(name):
      composer.beginParagraph()
      if let text = QuestionProperties.sentence(of: element) {
        composer.append(text)
      } else {
        blocks(of: element)
      }
      composer.beginParagraph()
    case _ where PublicationNames.questions.contains(name): question(element, .question)
    case _ where PublicationNames.answers.contains(name): question(element, .answer)
    case "reactie" where !element.contains("antwoord") && !element.contains("omschr"):
      question(element, .answer)
    case _ where PublicationNames.remarks.contains(name):
      question(element, name.hasPrefix("toelicht") ? .explanation : .remark)
    case _ where PublicationNames.inline.contains(name) || element.standsAmongWords:
      format = element.publicationFormat.over(format)
      blocks(of: element)
    case _ where PublicationNames.paragraphs.contains(name) || element.holdsWords:
      format = element.publicationFormat.over(format)
      block(element)
    default: block(element)
    }
  }

  // MARK: - Questions

  private mutating func question(_ element: XMLElement, _ kind: QuestionLabels.Kind) {
    composer.beginParagraph()
    let number = element.elements.first { PublicationNames.labels.contains($0.name) }
    let first = element.elements.first { $0 != number && $0.text.contains { !$0.isWhitespace } }
    var label = number?.text
    var length = 0
    if label?.collapsed.isEmpty ?? true, let first {
      (label, length) = QuestionLabels.leading(kind, in: first.text)
    }
    let heading = labels.heading(kind, label, in: element.text)
    if let heading { composer.append(heading, .heading) }
    composer.beginParagraph()
    skipped = length
    contents(of: element, but: number)
    skipped = 0
    composer.beginParagraph()
  }

  // MARK: - Lists and tables

  private mutating func list(_ element: XMLElement) {
    var isFirst = element.parent?.name != "li"
    for item in element.elements {
      guard item.name == "li" || item.name == "item" else {
        walk(item)
        continue
      }
      composer.beginParagraph(isTight: !isFirst)
      isFirst = false
      let number = item.elements.first { $0.name == "li.nr" || $0.name == "nr" }
      composer.label(number?.text.collapsed ?? "•", format.style)
      contents(of: item, but: number)
      composer.beginParagraph(isTight: true)
    }
    composer.beginParagraph()
  }

  func filledParagraphs(in cell: XMLElement) -> Int {
    cell.elements.reduce(0) { count, element in
      if PublicationNames.paragraphs.contains(element.name) {
        return count + (element.text.contains { !$0.isWhitespace } ? 1 : 0)
      }
      return count + filledParagraphs(in: element)
    }
  }

  // MARK: - Notes

  private mutating func reference(_ element: XMLElement) {
    let mark = notes.mark(of: element)
    guard let note = notes.note(of: element) else {
      // A mark of nothing is text still.
      return composer.append(element.text, LetterFormat(position: .raised).over(format))
    }
    guard seen.insert(note).inserted else { return }
    found.append((composer.refer(toNote: mark), note))
  }

  /// A note that no mark refers to has its mark where it stands.
  private mutating func note(_ element: XMLElement) {
    let mark = notes.mark(of: element)
    let isInParagraph =
      element.parent.map {
        PublicationNames.paragraphs.contains($0.name) || PublicationNames.inline.contains($0.name)
      } ?? false
    if isInParagraph {
      found.append((composer.refer(toNote: mark), element))
    } else {
      let text = body(of: element)
      composer.note(marked: mark) { $0.append(text) }
    }
  }

  mutating func writeNotes() {
    for (number, note) in found {
      let text = body(of: note)
      composer.note(number) { $0.append(text) }
    }
  }

  private func body(of note: XMLElement) -> TextComposer {
    var story = PublicationStory(notes, TextComposer())
    for content in note.contents {
      switch content {
      case .text(let text): story.write(text)
      case .element(let child): if child.name != "noot.nr" { story.walk(child) }
      }
    }
    return story.composer
  }
}

extension XMLElement {
  /// Whether words stand in it, not only in its elements.
  fileprivate var holdsWords: Bool {
    contents.contains {
      if case .text(let text) = $0 { text.contains { !$0.isWhitespace } } else { false }
    }
  }

  /// Whether it is part of a paragraph, as far as its name does not say otherwise.
  fileprivate var standsAmongWords: Bool {
    !PublicationNames.paragraphs.contains(name) && parent?.holdsWords ?? false
  }

  /// The names and values of a publication, which are properties.
  fileprivate var isOwnMetadata: Bool {
    name == "metadata" && elements.contains { $0.name == "meta" && $0["content"] != nil }
  }

  fileprivate var publicationFormat: LetterFormat {
    var format = letterFormat
    switch (name, self["type"]) {
    case ("nadruk", "vet"): format.isBold = true
    case ("nadruk", "cur"), ("nadruk", "cursief"), ("kamervraagonderwerp", _):
      format.isItalic = true
    case ("nadruk", "vetcur"), ("nadruk", "vet-cur"):
      format.isBold = true
      format.isItalic = true
    case ("nadruk", "sup"): format.position = .raised
    case ("nadruk", "inf"), ("nadruk", "sub"), ("inf", _): format.position = .lowered
    case ("titel", _), ("tussenkop", _), ("kop", _), ("title", _): format.isHeading = true
    default: break
    }
    return format
  }
}
