import Extraction
import Text

/// Footnotes among the lines of a text file, where an extractor wrote them at the foot of their page:
/// "1NOS, 29 oktober 2024, …"; and their marks, which stand on lines of their own or glued to words.
struct PrintedNotes {
  private(set) var notes: [ExtractedText.Note] = []
  private(set) var noteLines: Set<Int> = []
  private(set) var marks: [Range<Int>] = []
  private let lines: [TextLine]
  /// Of each note, the lines of its page that stand above it.
  private var above: [Range<Int>] = []
  /// Whether marks stand at the beginnings of lines because nothing else ends a line: the other lines
  /// of a paragraph are glued together.
  private let isGlued: Bool

  private let colophons: Set<Int>

  /// How the number stands before a note; `marked` where the page's text has its mark.
  private enum Form { case glued, spaced, marked, alone }

  /// - Parameters:
  ///   - colophons: lines that are no text.
  ///   - pageEnds: the lines behind which a page ends; the last line is one.
  init(_ lines: [TextLine], without colophons: Set<Int>, pageEnds: Set<Int>) {
    self.lines = lines
    self.colophons = colophons
    isGlued = lines.contains { $0.text.utf8.count > 250 && !$0.text.contains("http") }
    for page in Self.pages(lines, pageEnds) { takeNotes(of: page) }
    takeMarks()
  }

  private static func pages(_ lines: [TextLine], _ ends: Set<Int>) -> [Range<Int>] {
    var start = 0
    return ends.sorted().map { end in
      defer { start = end + 1 }
      return start..<(end + 1)
    }
  }

  /// Bytes before the text of a note that begins on this line; nil where none of this number does.
  private func start(ofNote number: Int, on line: Int, _ form: Form) -> Int? {
    let text = lines[line].text
    let digits = String(number)
    guard text.hasPrefix(digits), !colophons.contains(line) else { return nil }
    let rest = text.dropFirst(digits.count)
    switch form {
    case .glued:
      guard let first = rest.first, Self.beginsNote(first) || first.isLowercase, rest.count > 3
      else { return nil }
      return digits.utf8.count
    case .spaced:
      let behind = rest.drop { $0.isWhitespace }
      guard behind.startIndex > rest.startIndex, let first = behind.first,
        Self.beginsNote(first) || behind.hasPrefix("http") || behind.hasPrefix("www.")
      else { return nil }
      return text.utf8.count - behind.utf8.count
    case .marked:
      let sign = rest.prefix { ".)".contains($0) }
      let behind = rest[sign.endIndex...].drop { $0.isWhitespace }
      guard sign.count < 2, behind.startIndex > sign.endIndex, !behind.isEmpty else { return nil }
      return text.utf8.count - behind.utf8.count
    case .alone: return rest.isEmpty ? digits.utf8.count : nil
    }
  }

  private static func beginsNote(_ sign: Character) -> Bool {
    sign.isUppercase || "«\"“‘'(".contains(sign)
  }

  /// Below the last heading of a page: from the line that begins with the next number to the page's end.
  /// A number that begins a line above may be a mark.
  private mutating func takeNotes(of page: Range<Int>) {
    let heading = page.last { KamerHeading(lines[$0].text) != nil }
    let below = (heading.map { $0 + 1 } ?? page.lowerBound)..<page.upperBound
    let next = notes.count + 1
    for form in isGlued ? [Form.glued] : [.glued, .spaced, .marked, .alone] {
      let starts = below.filter { start(ofNote: next, on: $0, form) != nil }
      guard let first = form == .glued ? starts.first : starts.last else { continue }
      // "Antwoord", and the numbers of answers below it.
      if let heading, KamerHeading(lines[heading].text)?.labels == nil,
        !lines[(heading + 1)..<first].contains(where: { !$0.isBlank })
      {
        continue
      }
      if form == .marked {
        // A list may begin so too: it is set off, and its number stands above it.
        guard first > 0, lines[first - 1].isBlank,
          mark(next, from: page.lowerBound, 0, to: first) != nil
        else { continue }
      }
      take(first..<page.upperBound, form, above: page.lowerBound..<first)
      return
    }
  }

