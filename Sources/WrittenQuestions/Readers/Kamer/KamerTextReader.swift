import Extraction
import Text

/// Written questions of the Dutch House of Representatives: the *Aanhangsel van de Handelingen*,
/// ministers' letters, questions without an answer yet, and notices of delay.
public struct KamerTextReader: TextReader {
  public let identity = FormatIdentity("kamer", version: 2)

  public init() {}

  /// A publication has its metadata beside it.
  public func companions(of name: String) -> [String] {
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard ["ah-tk-", "kv-tk-"].contains(where: { name.lowercased().hasPrefix($0) }), parts.count > 1
    else { return [] }
    let stem = name.prefix { $0 != "." }
    return ["metadata.xml", "\(stem).metadata.xml", "\(stem)-metadata.xml", "\(stem)_metadata.xml"]
  }

  public func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError)
    -> WrittenQuestion
  {
    let lines = KamerLines(text)
    let companions = record.companions.compactMap { $0.text.map { KamerFacts($0.properties) } }
      .filter { facts in
        // One that lies beside many is of one of them.
        facts.publication.map { record.path.name.lowercased().hasPrefix($0.lowercased()) } ?? false
      }
    let head = KamerHead(
      lines, fileName: record.path.name, facts: KamerFacts(text.properties), companions: companions)
    guard let refusal = head.refusal else { return question(text, lines, head, record) }
    throw ReadError(.notAWrittenQuestion(missing: refusal), path: record.path)
  }

  private func question(
    _ text: ExtractedText, _ lines: KamerLines, _ head: KamerHead, _ record: SourceRecord
  ) -> WrittenQuestion {
    let header = head.header
    let body = lines.body(from: head.end, of: text)
    let structure = KamerStructure(
      KamerPart.parts(of: lines.content[head.end...], reply: head.reply), body: body,
      styles: text.styles, isAnswered: header.isAnswer, isNotice: header.isNotice)
    var source = record.source
    source.encoding = text.encoding
    var question = WrittenQuestion(
      id: record.name, number: header.number, date: header.asked, session: header.session,
      identifiers: header.identifiers, title: header.title, askers: header.askers,
      ministers: header.ministers.map { Minister(name: $0.name, role: $0.role) },
      introduction: structure.introduction, subQuestions: structure.subQuestions,
      answer: structure.answer, themes: head.themes, source: source)
    question.statedState =
      header.isNotice && !structure.isWhole
      ? structure.statedState ?? .delayed : structure.statedState
    if question.state == .answered { question.answered = header.received }
    question.notes =
      body.notes(lines.notes, of: text, in: structure.ranges)
      + structure.explanations.map { Note(passage: $0, anchor: nil) }
    question.references = references(of: question, header.references)
    let letter = head.letter.map { PageLine(text: $0.text, place: text.place(of: $0.range)) }
    question.leftOut = (lines.leftOut(of: text) + letter).sorted {
      $0.place.range.lowerBound < $1.place.range.lowerBound
    }
    return question
  }

  private func references(of question: WrittenQuestion, _ known: [Reference]) -> [Reference] {
    let own = Set(question.identifiers)
    var found = known
    for passage in question.passages {
      let houseNumbers = KamerNumber.house(in: passage.text).map { Reference(number: $0) }
      for reference in KamerNumber.references(in: passage.text) + houseNumbers
        + ReferenceFinder.references(in: passage.text)
      where !found.contains(reference) && !own.contains(reference.number) {
        found.append(reference)
      }
    }
    return found
  }
}
