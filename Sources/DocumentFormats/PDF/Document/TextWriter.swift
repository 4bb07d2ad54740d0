import Extraction

/// Writes a document as text: a paragraph a line, with what belongs to pages and notes in its place.
struct TextWriter {
  private var bytes: [UInt8] = []
  private var pageStarts: [Int] = []
  private var furniture: [Range<Int>] = []
  private var foreign: [Range<Int>] = []
  private var styles: [ExtractedText.Styled] = []
  private var anchors: [Int: Int] = [:]
  private var notes: [ExtractedText.Note] = []

  static func text(_ flow: Flow, _ pages: [LaidPage], notes: [NoteLines.Note]) -> ExtractedText {
    var writer = TextWriter()
    var index = 0
    for (number, page) in pages.enumerated() {
      writer.separate(by: flow.goesOn(at: index) ? "\n" : "\n\n")
      writer.pageStarts.append(writer.bytes.count)
      writer.writeFurniture(page.header)
      if !page.header.isEmpty { writer.separate(by: flow.goesOn(at: index) ? "\n" : "\n\n") }
      let first = index
      while index < flow.items.count, flow.items[index].page == number {
        let item = flow.items[index]
        let isNext = index > first && item.previous == index - 1
        writer.separate(
          by: item.join == .continued && isNext
            ? " " : flow.goesOn(at: index) || item.join == .line && isNext ? "\n" : "\n\n")
        let start = writer.bytes.count
        writer.write(item)
        if item.isForeign { writer.addForeign(start..<writer.bytes.count, follows: isNext) }
        index += 1
      }
      let goesOn = flow.goesOn(at: index)
      if notes.contains(where: { $0.page == number }) {
        writer.separate(by: goesOn ? "\n" : "\n\n")
      }
      for note in notes.indices where notes[note].page == number {
        writer.separate(by: "\n")
        let start = writer.bytes.count
        for (index, line) in flow.notes[note].enumerated() {
          if index > 0 { writer.separate(by: " ") }
          writer.write(line.tokens)
        }
        writer.notes.append(
          .init(mark: notes[note].mark, anchor: nil, range: start..<writer.bytes.count))
        writer.numbers.append(note)
      }
      if !page.footer.isEmpty {
        writer.separate(by: goesOn ? "\n" : "\n\n")
        writer.writeFurniture(page.footer)
      }
    }
    return writer.finish()
  }

  private mutating func addForeign(_ range: Range<Int>, follows: Bool) {
    guard !range.isEmpty else { return }
    if follows, let last = foreign.last {
      foreign[foreign.count - 1] = last.lowerBound..<range.upperBound
    } else {
      foreign.append(range)
    }
  }

  /// The number of each note that is written.
  private var numbers: [Int] = []

  private func finish() -> ExtractedText {
    var text = ExtractedText(bytes: bytes, pageStarts: pageStarts)
    text.furniture = furniture
    text.notes = zip(notes, numbers).map { note, number in
      var note = note
      note.anchor = anchors[number]
      return note
    }
    text.styles = styles
    text.foreign = foreign
    return text
  }

  /// Parts what is written from what comes, where nothing does yet.
  private mutating func separate(by separator: String) {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    guard let last = bytes.last else { return }
    if separator == " " {
      if last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: " ")) }
      return
    }
    let have = bytes.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    bytes += repeatElement(UInt8(ascii: "\n"), count: max(0, separator.utf8.count - have))
  }

  private mutating func writeFurniture(_ lines: [PrintedLine]) {
    for line in lines {
      separate(by: "\n")
      let start = bytes.count
      bytes += line.text.utf8
      furniture.append(start..<bytes.count)
    }
    if !lines.isEmpty { separate(by: "\n") }
  }

  private mutating func write(_ item: Flow.Item) {
    for (number, cell) in item.cells.enumerated() {
      if number > 0 {
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        bytes.append(UInt8(ascii: "\t"))
      }
      for (index, line) in cell.enumerated() {
        if index > 0, bytes.last != UInt8(ascii: "\t") { separate(by: " ") }
        write(line.tokens)
      }
    }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }

  private mutating func write(_ tokens: [Token]) {
    for token in tokens {
      let start = bytes.count
      if let note = token.note {
        anchors[note] = bytes.last == UInt8(ascii: " ") ? start - 1 : start
      }
      bytes += token.text.utf8
      if !token.style.isEmpty, !token.text.isEmpty {
        // A space between letters of one style has it too.
        if let last = styles.last, last.style == token.style, start - last.range.upperBound <= 1 {
          styles[styles.count - 1].range = last.range.lowerBound..<bytes.count
        } else {
          styles.append(.init(start..<bytes.count, token.style))
        }
      }
      if token.spaceAfter { bytes.append(UInt8(ascii: " ")) }
    }
  }
}
