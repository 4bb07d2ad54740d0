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
  /// When it was asked; as much of it as the source says: a day, a month or a year.
  public var date: CalendarDate?
  /// When it was answered.
  public var answered: CalendarDate?
  /// What the source says of it; nil: see `state`.
  public var statedState: QuestionState?
  /// The year of the session, or the legislature, that it was asked in: "2023-2024".
  public var session: String?
  /// Every name that the source gives the document: "2024Z11859", "ah-tk-20232024-1314".
  public var identifiers: [String]
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
  /// Notes at the foot of pages and at the end.
  public var notes: [Note]
  /// The whole text of a document in which no form was found, so that nothing is known of questions
  /// and answers in it; empty otherwise.
  public var text: [Passage]
  /// What was left out of the passages because it belongs to the pages.
  public var leftOut: [PageLine]
  /// Whether it is only what a register says of a question: its one passage is the subject. Such
  /// facts go to the document that has the text, where there is one.
  public var isMetadata: Bool
  public var source: Source

  public init(
    id: String, number: String? = nil, date: CalendarDate? = nil, answered: CalendarDate? = nil,
    statedState: QuestionState? = nil, session: String? = nil, identifiers: [String] = [],
    title: String = "", askers: [Asker] = [], ministers: [Minister] = [],
    introduction: Passage? = nil, subQuestions: [SubQuestion] = [], answer: [AnswerPart] = [],
    themes: [String] = [], references: [Reference] = [], notes: [Note] = [],
    text: [Passage] = [], leftOut: [PageLine] = [], isMetadata: Bool = false, source: Source
  ) {
    self.id = id
    self.number = number
    self.date = date
    self.answered = answered
    self.statedState = statedState
    self.session = session
    self.identifiers = identifiers
    self.title = title
    self.askers = askers
    self.ministers = ministers
    self.introduction = introduction
    self.subQuestions = subQuestions
    self.answer = answer
    self.themes = themes
    self.references = references
    self.notes = notes
    self.text = text
    self.leftOut = leftOut
    self.isMetadata = isMetadata
    self.source = source
  }

  /// Whether no form was found in the document.
  public var isUnstructured: Bool { !text.isEmpty }

  /// In reading order: the introduction, the sub-questions, the answer parts, or the text; then the
  /// notes.
  public var passages: [Passage] {
    (introduction.map { [$0] } ?? []) + subQuestions.map(\.passage) + answer.map(\.passage)
      + text + notes.map(\.passage)
  }

  /// As the source says, else by whether there is an answer. What has no structure has none.
  public var state: QuestionState? {
    if let statedState { return statedState }
    return isUnstructured ? nil : answer.isEmpty ? .open : .answered
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

/// Whether a question has its answer.
public enum QuestionState: String, Sendable, Hashable, CaseIterable {
  case open, answered
  /// The minister has said that the answer comes later.
  case delayed
  case withdrawn

  public var dutchName: String {
    switch self {
    case .open: "open"
    case .answered: "beantwoord"
    case .delayed: "uitgesteld"
    case .withdrawn: "ingetrokken"
    }
  }

  /// Reads a Dutch or an English name.
  public init?(named name: String) {
    let name = name.lowercased()
    guard let state = Self.allCases.first(where: { name == $0.rawValue || name == $0.dutchName })
    else { return nil }
    self = state
  }
}

/// A note, and the passage that its mark stands in.
public struct Note: Sendable, Hashable {
  /// Of kind `.note`; its label is its mark.
  public var passage: Passage
  /// Where its mark stands in a passage; nil where no mark was found in one.
  public var anchor: Anchor?

  public struct Anchor: Sendable, Hashable, Codable {
    /// The number of the passage in `WrittenQuestion.passages`, from 0.
    public var passage: Int
    /// Bytes of its text before the mark.
    public var offset: Int

    public init(passage: Int, offset: Int) {
      self.passage = passage
      self.offset = offset
    }
  }

  public init(passage: Passage, anchor: Anchor?) {
    self.passage = passage
    self.anchor = anchor
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
  /// Other files with the same content.
  public var also: [SourcePath] = []

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
