/// Which answer parts belong to which sub-questions.
extension WrittenQuestion {
  /// The answer parts of a sub-question, or the sub-questions of an answer part.
  public func counterparts(of passage: Passage) -> [Passage] {
    switch passage.kind {
    case .introduction, .text: []
    // The text that it belongs to.
    case .note:
      notes.first { $0.passage == passage }?.anchor.map { [passages[$0.passage]] } ?? []
    case .subQuestion: answers(to: passage.label).map(\.passage)
    case .answerPart:
      subQuestions.filter { question in
        answers(to: question.label).contains { $0.passage == passage }
      }.map(\.passage)
    }
  }

  /// Each sub-question with the answer parts to be read behind it, none of them twice: one to several
  /// questions stands behind the last of them. Parts that answer none come last, without a question.
  public var pairs: [(question: Passage?, answers: [Passage])] {
    var given: Set<Passage> = []
    var pairs: [(question: Passage?, answers: [Passage])] = subQuestions.map { question in
      let answers = counterparts(of: question.passage).filter { answer in
        counterparts(of: answer).last == question.passage && given.insert(answer).inserted
      }
      return (question.passage, answers)
    }
    let rest = answer.map(\.passage).filter { !given.contains($0) }
    if !rest.isEmpty { pairs.append((nil, rest)) }
    return pairs
  }

  /// A part that names the label; else one that names the question around it ("3" for 3a) or the
  /// questions inside it (3a for "3"); else the parts without a number, which answer all.
  private func answers(to label: String?) -> [AnswerPart] {
    guard let label else {
      return answer
    }
    let exact = answer.filter { $0.labels.contains(label) }
    if !exact.isEmpty { return exact }
    // A question with several numbers, "3 en 4", is answered where any of them is.
    if let labels = WrittenLabels(label)?.labels, labels.count > 1 {
      let any = answer.filter { !Set($0.labels).isDisjoint(with: labels) }
      if !any.isEmpty { return any }
    }
    let number = label.prefix { $0.isNumber }
    let around = answer.filter { part in
      part.labels.contains {
        $0.prefix { $0.isNumber } == number && ($0 == number || label == number)
      }
    }
    if !around.isEmpty { return around }
    return answer.filter { $0.labels.isEmpty }
  }
}
