import Extraction
import Text

/// Text in the layout of the Flemish Parliament: title, introduction, numbered questions, the minister
/// in capitals, ANTWOORD, the numbered answer. One document a file.
public struct FlemishTextReader: TextReader {
  public let identity = FormatIdentity("flemish", version: 1)

  public init() {}

  public func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError)
    -> WrittenQuestion
  {
    let bytes = text.bytes
    guard bytes.contains(where: { !$0.isSpace }) else {
      throw ReadError(.empty, path: record.path)
    }
    let layout = FlemishLayout(PageFurniture.contentLines(of: bytes))
    var structure = Structure()
    structure.addQuestion(Self.text(of: layout.questionLines, bytes), places: .lineStarts)
    structure.addAnswer(Self.text(of: layout.answerLines, bytes), places: .lineStarts)
    guard layout.isRecognised else {
      throw ReadError(
        .notAWrittenQuestion(
          missing: "no line ANTWOORD, no \"SCHRIFTELIJKE VRAAG\" above and no numbered question"),
        path: record.path)
    }
    guard !structure.subQuestions.isEmpty || !structure.answer.isEmpty else {
      throw ReadError(.notAWrittenQuestion(missing: "no text under the title"), path: record.path)
    }
    return WrittenQuestion(
      id: Self.name(of: record.path), number: layout.number, date: layout.date,
      title: layout.title, askers: layout.askers, ministers: layout.ministers,
      introduction: structure.introduction, subQuestions: structure.subQuestions,
      answer: structure.answer, references: structure.references, source: record.source)
  }

  /// Lines as one text, with the place of each.
  private static func text(of lines: ArraySlice<TextLine>, _ bytes: [UInt8]) -> SourceText {
    var text = SourceText()
    for line in lines {
      text.append(bytes[line.range], at: line.range.lowerBound)
      text.append([UInt8(ascii: "\n")], at: line.range.upperBound)
    }
    return text
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
