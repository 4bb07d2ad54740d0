/// What is known of a question apart from its text.
public struct QuestionFacts: Sendable, Hashable {
  public var number: String?
  public var date: CalendarDate?
  public var answered: CalendarDate?
  public var statedState: QuestionState?
  public var session: String?
  public var identifiers: [String]
  public var title: String
  public var askers: [Asker]
  public var ministers: [Minister]
  public var themes: [String]

  public init(
    number: String? = nil, date: CalendarDate? = nil, answered: CalendarDate? = nil,
    statedState: QuestionState? = nil, session: String? = nil, identifiers: [String] = [],
    title: String = "", askers: [Asker] = [], ministers: [Minister] = [], themes: [String] = []
  ) {
    self.number = number
    self.date = date
    self.answered = answered
    self.statedState = statedState
    self.session = session
    self.identifiers = identifiers
    self.title = title
    self.askers = askers
    self.ministers = ministers
    self.themes = themes
  }
}

extension WrittenQuestion {
  public var facts: QuestionFacts {
    get {
      QuestionFacts(
        number: number, date: date, answered: answered, statedState: statedState,
        session: session, identifiers: identifiers, title: title, askers: askers,
        ministers: ministers, themes: themes)
    }
    set {
      number = newValue.number
      date = newValue.date
      answered = newValue.answered
      statedState = newValue.statedState
      session = newValue.session
      identifiers = newValue.identifiers
      title = newValue.title
      askers = newValue.askers
      ministers = newValue.ministers
      themes = newValue.themes
    }
  }

  /// What a register says of a question.
  /// - Parameter subject: the field that the title stands in; nil: the register gives none.
  init(id: String, _ facts: QuestionFacts, subject: String?, source: Source) {
    self.init(id: id, isMetadata: true, source: source)
    self.facts = facts
    guard let subject, !facts.title.isEmpty else { return }
    introduction = Passage(
      kind: .introduction, text: facts.title,
      place: .field(subject, 0..<facts.title.utf8.count))
  }
}

extension QuestionFacts {
  /// The facts of a document with what registers say of it besides. What the document says itself
  /// stands, but for names that a register gives in full. Each fact is that of the first register that
  /// says it; how far the question is, that of the one in which it is furthest.
  /// - Parameter hasAnswer: whether the document holds the answer, which no register can deny.
  package func enriched(by registers: [QuestionFacts], hasAnswer: Bool = false) -> QuestionFacts {
    var facts = self
    for other in registers {
      facts.number = facts.number ?? other.number
      facts.date = Self.fuller(facts.date, other.date)
      facts.session = facts.session ?? other.session
      if facts.title.isEmpty { facts.title = other.title }
      facts.askers = Self.joined(facts.askers, other.askers)
      facts.ministers = Self.joined(facts.ministers, other.ministers)
      facts.identifiers += other.identifiers.filter { !facts.identifiers.contains($0) }
      facts.themes += other.themes.filter { !facts.themes.contains($0) }
    }
    // A delay that the document tells of may be over; what is answered does not open again.
    let said = registers.compactMap(\.told).max { Self.rank($0) < Self.rank($1) }
    let isFurther = said.map { said in told.map { Self.rank($0) < Self.rank(said) } ?? true }
    if !hasAnswer, isFurther == true { facts.statedState = said }
    // Of a question that is withdrawn no register's answer is believed.
    if hasAnswer || facts.told == .answered {
      for other in registers where other.told == .answered {
        facts.answered = Self.fuller(facts.answered, other.answered)
      }
    }
    return facts
  }

  /// The state that is said, if only by the day of the answer.
  private var told: QuestionState? { statedState ?? answered.map { _ in .answered } }

  /// What another says of the same question that cannot be true beside this: fields and their values.
  package func contradictions(of other: QuestionFacts) -> [(field: String, value: String)] {
    var found: [(field: String, value: String)] = []
    func compare(_ field: String, _ own: CalendarDate?, _ other: CalendarDate?) {
      guard let own, let other, !own.covers(other), !other.covers(own) else { return }
      found.append((field, "\(other) beside \(own)"))
    }
    compare("date", date, other.date)
    if told == .answered, other.told == .answered { compare("answered", answered, other.answered) }
    if let own = session, let other = other.session, Session.key(own) != Session.key(other) {
      found.append(("session", "\(other) beside \(own)"))
    }
    if let own = number, let other = other.number, own != other {
      found.append(("number", "\(other) beside \(own)"))
    }
    // A question goes on from open to answered; it is not both answered and withdrawn.
    if let own = told, let other = other.told, own != other,
      Set([own, other]) == [.answered, .withdrawn]
    {
      found.append(("state", "\(other.rawValue) beside \(own.rawValue)"))
    }
    return found
  }

  /// How far a question is.
  private static func rank(_ state: QuestionState) -> Int {
    switch state {
    case .open: 0
    case .delayed: 1
    case .answered: 2
    case .withdrawn: 3
    }
  }

  /// The own date, or one that says more of the same.
  private static func fuller(_ own: CalendarDate?, _ other: CalendarDate?) -> CalendarDate? {
    guard let own, let other else { return own ?? other }
    return own != other && own.covers(other) ? other : own
  }
}
