extension WrittenQuestion {
  /// What identifies a written question, without its text: all that a list of hits needs.
  public struct Heading: Sendable, Hashable, Codable {
    /// As in the source: the record's id, or what its file is called (`SourceRecord.name`).
    public var id: String
    public var number: String?
    public var date: CalendarDate?
    /// Empty where the source gives none.
    public var title: String
    public var askers: [Asker]
    public var ministers: [Minister]
    public var themes: [String]
    public var source: Source

    public init(
      id: String, number: String? = nil, date: CalendarDate? = nil, title: String = "",
      askers: [Asker] = [], ministers: [Minister] = [], themes: [String] = [], source: Source
    ) {
      self.id = id
      self.number = number
      self.date = date
      self.title = title
      self.askers = askers
      self.ministers = ministers
      self.themes = themes
      self.source = source
    }
  }

  public var heading: Heading {
    Heading(
      id: id, number: number, date: date, title: title, askers: askers, ministers: ministers,
      themes: themes, source: source)
  }
}
