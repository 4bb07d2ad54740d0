import WrittenQuestions

/// What lists and messages say of a document.
extension WrittenQuestion.Heading {
  /// Where there is none, the beginning of a passage.
  package func title(or passage: Passage?) -> String {
    guard title.isEmpty else { return title }
    return String(passage?.text.prefix(90) ?? "") + "…"
  }

  /// Number, date, state, asker and minister.
  package var facts: [String] {
    var facts: [String] = []
    if let number { facts.append("nr. " + number) }
    if let date { facts.append(date.dutch) }
    if let stateAndDay { facts.append(stateAndDay) }
    let askers = askers.map { asker in
      asker.name + (asker.party.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
    let ministers = ministers.compactMap { $0.name ?? $0.role }.joined(separator: ", ")
    let people = [askers, ministers].filter { !$0.isEmpty }.joined(separator: " → ")
    if !people.isEmpty { facts.append(people) }
    return facts
  }

  /// What is not as usual, and when it was answered.
  private var stateAndDay: String? {
    guard let state else { return nil }
    guard state == .answered else { return state.dutchName }
    return answered.map { "\(state.dutchName) \($0.dutch)" }
  }
}

extension Passage {
  /// "Vraag 3"
  package var heading: String {
    let name = kind.dutchName
    return name.prefix(1).uppercased() + name.dropFirst() + (label.map { " " + $0 } ?? "")
  }
}
