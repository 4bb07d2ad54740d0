/// The members of the heading, and the text. Each question stands with the answers to it, which are
/// found anew when it is decoded.
extension WrittenQuestion: Codable {
  private enum Member: String, CodingKey {
    case introduction, questions, answer, references, text, notes, leftOut
  }

  /// A question and the answers to it.
  private struct Pair: Codable {
    let label: String?
    let question: Passage
    let answers: [Passage]
  }

  public init(from decoder: any Decoder) throws {
    let heading = try Heading(from: decoder)
    let members = try decoder.container(keyedBy: Member.self)
    let pairs = try members.decode([Pair].self, forKey: .questions)
    self.init(
      id: heading.id, number: heading.number, date: heading.date, answered: heading.answered,
      session: heading.session, identifiers: heading.identifiers,
      title: heading.title,
      askers: heading.askers, ministers: heading.ministers,
      introduction: try members.decodeIfPresent(Passage.self, forKey: .introduction),
      subQuestions: pairs.map { SubQuestion(label: $0.label, passage: $0.question) },
      answer: try members.decode([AnswerPart].self, forKey: .answer), themes: heading.themes,
      references: try members.decode([Reference].self, forKey: .references),
      notes: try members.decodeIfPresent([Note].self, forKey: .notes) ?? [],
      text: try members.decodeIfPresent([Passage].self, forKey: .text) ?? [],
      leftOut: try members.decodeIfPresent([PageLine].self, forKey: .leftOut) ?? [],
      source: heading.source)
    if state != heading.state { statedState = heading.state }
  }

  public func encode(to encoder: any Encoder) throws {
    try heading.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encodeIfPresent(introduction, forKey: .introduction)
    let pairs = subQuestions.map { question in
      Pair(
        label: question.label, question: question.passage,
        answers: counterparts(of: question.passage))
    }
    try members.encode(pairs, forKey: .questions)
    try members.encode(answer, forKey: .answer)
    try members.encode(references, forKey: .references)
    if !text.isEmpty { try members.encode(text, forKey: .text) }
    if !notes.isEmpty { try members.encode(notes, forKey: .notes) }
    if !leftOut.isEmpty { try members.encode(leftOut, forKey: .leftOut) }
  }
}

/// A passage, and the labels of the questions that it answers.
extension AnswerPart: Codable {
  private enum Member: String, CodingKey { case labels }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      labels: try members.decode([String].self, forKey: .labels),
      passage: try Passage(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try passage.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(labels, forKey: .labels)
  }
}

/// A passage, and `"in": {"passage": 3, "offset": 120}`, where its mark stands.
extension Note: Codable {
  private enum Member: String, CodingKey { case anchor = "in" }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      passage: try Passage(from: decoder),
      anchor: try members.decodeIfPresent(Anchor.self, forKey: .anchor))
  }

  public func encode(to encoder: any Encoder) throws {
    try passage.encode(to: encoder)
    var members = encoder.container(keyedBy: Member.self)
    try members.encodeIfPresent(anchor, forKey: .anchor)
  }
}

extension QuestionState: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.decode(QuestionState.init(named:)) { "\($0) is no state of a question" }
  }

  public func encode(to encoder: any Encoder) throws {
    try dutchName.encode(to: encoder)
  }
}
