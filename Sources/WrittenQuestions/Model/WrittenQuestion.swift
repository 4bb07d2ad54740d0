import Extraction

/// One document: a member's written question and the minister's answer to it.
///
/// ```swift
/// let reader = JSONLinesReader()
/// for record in try reader.records(of: SourceFile(path)) {
///   let question = try reader.parse(record.get())
///   for passage in question.passages {
///     print(passage.text, question.counterparts(of: passage).map(\.text))
///   }
/// }
/// ```
public struct WrittenQuestion: Sendable, Hashable {
  /// As in the source: the record's id, or what its file is called (`SourceRecord.name`).
  public var id: String
  public var number: String?
  /// As much of it as the source says: a day, a month or a year.
  public var date: CalendarDate?
  /// Empty where the source gives none.
  public var title: String
  public var askers: [Asker]
  public var ministers: [Minister]
  public var introduction: Passage?
  public var subQuestions: [SubQuestion]
  /// Empty while there is no answer yet.
  public var answer: [AnswerPart]
  public var themes: [String]
  public var references: [Reference]
  /// The whole text of a document in which no form was found, so that nothing is known of questions
  /// and answers in it; empty otherwise.
  public var text: [Passage]
  /// What was left out of the passages because it belongs to the pages.
  public var leftOut: [PageLine]
  public var source: Source

  public init(
    id: String, number: String? = nil, date: CalendarDate? = nil, title: String = "",
    askers: [Asker] = [], ministers: [Minister] = [], introduction: Passage? = nil,
    subQuestions: [SubQuestion] = [], answer: [AnswerPart] = [], themes: [String] = [],
    references: [Reference] = [], text: [Passage] = [], leftOut: [PageLine] = [], source: Source
  ) {
    self.id = id
    self.number = number
    self.date = date
    self.title = title
    self.askers = askers
    self.ministers = ministers
    self.introduction = introduction
    self.subQuestions = subQuestions
    self.answer = answer
    self.themes = themes
    self.references = references
    self.text = text
    self.leftOut = leftOut
    self.source = source
  }

  /// Whether no form was found in the document.
  public var isUnstructured: Bool { !text.isEmpty }

  /// In reading order: the introduction, the sub-questions, the answer parts, or the text.
  public var passages: [Passage] {
    (introduction.map { [$0] } ?? []) + subQuestions.map(\.passage) + answer.map(\.passage)
      + text
  }
}

/// The member who asks.
public struct Asker: Sendable, Hashable, Codable {
  public var name: String
  public var party: String?

  public init(name: String, party: String? = nil) {
    self.name = name
    self.party = party
  }
}

/// The minister who is asked, by name, by role, or both.
public struct Minister: Sendable, Hashable, Codable {
  public var name: String?
  public var role: String?

  public init(name: String? = nil, role: String? = nil) {
    self.name = name
    self.role = role
  }
}

/// One numbered question, or the only one, unnumbered.
public struct SubQuestion: Sendable, Hashable {
  /// "3", or "3a" for a question inside question 3.
  public var label: String?
  public var passage: Passage

  public init(label: String?, passage: Passage) {
    self.label = label
    self.passage = passage
  }
}

/// A part of the answer and the sub-questions that it answers.
public struct AnswerPart: Sendable, Hashable {
  /// The labels of the sub-questions: "1-3" gives 1, 2 and 3. Empty: it answers them all.
  public var labels: [String]
  public var passage: Passage

  public init(labels: [String], passage: Passage) {
    self.labels = labels
    self.passage = passage
  }
}

/// Where a document comes from.
public struct Source: Sendable, Hashable {
  public var path: SourcePath
  /// The record's line, from 1, in a file of many records.
  public var line: Int?
  /// The record's bytes in the file, a byte order mark among them.
  public var range: Range<Int>
  /// How these bytes are read as text.
  public var encoding: TextEncoding

  public init(
    path: SourcePath, line: Int? = nil, range: Range<Int>, encoding: TextEncoding = .utf8
  ) {
    self.path = path
    self.line = line
    self.range = range
    self.encoding = encoding
  }
}

/// A link to another written question: "mijn schriftelijke vraag nr. 181 van 7 februari 2022".
public struct Reference: Sendable, Hashable, Codable {
  public var number: String
  public var date: CalendarDate?

  public init(number: String, date: CalendarDate? = nil) {
    self.number = number
    self.date = date
  }
}