  private mutating func take(_ range: Range<Int>, _ form: Form, above: Range<Int>) {
    for index in range where !lines[index].isBlank && !colophons.contains(index) {
      let range = lines[index].range
      if let length = start(ofNote: notes.count + 1, on: index, form) {
        let start = range.lowerBound + length
        notes.append(
          .init(mark: String(notes.count + 1), anchor: nil, range: start..<range.upperBound))
        self.above.append(above)
      } else if let last = notes.indices.last {
        // Of a note whose number stands alone the text begins here.
        let own = notes[last].range
        notes[last].range = (own.isEmpty ? range.lowerBound : own.lowerBound)..<range.upperBound
      }
      noteLines.insert(index)
    }
  }

  // MARK: Marks

  /// Each note's mark, in order: on the note's page, else before it.
  private mutating func takeMarks() {
    var line = 0
    var offset = 0
    for index in notes.indices {
      let page = above[index]
      let found =
        mark(
          index + 1, from: max(line, page.lowerBound), line >= page.lowerBound ? offset : 0,
          to: page.upperBound)
        ?? mark(index + 1, from: line, offset, to: page.lowerBound)
      guard let found else { continue }
      notes[index].anchor = found.anchor
      marks.append(found.range)
      (line, offset) = (found.line, found.end)
    }
    // A line of marks is one range for several.
    marks = marks.enumerated().filter { $0.offset == marks.firstIndex(of: $0.element) }.map(
      \.element)
  }

  private typealias Mark = (line: Int, end: Int, anchor: Int, range: Range<Int>)

  /// - Parameter offset: bytes of the line where the last mark ended.
  private func mark(_ number: Int, from first: Int, _ offset: Int, to limit: Int) -> Mark? {
    let digits = Array(String(number).utf8)
    for index in first..<max(first, limit) where !noteLines.contains(index) {
      let text = Array(lines[index].text.utf8)
      guard !text.isEmpty, KamerHeading(lines[index].text) == nil else { continue }
      let isList = Self.isMarkList(lines[index].text)
      if isList, index == 0 { continue }
      var start = index == first ? offset : 0
      while start + digits.count <= text.count {
        defer { start += 1 }
        guard text[start...].starts(with: digits) else { continue }
        let end = start + digits.count
        // "orthodontie»?1 2 3": the second stands behind the first.
        let isNext =
          index == first && offset > 0 && Self.isWhole(text, start, end)
          && text[offset..<start].allSatisfy { $0.isSpace || $0 == UInt8(ascii: ",") }
        guard
          isList
            ? Self.isWhole(text, start, end)
            : isNext || isMark(text, start, end, line: index)
        else { continue }
        let place = lines[index].range.lowerBound
        var range = (place + start)..<(place + end)
        let anchor: Int
        if start == 0 || isList {
          anchor = lines[..<index].last { !$0.isBlank }?.range.upperBound ?? place
        } else {
          // With the space before it.
          range = (place + text.trimmed(0..<start).upperBound)..<range.upperBound
          anchor = range.lowerBound
        }
        // With the space that parts it from the text behind it.
        if start == 0, end < text.count, text[end].isSpace {
          range = range.lowerBound..<(range.upperBound + 1)
        }
        if isList { range = lines[index].range }
        if isNext, !isList {
          return (index, end, place + offset, (place + offset)..<(place + end))
        }
        return (index, end, anchor, range)
      }
    }
    return nil
  }

