extension WrittenQuestion {
  /// What identifies a written question, without its text: all that a list of hits needs.
  public struct Heading: Sendable, Hashable {
    /// As in the source: the record's id, or what its file is called (`SourceRecord.name`).
    public var id: String
    public var number: String?
    /// When it was asked.
    public var date: CalendarDate?
    public var answered: CalendarDate?
    /// Nil for a document in which no form was found.
    public var state: QuestionState?
    public var session: String?
    public var identifiers: [String]
    /// Empty where the source gives none.
    public var title: String
    public var askers: [Asker]
    public var ministers: [Minister]
    public var themes: [String]
    public var source: Source
  }

  public var heading: Heading {
    Heading(
      id: id, number: number, date: date, answered: answered, state: state, session: session,
      identifiers: identifiers, title: title, askers: askers, ministers: ministers,
      themes: themes, source: source)
  }
}

/// Members that the source gives nothing for are left out, the title and the lists of people aside.
extension WrittenQuestion.Heading: Codable {
  private enum Member: String, CodingKey {
    case id, number, date, answered, state, session, identifiers, title, askers, ministers, themes
    case source
  }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      id: try members.decode(String.self, forKey: .id),
      number: try members.decodeIfPresent(String.self, forKey: .number),
      date: try members.decodeIfPresent(CalendarDate.self, forKey: .date),
      answered: try members.decodeIfPresent(CalendarDate.self, forKey: .answered),
      state: try members.decodeIfPresent(QuestionState.self, forKey: .state),
      session: try members.decodeIfPresent(String.self, forKey: .session),
      identifiers: try members.decodeIfPresent([String].self, forKey: .identifiers) ?? [],
      title: try members.decode(String.self, forKey: .title),
      askers: try members.decode([Asker].self, forKey: .askers),
      ministers: try members.decode([Minister].self, forKey: .ministers),
      themes: try members.decode([String].self, forKey: .themes),
      source: try members.decode(Source.self, forKey: .source))
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(id, forKey: .id)
    try members.encodeIfPresent(number, forKey: .number)
    try members.encodeIfPresent(date, forKey: .date)
    try members.encodeIfPresent(answered, forKey: .answered)
    try members.encodeIfPresent(state, forKey: .state)
    try members.encodeIfPresent(session, forKey: .session)
    if !identifiers.isEmpty { try members.encode(identifiers, forKey: .identifiers) }
    try members.encode(title, forKey: .title)
    try members.encode(askers, forKey: .askers)
    try members.encode(ministers, forKey: .ministers)
    try members.encode(themes, forKey: .themes)
    try members.encode(source, forKey: .source)
  }
}
