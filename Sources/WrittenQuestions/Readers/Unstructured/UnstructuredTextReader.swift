import Extraction
import Text

/// Text in which no form was found, as passages of whole sentences. It takes every text, so it
/// stands last; the questions that it gives say so by `WrittenQuestion.isUnstructured`.
public struct UnstructuredTextReader: TextReader {
  private static let name = "unstructured"

  public let identity = FormatIdentity(Self.name, version: 1)

  public init() {}

  /// Whether what an index says of the reader of a file, `plain-text 1, unstructured 1`, names this
  /// one.
  package static func took(_ reader: String) -> Bool {
    reader.split(separator: " ").contains { $0 == name }
  }

  public func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError)
    -> WrittenQuestion
  {
    let pages = PagedLines(text)
    guard pages.content.contains(where: { !$0.isBlank }) else {
      throw ReadError(.empty, path: record.path)
    }
    let (title, rest) = Self.title(of: pages.content)
    var words = SourceText(place: text.place)
    for line in rest {
      words.append(text.bytes[line.range], at: line.range.lowerBound)
      words.append([UInt8(ascii: "\n")], at: line.range.upperBound)
    }
    let passages = SentencePassages.ranges(in: words.bytes).map { range in
      words.passage(.text, label: nil, range)
    }
    var source = record.source
    source.encoding = text.encoding
    return WrittenQuestion(
      id: record.name, title: title ?? record.name, notes: words.notes(of: text, in: passages),
      text: passages, leftOut: pages.leftOut(of: text), source: source)
  }

  /// The first lines, where they are short and stand apart, and the lines below them; no title and
  /// all lines otherwise.
  private static func title(of lines: [TextLine]) -> (title: String?, rest: ArraySlice<TextLine>) {
    let written = lines.drop(while: \.isBlank)
    let block = written.prefix { !$0.isBlank }
    let isApart = block.count <= 3 && block.endIndex < lines.endIndex
    let titleLines = isApart ? block : block.prefix(1)
    let rest = written.dropFirst(titleLines.count)
    let goesOn = !isApart && (rest.first?.text.first?.isLowercase ?? false)
    let title = titleLines.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
      .joined(separator: " ")
    guard !goesOn, isTitle(title), rest.contains(where: { !$0.isBlank }) else {
      return (nil, written)
    }
    return (title, rest)
  }

  private static func isTitle(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter }.filter { $0.count > 2 }
    let lower = text.lowercased()
    return text.count <= 200 && !words.isEmpty && !LineRole.isLabel(text)
      && !LineRole.endsSentence(text) && !letterheads.contains { lower.hasPrefix($0) }
  }

  /// What many documents begin with, and none is about.
  private static let letterheads = [
    "tweede kamer", "eerste kamer", "vlaams parlement", "europees parlement", "belgische kamer",
    "kamer van volksvertegenwoordigers", "vergaderjaar", "ministerie van", "> retouradres",
    "aan de voorzitter",
  ]
}
