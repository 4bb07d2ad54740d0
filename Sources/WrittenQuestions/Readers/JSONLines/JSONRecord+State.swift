/// How far a question is, and in which session it was asked.
extension JSONRecord {
  /// The day of the answer, and the state; a day alone says that there is an answer. What says neither is
  /// a warning.
  mutating func reply() -> (answered: CalendarDate?, state: QuestionState?) {
    var answered: CalendarDate?
    var state: QuestionState?
    for member in values(.answered) {
      if case .bool(let isAnswered) = member.value {
        state = state ?? (isAnswered ? .answered : .open)
        continue
      }
      for text in texts(in: member.value, at: member.name, .answered) {
        let words = Self.trimmed(text.text)
        if let date = ExportDate.date(words) {
          keep(date, in: &answered, text)
        } else if let told = Self.isAnswered[words.lowercased()] ?? ProcedureStep(words)?.state {
          keep(told, in: &state, text)
        } else {
          warn(.unreadableDate, text.place, text.text)
        }
      }
    }
    var stated: QuestionState?
    for text in texts(.state).joined() {
      let words = Self.trimmed(text.text)
      if let told = QuestionState(named: words) ?? ProcedureStep(words)?.state {
        keep(told, in: &stated, text)
      } else {
        warn(.leftOut, text.place, text.text)
      }
    }
    return (answered, stated ?? state ?? answered.map { _ in .answered })
  }

  private mutating func keep<Value: Equatable>(_ value: Value, in kept: inout Value?, _ text: Text)
  {
    if let kept, kept != value { warn(.severalValues, text.place, text.text) }
    kept = kept ?? value
  }

  private static let isAnswered: [String: QuestionState] = [
    "ja": .answered, "yes": .answered, "true": .answered, "1": .answered, "nee": .open,
    "neen": .open, "no": .open, "false": .open, "0": .open,
  ]

  mutating func session() -> String? { text(.session).map(JSONRecordParser.oneLine) }

  mutating func identifiers() -> [String] {
    texts(.identifiers).joined().map { JSONRecordParser.oneLine($0.text) }
      .reduce(into: []) { all, name in
        if !name.isEmpty, !all.contains(name) { all.append(name) }
      }
  }
}