  /// "1", "3 4", "2, 3 en 4": nothing but numbers of notes.
  private static func isMarkList(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "," }
    return !words.isEmpty && words.count <= 12
      && words.allSatisfy { $0 == "en" || $0.count <= 3 && $0.allSatisfy(\.isASCIIDigit) }
      && words.contains { $0 != "en" }
  }

  private static func isWhole(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    (start == 0 || !text[start - 1].isDigit) && (end == text.count || !text[end].isDigit)
  }

  private static let units: Set<String> = [
    "miljoen", "miljard", "procent", "euro", "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
  ]
  /// What a number at the beginning of a line may go on with, where lines are not glued.
  private static let counted: Set<String> = [
    "jaar", "maanden", "weken", "dagen", "dag", "uur", "keer", "maal", "van", "tot", "en", "of",
  ]

  /// At a line's beginning, or glued to a word or a sign: "onderzoek?1", "onderstreept.3 Een".
  private func isMark(_ text: [UInt8], _ start: Int, _ end: Int, line: Int) -> Bool {
    if Self.isBehindYear(text, start, end) { return true }
    guard Self.isWhole(text, start, end) else { return false }
    if start == 0 { return isMarkAtStart(text, end, line: line) }
    let before = text[start - 1]
    if before.isSpace { return isMarkBehindSentence(text, start, end) }
    let ends =
      end == text.count || " ?.,;:!)»".utf8.contains(text[end]) || text[end] == 0xc2
      || text[end] == 0xe2
    guard ends else { return false }
    if end < text.count, ".,:".utf8.contains(text[end]), end + 1 < text.count, text[end + 1].isDigit
    {
      return false
    }
    if before.isLowercaseLetter {
      // A word, and no formula or name of a thing: "CO2", "G20", "pm2".
      let word = text[..<start].reversed().prefix { $0.isLetter }
      return word.count >= 4 && word.allSatisfy { $0.isLowercaseLetter || $0 >= 0x80 }
        || word.count >= 6
    }
    return "?.!,;:)\"'".utf8.contains(before) || before >= 0x80
  }

  /// "…gebeurd? 1" at the end of a line, "…gebeurd? 1 Zo ja", "…gebeurd 1?".
  private func isMarkBehindSentence(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    if end < text.count, "?!".utf8.contains(text[end]) { return true }
    guard let last = text[text.trimmed(0..<start)].last, "?.!".utf8.contains(last) || last >= 0x80
    else { return false }
    let isBeforeSentence =
      end + 1 < text.count && text[end].isSpace && text[end + 1].isUppercaseLetter
    return end == text.count || isBeforeSentence && last != UInt8(ascii: ".")
  }

  /// Whether digits are a year and the number of a note behind it: "20231".
  private static func isBehindYear(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start >= 4, end == text.count || !text[end].isDigit,
      start == 4 || !text[start - 5].isDigit
    else {
      return false
    }
    let year = String(decoding: text[(start - 4)..<start], as: UTF8.self)
    return (year.hasPrefix("19") || year.hasPrefix("20")) && year.utf8.allSatisfy(\.isDigit)
  }

  /// "2 herhaald en", "1» en", "2. Met dit voorstel" where the sentence before has no end of its own.
  private func isMarkAtStart(_ text: [UInt8], _ end: Int, line: Int) -> Bool {
    guard end < text.count, let before = lines[..<line].last(where: { !$0.isBlank }),
      KamerHeading(before.text) == nil
    else { return false }
    let rest = text[end...]
    if text[end] == UInt8(ascii: " ") {
      let word = String(decoding: rest.dropFirst().prefix { $0.isLetter }, as: UTF8.self)
      return !word.isEmpty && !Self.units.contains(word.lowercased())
        && (isGlued || !Self.counted.contains(word.lowercased()))
    }
    if rest.starts(with: "»".utf8) || rest.starts(with: "”".utf8) { return true }
    return ".,;:)?!".utf8.contains(text[end]) && rest.dropFirst().first == UInt8(ascii: " ")
      && !LineRole.endsSentence(before.text)
  }
}
