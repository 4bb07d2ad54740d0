/// Cuts the text of a question and of its answer into passages.
struct Structure {
  var introduction: Passage?
  var subQuestions: [SubQuestion] = []
  var answer: [AnswerPart] = []
  /// The labels of the last list of questions, by their places; nil where an element has no text.
  var listed: [String?] = []
  /// Questions that have several numbers.
  var joint: [WrittenLabels] = []

  /// Numbered questions and what stands before them; one unnumbered question otherwise.
  mutating func addQuestion(_ text: SourceText, places: MarkerScanner.Places) {
    let numbered = text.bytes.withUnsafeBufferPointer { NumberedText(question: $0, places: places) }
    guard !numbered.items.isEmpty else {
      guard !numbered.lead.isEmpty else { return }
      subQuestions.append(
        SubQuestion(label: nil, passage: text.passage(.subQuestion, label: nil, numbered.lead)))
      return
    }
    // What stands in another field before the numbered questions introduces them.
    if introduction == nil, subQuestions.count == 1, subQuestions[0].label == nil {
      introduction = subQuestions.removeFirst().passage
      introduction?.kind = .introduction
    }
    addLead(text, numbered.lead)
    subQuestions += numbered.items.map { item in
      SubQuestion(
        label: item.labels[0].description,
        passage: text.passage(.subQuestion, label: item.labels[0].description, item.range))
    }
  }

  /// What stands before the numbered questions.
  mutating func addLead(_ text: SourceText, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if introduction == nil, subQuestions.isEmpty {
      introduction = text.passage(.introduction, label: nil, range)
    } else {
      add(text, range, label: nil)
    }
  }

  mutating func add(_ text: SourceText, _ range: Range<Int>, label: String?) {
    guard !range.isEmpty else { return }
    let passage = text.passage(.subQuestion, label: label, range)
    subQuestions.append(SubQuestion(label: label, passage: passage))
  }

  /// Parts of the answer; call it after `addQuestion`, whose numbers decide what is a number here.
  mutating func addAnswer(_ text: SourceText, places: MarkerScanner.Places) {
    let numbers = Set(subQuestions.compactMap { Int($0.label?.prefix { $0.isNumber } ?? "") })
    let asked = numbers.isEmpty ? nil : numbers
    let numbered = text.bytes.withUnsafeBufferPointer {
      NumberedText(answer: $0, places: places, asked: asked)
    }
    if !numbered.lead.isEmpty {
      answer.append(
        AnswerPart(labels: [], passage: text.passage(.answerPart, label: nil, numbered.lead)))
    }
    for item in numbered.items {
      answer.append(
        AnswerPart(
          labels: item.labels.map(\.description),
          passage: text.passage(.answerPart, label: item.written, item.range)))
    }
  }

  /// References to other questions in all passages, each once.
  var references: [Reference] {
    let passages =
      (introduction.map { [$0] } ?? []) + subQuestions.map(\.passage) + answer.map(\.passage)
    var found: [Reference] = []
    for reference in passages.flatMap({ ReferenceFinder.references(in: $0.text) })
    where !found.contains(reference) {
      found.append(reference)
    }
    return found
  }
}
