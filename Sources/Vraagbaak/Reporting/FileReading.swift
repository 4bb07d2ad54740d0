import Extraction
import WrittenQuestions

/// One file as it is read, without an index: its text, what was taken out, what read it and why, and the
/// documents in it.
public struct FileReading: Sendable, Equatable, Codable {
  public struct Page: Sendable, Equatable, Codable {
    /// From 1; nil for a document without pages.
    public var number: Int?
    /// Without the lines that belong to the page, and without notes.
    public var text: String
  }

  public struct Note: Sendable, Equatable, Codable {
    public var mark: String
    public var text: String
    /// Where it stands.
    public var page: Int?
    /// What stands before its mark in the text; nil where no mark was found.
    public var after: String?
  }

  /// As `ReadingReport` has it: what read the file, why, and what was found.
  public var report: FileReport
  /// Of the text of a document; none for a file of records.
  public var pages: [Page] = []
  /// Page headers, footers and page numbers.
  public var furniture: [PageLine] = []
  public var notes: [Note] = []
  /// What the file says of itself.
  public var properties: [ExtractedText.Property] = []
  /// As an index would have them; of many records the first.
  public var documents: [WrittenQuestion] = []
  public var warnings = ReadWarnings()
}

extension FileReading {
  /// Takes the text of a document apart for people.
  mutating func add(_ text: ExtractedText, of question: WrittenQuestion) {
    furniture = question.leftOut
    properties = text.properties
    let bytes = text.bytes
    func string(_ range: Range<Int>) -> String {
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    notes = text.notes.map { note in
      Note(
        mark: note.mark, text: string(note.range), page: text.pages(of: note.range)?.lowerBound,
        after: note.anchor.map { Self.end(of: string(max(0, $0 - 80)..<$0)) })
    }
    let apart =
      text.notes.map { text.place(of: $0.range).range } + furniture.map(\.place.range)
      + text.furniture.map { text.place(of: $0).range }
    let lines = TextParts(apart)
    let starts = text.pageStarts.isEmpty ? [0] : text.pageStarts
    pages = starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let page = bytes[starts[index]..<end]
      var kept: [Substring] = []
      for line in page.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        let range = line.startIndex..<line.endIndex
        let place = text.fileRange(of: range) ?? range
        if line.isEmpty || !lines.touches(place) {
          kept.append(Substring(String(decoding: line.filter { $0 != 0x0c }, as: UTF8.self)))
        }
      }
      return Page(
        number: text.pageStarts.isEmpty ? nil : index + 1, text: kept.joined(separator: "\n"))
    }
  }

  /// The last words.
  private static func end(of text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).suffix(4).joined(separator: " ")
  }
}

/// Parts of a text, to be asked for what lies in one.
private struct TextParts {
  private var parts: [Range<Int>] = []

  init(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = parts.last, range.lowerBound <= last.upperBound {
        parts[parts.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        parts.append(range)
      }
    }
  }

  func touches(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < parts.count && parts[low].overlaps(range)
  }
}
