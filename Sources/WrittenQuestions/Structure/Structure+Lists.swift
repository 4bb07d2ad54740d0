import Text

/// Questions and answers that a source gives as a list.
extension Structure {
  /// An element, and the number that its source gives it.
  struct ListedText {
    let label: String?
    let text: SourceText
  }

  /// Each element is a question: under the number that it is given, under that which it begins
  /// with, or under its place in the list. A list of one is as its element.
  mutating func addQuestions(_ list: [ListedText], places: MarkerScanner.Places) {
    if list.count == 1, list[0].label == nil { return addQuestion(list[0].text, places: places) }
    let heads = list.map(\.head)
    let written = heads.compactMap { $0?.label }
    if list.allSatisfy({ $0.label == nil }), written.count > 1, written[0].number == 1,
      zip(written, written.dropFirst()).allSatisfy({ $1.follows($0) })
    {
      addNumbered(list, heads)
    } else if list.allSatisfy({ $0.label == nil }), let last = list.last,
      heads.dropLast().allSatisfy({ $0 == nil }),
      list.dropLast().allSatisfy({ !$0.isNumberedInside(places) }), last.isNumberedInside(places)
    {
      for element in list.dropLast() { addLead(element.text, element.trimmed) }
      addQuestion(last.text, places: places)
    } else {
      let hasLabels = list.contains { $0.label != nil }
      for (place, element) in zip(1..., list) {
        add(
          element.text, element.trimmed, label: element.label ?? (hasLabels ? nil : String(place)))
      }
    }
  }

  /// What has no number of its own goes on with the question before it.
  private mutating func addNumbered(
    _ list: [ListedText], _ heads: [(label: Label, end: Int)?]
  ) {
    var current: String?
    for (element, head) in zip(list, heads) {
      current = head?.label.description ?? current
      let range = element.trimmed.clamped(to: (head?.end ?? 0)..<element.text.bytes.count)
      if current == nil {
        addLead(element.text, range)
      } else {
        add(element.text, range, label: current)
      }
    }
  }

  /// Each element answers the question of its number, or, without numbers, that of its place where
  /// there are as many; call it after `addQuestions`.
  mutating func addAnswers(_ list: [ListedText], places: MarkerScanner.Places) {
    if list.count == 1, list[0].label == nil { return addAnswer(list[0].text, places: places) }
    let labels = subQuestions.compactMap(\.label)
    var parts = Structure()
    parts.subQuestions = subQuestions
    var current: [String] = []
    var hasNumbers = false
    for element in list {
      let start = parts.answer.count
      if let label = element.label {
        hasNumbers = true
        let passage = element.text.passage(.answerPart, label: label, element.trimmed)
        parts.answer.append(AnswerPart(labels: [label], passage: passage))
      } else {
        parts.addAnswer(element.text, places: places)
        for index in start..<parts.answer.count where parts.answer[index].labels.isEmpty {
          parts.answer[index].labels = current
        }
      }
      if let last = parts.answer.last, !last.labels.isEmpty {
        current = last.labels
        hasNumbers = true
      }
    }
    let isPaired =
      !hasNumbers && parts.answer.count == list.count && labels.count == list.count
      && subQuestions.count == list.count && Set(labels).count == list.count
    if isPaired {
      for (index, label) in labels.enumerated() {
        parts.answer[index].labels = [label]
        parts.answer[index].passage.label = label
      }
    }
    answer += parts.answer
  }
}

extension Structure.ListedText {
  /// The text without white space around it.
  fileprivate var trimmed: Range<Int> {
    let bytes = text.bytes
    guard let first = bytes.firstIndex(where: { !$0.isSpace }),
      let last = bytes.lastIndex(where: { !$0.isSpace })
    else { return 0..<0 }
    return first..<(last + 1)
  }

  /// The number that it begins with, and where its text begins.
  fileprivate var head: (label: Label, end: Int)? {
    let range = trimmed
    let marker = text.bytes.withUnsafeBufferPointer { bytes in
      MarkerScanner(bytes, places: .lineStarts)
        .numbers(in: range.lowerBound..<min(range.upperBound, range.lowerBound + 60)).first
    }
    guard let marker, marker.range.lowerBound == range.lowerBound, marker.labels.count == 1,
      marker.range.upperBound < range.upperBound
    else { return nil }
    return (marker.labels[0], marker.range.upperBound)
  }

  fileprivate func isNumberedInside(_ places: MarkerScanner.Places) -> Bool {
    text.bytes.withUnsafeBufferPointer {
      NumberedText(question: $0, places: places).items.count > 1
    }
  }
}
