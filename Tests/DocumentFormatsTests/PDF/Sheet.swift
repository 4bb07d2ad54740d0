import Extraction

@testable import DocumentFormats

/// A page to print on, with letters that are all half as wide as high.
struct Sheet {
  private(set) var page = PrintedPage(width: 560, height: 780, words: [])

  /// - Parameters:
  ///   - left: of the first word.
  ///   - top: of the line; lines of one paragraph are 12 points apart.
  mutating func print(
    _ text: String, left: Double = 100, top: Double, size: Double = 10,
    style: ExtractedText.Style = []
  ) {
    var left = left
    for word in text.split(separator: " ") {
      let width = Double(word.count) * size / 2
      page.words.append(
        PrintedWord(
          text: String(word),
          box: Box(left: left, top: top, right: left + width, bottom: top + size),
          size: size, style: style))
      left += width + size * 0.3
    }
    page.words[page.words.count - 1].spaceAfter = false
  }

  /// A small word that touches the end of the last one, above or below the line.
  mutating func mark(_ text: String, raised: Bool = true, spaceAfter: Bool = true) {
    guard let last = page.words.last else { return }
    page.words[page.words.count - 1].spaceAfter = false
    let size = 6.0
    let line = page.words.last { $0.size == 10 }?.box ?? last.box
    let top = raised ? line.top - 1.5 : line.bottom - 4
    page.words.append(
      PrintedWord(
        text: text,
        box: Box(
          left: last.box.right, top: top, right: last.box.right + Double(text.count) * 3,
          bottom: top + size),
        size: size, spaceAfter: spaceAfter))
  }

  /// What goes on behind the last word.
  mutating func goOn(_ text: String, space: Double = 0) {
    guard let last = page.words.last else { return }
    let line = page.words.last { $0.size == 10 } ?? last
    print(text, left: last.box.right + space, top: line.box.top)
  }

  /// Lines under each other.
  mutating func print(lines: [String], left: Double = 100, top: Double, size: Double = 10) {
    for (number, line) in lines.enumerated() {
      print(line, left: left, top: top + Double(number) * size * 1.2, size: size)
    }
  }
}

extension ExtractedText {
  init(_ sheets: Sheet...) { self = DocumentLayout.text(of: sheets.map(\.page)) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  var whole: String { text(0..<bytes.count) }

  /// The text without what belongs to pages and notes: paragraphs, each with its lines.
  var paragraphs: [String] {
    var bytes = bytes
    for range in furniture + notes.map(\.range) {
      for index in range { bytes[index] = UInt8(ascii: "\u{1}") }
    }
    var paragraphs: [String] = []
    var isOpen = false
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text.isEmpty { isOpen = false }
      if text.isEmpty || text.allSatisfy({ $0 == "\u{1}" }) { continue }
      if isOpen { paragraphs[paragraphs.count - 1] += "|" + text } else { paragraphs.append(text) }
      isOpen = true
    }
    return paragraphs
  }
}
