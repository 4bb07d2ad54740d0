import Vraagbaak
import WrittenQuestions

/// A passage as a page shows it: its paragraphs, each with its notes beside it.
struct TextBlock {
  /// By which links lead to it.
  let anchor: String
  let name: String
  /// "blz. 3"
  let place: String?
  /// Whether its line breaks mean something. Those of plain text files are their layout.
  let keepsLines: Bool
  let paragraphs: [Paragraph]

  struct Paragraph {
    let runs: [Run]
    let notes: [Note]
  }

  /// Text, and the mark of a note behind it.
  struct Run {
    let text: String
    let note: Note?
  }

  struct Note {
    let anchor: String
    let mark: String
    let text: String

    init(_ note: WrittenQuestions.Note, number: Int) {
      anchor = "noot-\(number + 1)"
      mark = note.passage.label ?? "*"
      text = note.passage.text
    }
  }

  init(_ passage: Passage, of document: WrittenQuestion) {
    let number = document.passages.firstIndex(of: passage)
    anchor = Self.anchor(of: passage, in: document)
    name = Wording.name(of: passage)
    place = passage.place.pages.map { "blz. \($0.lowerBound)" }
    if case .file = passage.place { keepsLines = false } else { keepsLines = true }
    let marks = document.notes.enumerated().compactMap { place, note -> (Int, Note)? in
      guard let anchor = note.anchor, anchor.passage == number else { return nil }
      return (anchor.offset, Note(note, number: place))
    }.sorted { $0.0 < $1.0 }
    paragraphs = Self.paragraphs(Array(passage.text.utf8), marks)
  }

  /// The same for a document as long as its text is.
  static func anchor(of passage: Passage, in document: WrittenQuestion) -> String {
    "deel-\((document.passages.firstIndex(of: passage) ?? 0) + 1)"
  }

  /// - Parameter marks: bytes before each note's mark, ascending.
  private static func paragraphs(_ text: [UInt8], _ marks: [(offset: Int, note: Note)])
    -> [Paragraph]
  {
    var rest = marks[...]
    let ranges = Self.ranges(of: text)
    return ranges.enumerated().map { number, range in
      var runs: [Run] = []
      var notes: [Note] = []
      var start = range.lowerBound
      // What stands between paragraphs belongs to the one before, and what has no place to the last.
      let limit = number + 1 < ranges.count ? ranges[number + 1].lowerBound : Int.max
      while let mark = rest.first, mark.offset < limit {
        rest.removeFirst()
        let end = min(max(mark.offset, start), range.upperBound)
        runs.append(Run(text: String(decoding: text[start..<end], as: UTF8.self), note: mark.note))
        notes.append(mark.note)
        start = end
      }
      runs.append(
        Run(text: String(decoding: text[start..<range.upperBound], as: UTF8.self), note: nil))
      return Paragraph(runs: runs, notes: notes)
    }
  }

  /// What blank lines part.
  private static func ranges(of text: [UInt8]) -> [Range<Int>] {
    let newline = UInt8(ascii: "\n")
    var ranges: [Range<Int>] = []
    var start = 0
    var place = 0
    while place < text.count {
      guard text[place] == newline else {
        place += 1
        continue
      }
      let end = place
      var breaks = 0
      while place < text.count, text[place] == newline || text[place] == UInt8(ascii: " ") {
        if text[place] == newline { breaks += 1 }
        place += 1
      }
      if breaks > 1 {
        if end > start { ranges.append(start..<end) }
        start = place
      }
    }
    if start < text.count { ranges.append(start..<text.count) }
    return ranges
  }
}
