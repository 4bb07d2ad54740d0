import Extraction

/// What a record is.
public enum RecordContent: Sendable {
  /// A question, or what a register says of one (`WrittenQuestion.isMetadata`).
  case question(WrittenQuestion)
  /// A document in fields of the record, whose text the text readers parse.
  case document(RecordDocument)

  /// Of a document with no form but sentences.
  func question(of record: SourceRecord) throws(ReadError) -> WrittenQuestion {
    switch self {
    case .question(let question): question
    case .document(let document):
      document.named(try UnstructuredTextReader().parse(document.text, of: record))
    }
  }
}

/// The text of a document that a record holds, and what the record says of it.
public struct RecordDocument: Sendable {
  public var id: String
  public var title: String
  /// Of a document in which the text readers find none.
  public var date: CalendarDate?
  /// A page for each of `fields`.
  public var text: ExtractedText
  /// The field that each page stands in, as `_source.text[3]`.
  public var fields: [String]

  public init(
    id: String, title: String, date: CalendarDate?, text: ExtractedText, fields: [String]
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.text = text
    self.fields = fields
  }

  /// The document as a text reader parsed it, named and cited by its record. A passage that goes on
  /// behind a field is cited by pages, each a field.
  public func named(_ parsed: WrittenQuestion) -> WrittenQuestion {
    var question = parsed
    question.id = id
    question.title = Self.title(title, beside: parsed)
    question.date = question.date ?? date
    question.introduction = question.introduction.map(cited)
    question.subQuestions = question.subQuestions.map {
      SubQuestion(label: $0.label, passage: cited($0.passage))
    }
    question.answer = question.answer.map {
      AnswerPart(labels: $0.labels, passage: cited($0.passage))
    }
    question.text = question.text.map(cited)
    question.notes = question.notes.map { Note(passage: cited($0.passage), anchor: $0.anchor) }
    question.leftOut = question.leftOut.map { PageLine(text: $0.text, place: cited($0.place)) }
    return question
  }

  /// A form's title is its own. The first lines of another text are no more than a guess: they stand
  /// behind the record's, unless that says the same.
  private static func title(_ title: String, beside parsed: WrittenQuestion) -> String {
    let own = parsed.title
    guard !title.isEmpty, parsed.isUnstructured || own.isEmpty else { return own }
    guard !own.isEmpty, !title.lowercased().contains(own.lowercased()) else { return title }
    return title + " – " + own
  }

  private func cited(_ passage: Passage) -> Passage {
    var passage = passage
    passage.place = cited(passage.place)
    return passage
  }

  private func cited(_ place: Passage.Place) -> Passage.Place {
    guard case .pages(let pages, let range) = place, pages.count == 1,
      fields.indices.contains(pages.lowerBound - 1)
    else { return place }
    let page = pages.lowerBound - 1
    let start = text.pageStarts[page]
    return .field(fields[page], (range.lowerBound - start)..<(range.upperBound - start))
  }
}
