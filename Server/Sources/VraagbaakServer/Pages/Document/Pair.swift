import Vraagbaak
import WrittenQuestions

/// Sub-questions that are answered together, and the answer to them.
struct Pair {
  let questions: [TextBlock]
  let answers: [TextBlock]
  /// Where the answer stands below a later question: "Beantwoord bij vraag 3"
  let elsewhere: Link?

  /// In reading order; parts of the answer that belong to no question come last.
  static func pairs(of document: WrittenQuestion) -> [Pair] {
    var groups: [(questions: [Passage], answers: [Passage])] = []
    for question in document.subQuestions.map(\.passage) {
      let answers = document.counterparts(of: question)
      if let last = groups.last, !answers.isEmpty, last.answers == answers {
        groups[groups.count - 1].questions.append(question)
      } else {
        groups.append(([question], answers))
      }
    }
    var pairs: [Pair] = []
    var written: Set<Passage> = []
    for (place, group) in groups.enumerated() {
      // An answer to several questions stands below the last of them.
      let later = groups[(place + 1)...].last { !Set($0.answers).isDisjoint(with: group.answers) }
      let here = group.answers.filter { answer in
        !groups[(place + 1)...].contains { $0.answers.contains(answer) }
          && written.insert(answer).inserted
      }
      let elsewhere = later?.questions.last.map { question in
        Link(
          text: "Beantwoord bij " + Wording.name(of: question).lowercased(),
          href: "#" + TextBlock.anchor(of: question, in: document))
      }
      pairs.append(
        Pair(
          questions: group.questions.map { TextBlock($0, of: document) },
          answers: here.map { TextBlock($0, of: document) }, elsewhere: elsewhere))
    }
    let rest = document.answer.map(\.passage).filter { !written.contains($0) }
    if !rest.isEmpty {
      pairs.append(
        Pair(questions: [], answers: rest.map { TextBlock($0, of: document) }, elsewhere: nil))
    }
    return pairs
  }
}
