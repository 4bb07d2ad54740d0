import Extraction
import Text

/// Notes that were typed below the last answer or question, "1) NOS, 6 maart 2024" or "[1] …", and
/// their marks in the text.
struct TypedNotes {
  private(set) var notes: [ExtractedText.Note] = []
  /// With the white space before each.
  private(set) var marks: [Range<Int>] = []
  /// The line at which the notes begin; behind the last one where there are none.
  private(set) var end: Int

  private enum Style: CaseIterable {
    case parenthesis, brackets, parentheses

    func mark(_ number: Int) -> String {
      switch self {
      case .parenthesis: "\(number))"
      case .brackets: "[\(number)]"
      case .parentheses: "(\(number))"
      }
    }
  }

  /// - Parameter taken: marks that are known already.
  init(_ lines: [TextLine], after taken: [Range<Int>]) {
    end = lines.count
    for style in Style.allCases {
      guard let first = Self.start(lines, style) else { continue }
      var found: [ExtractedText.Note] = []
      for line in lines[first...] where !line.isBlank {
        let mark = style.mark(found.count + 1)
        if line.text.hasPrefix(mark) {
          let spaces = line.text.dropFirst(mark.count).prefix { $0.isWhitespace }.utf8.count
          found.append(
            .init(
              mark: String(found.count + 1), anchor: nil,
              range: (line.range.lowerBound + mark.utf8.count + spaces)..<line.range.upperBound))
        } else if let last = found.indices.last {
          found[last].range = found[last].range.lowerBound..<line.range.upperBound
        }
      }
      let text = lines[..<first]
      let places = Self.marks(in: text, style, count: found.count)
      guard style == .brackets || !places.isEmpty || found.allSatisfy({ Self.isSource($0, lines) })
      else { continue }
      for (number, range) in places {
        if found[number - 1].anchor == nil { found[number - 1].anchor = range.lowerBound }
        if !taken.contains(where: { $0.overlaps(range) }) { marks.append(range) }
      }
      notes = found.filter { !$0.range.isEmpty }
      end = first
      return
    }
  }

  /// The last line that begins with the first mark, where no heading stands below it.
  private static func start(_ lines: [TextLine], _ style: Style) -> Int? {
    let lastHeading = lines.lastIndex { KamerHeading($0.text) != nil } ?? -1
    guard let first = lines.lastIndex(where: { $0.text.hasPrefix(style.mark(1)) }),
      first > lastHeading + 1, lines[..<first].contains(where: { !$0.isBlank })
    else { return nil }
    // A question or a heading with a number is none of a list of sources.
    return lines[first...].contains { $0.text.hasSuffix("?") && !$0.text.contains("http") }
      ? nil : first
  }

  /// Whether a note names a source, as a list in an answer does not.
  private static func isSource(_ note: ExtractedText.Note, _ lines: [TextLine]) -> Bool {
    let text = lines.filter { $0.range.overlaps(note.range) }.map(\.text).joined(separator: " ")
    let lower = text.lowercased()
    return ["http", "www.", ".nl", "kamerstuk", "aanhangsel", "handelingen", "nos", "nrc", "trouw"]
      .contains { lower.contains($0) } || KamerDate.first(in: text) != nil
  }

  /// Where marks stand in the text, each with the number of its note.
  private static func marks(in lines: ArraySlice<TextLine>, _ style: Style, count: Int)
    -> [(number: Int, range: Range<Int>)]
  {
    guard count > 0 else { return [] }
    var found: [(Int, Range<Int>)] = []
    var seen: Set<Int> = []
    for line in lines where !line.isBlank {
      let text = Array(line.text.utf8)
      var index = 0
      while index < text.count {
        guard
          let number = (1...count).first(where: { number in
            text[index...].starts(with: style.mark(number).utf8)
          })
        else {
          index += 1
          continue
        }
        let end = index + style.mark(number).utf8.count
        let isMark =
          Self.isMark(text, index, end, style) && (style == .brackets || !seen.contains(number))
        if isMark {
          var start = index
          while start > 0 {
            let length = text.spaceLength(before: start)
            guard length > 0 else { break }
            start -= length
          }
          // What follows without a space keeps its distance from the word before.
          if end < text.count, text[end].isLetter, start < index { start += 1 }
          seen.insert(number)
          found.append((number, (line.range.lowerBound + start)..<(line.range.lowerBound + end)))
        }
        index = end
      }
    }
    return found
  }

  /// Behind a word or a sentence; "fases: 1) het opstellen" begins an item of a list.
  private static func isMark(_ text: [UInt8], _ start: Int, _ end: Int, _ style: Style) -> Bool {
    let before = text.trimmed(0..<start).upperBound
    guard before > 0 else { return style == .brackets && end == text.count }
    if style == .brackets { return true }
    let last = text[before - 1]
    if before == start, last.isDigit || last == UInt8(ascii: "(") { return false }
    guard !":;".utf8.contains(last) else { return false }
    // An item goes on with a small letter behind a comma or "en": "dat 1) de kosten, 2) de baten".
    var behind = end
    while behind < text.count, text[behind].isSpace { behind += 1 }
    let goesOn = behind > end && behind < text.count && text[behind].isLowercaseLetter
    if goesOn, last == UInt8(ascii: ",") { return false }
    let word = text[..<before].suffix(4)
    return
      !(goesOn && (word.elementsEqual(" en ".utf8.dropLast()) || word.elementsEqual(" dat".utf8)))
  }
}
