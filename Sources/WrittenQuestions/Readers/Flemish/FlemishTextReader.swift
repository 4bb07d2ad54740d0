import Extraction
import Text

/// Text in the layout of the Flemish Parliament: title, introduction, numbered questions, the minister
/// in capitals, ANTWOORD, the numbered answer. One document a file.
public struct FlemishTextReader: TextReader {
  public let identity = FormatIdentity("flemish", version: 3)

  public init() {}

  public func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError)
    -> WrittenQuestion
  {
    let bytes = text.bytes
    guard bytes.contains(where: { !$0.isSpace }) else {
      throw ReadError(.empty, path: record.path)
    }
    let pages = PagedLines(text)
    let layout = FlemishLayout(
      text.isExtracted ? FlemishParagraphs.lines(pages.content) : pages.content)
    var structure = Structure()
    structure.addQuestion(Self.lines(layout.questionLines, of: text), places: .lineStarts)
    structure.addAnswer(Self.lines(layout.answerLines, of: text), places: .lineStarts)
    guard layout.isRecognised else {
      throw ReadError(
        .notAWrittenQuestion(
          missing:
            "no \"SCHRIFTELIJKE VRAAG\" above with its number or names, no ANTWOORD with \"op vraag nr.\" below it and no minister in capitals"
        ),
        path: record.path)
    }
    guard !structure.subQuestions.isEmpty || !structure.answer.isEmpty else {
      throw ReadError(.notAWrittenQuestion(missing: "no text under the title"), path: record.path)
    }
    var source = record.source
    source.encoding = text.encoding
    var question = WrittenQuestion(
      id: record.name, number: layout.number, date: layout.date,
      title: layout.title, askers: layout.askers, ministers: layout.ministers,
      introduction: structure.introduction, subQuestions: structure.subQuestions,
      answer: structure.answer, references: structure.references,
      leftOut: pages.leftOut(of: text), source: source)
    question.notes = Self.lines(pages.content[...], of: text).notes(of: text, in: question.passages)
    return question
  }

  /// Lines as one text, with the place of each.
  private static func lines(_ lines: ArraySlice<TextLine>, of text: ExtractedText) -> SourceText {
    var taken = SourceText(place: text.place)
    for line in lines {
      taken.append(text.bytes[line.range], at: line.range.lowerBound)
      taken.append([UInt8(ascii: "\n")], at: line.range.upperBound)
    }
    return taken
  }
}
