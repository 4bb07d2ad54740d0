import Text

/// Questions and answers that a source gives as a list.
extension Structure {
  /// An element, and the numbers that its source gives it. One without text keeps its place.
  struct ListedText {
    let labels: WrittenLabels?
    let text: SourceText

    init(_ labels: WrittenLabels?, text: SourceText) {
      self.labels = labels
      self.text = text
    }

    /// As a question it has one label, also where it asks several: "1-3".
    var label: String? { labels?.written }
    var isBlank: Bool { trimmed.isEmpty }
  }

  /// Each element is a question: under the number that it is given, under that which it begins
  /// with, or under its place in the list. A list of one is as its element.
  mutating func addQuestions(_ all: [ListedText], places: MarkerScanner.Places) {
    let list = all.filter { !$0.isBlank }
    listed = []
    if list.count == 1, list[0].label == nil,
      all.count == 1 || list[0].isNumberedInside(places)
    {
      return addQuestion(list[0].text, places: places)
    }
    let heads = list.map(\.head)
    let written = heads.compactMap { $0?.label }
    if list.allSatisfy({ $0.label == nil }), written.count > 1, written[0].number == 1,
      zip(written, written.dropFirst()).allSatisfy({ $1.follows($0) })
    {
      addNumbered(list, heads)
      if written.count == list.count {
        listed = all.map { $0.isBlank ? nil : $0.head?.label.description }
      }
    } else if list.allSatisfy({ $0.label == nil }), let last = list.last,
      heads.dropLast().allSatisfy({ $0 == nil }),
      list.dropLast().allSatisfy({ !$0.isNumberedInside(places) }), last.isNumberedInside(places)
    {
      for element in list.dropLast() { addLead(element.text, element.trimmed) }
      addQuestion(last.text, places: places)
    } else {
      let hasLabels = list.contains { $0.label != nil }
      for (place, element) in zip(1..., all) {
        let label = element.label ?? (hasLabels ? nil : String(place))
        add(element.text, element.trimmed, label: label)
        listed.append(element.isBlank ? nil : label)
        if let labels = element.labels, labels.labels.count > 1 { joint.append(labels) }
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

  /// Each element answers the questions of its numbers, or, without numbers, that of its place
  /// where there are as many; call it after `addQuestions`.
  mutating func addAnswers(_ all: [ListedText], places: MarkerScanner.Places) {
    if all.count == 1, all[0].label == nil { return addAnswer(all[0].text, places: places) }
    let list = all.filter { !$0.isBlank }
    var parts = Structure()
    parts.subQuestions = subQuestions
    var current: [String] = []
    var hasNumbers = false
    // Where the source gives numbers, what has none does not belong to the one before it.
    let goesOn = list.allSatisfy { $0.labels == nil }
    for element in list {
      let start = parts.answer.count
      if let labels = element.labels {
        hasNumbers = true
        let passage = element.text.passage(.answerPart, label: labels.written, element.trimmed)
        parts.answer.append(AnswerPart(labels: withJoint(labels.labels), passage: passage))
      } else {
        parts.addAnswer(element.text, places: places)
        for index in start..<parts.answer.count where parts.answer[index].labels.isEmpty {
          parts.answer[index].labels = goesOn ? current : []
        }
      }
      if let last = parts.answer.last, !last.labels.isEmpty {
        current = last.labels
        hasNumbers = true
      }
    }
    if !hasNumbers, parts.answer.count == list.count, let labels = labels(ofAnswers: all) {
      for (index, label) in labels.enumerated() {
        guard let label else { continue }
        parts.answer[index].labels = [label]
        parts.answer[index].passage.label = label
      }
    }
    answer += parts.answer
  }

  /// Also the label of a question that has one of these among its numbers.
  private func withJoint(_ labels: [String]) -> [String] {
    labels
      + joint.filter { !labels.contains($0.written) && !Set($0.labels).isDisjoint(with: labels) }
      .map(\.written)
  }

  /// The question of each answer that says something: by the places in both lists as they are
  /// written, else in order where there are as many. Nil: which are pairs cannot be told.
  private func labels(ofAnswers all: [ListedText]) -> [String?]? {
    let labels = subQuestions.compactMap(\.label)
    guard labels.count == subQuestions.count, Set(labels).count == labels.count else { return nil }
    let asked = listed.compactMap { $0 } == labels ? listed : labels
    if asked.count == all.count {
      return zip(1..., zip(asked, all)).compactMap { place, pair -> String?? in
        if pair.1.isBlank { return nil }
        // An answer to a question that is not there answers no other.
        let free = labels.contains(String(place)) ? nil : String(place)
        return .some(pair.0 ?? free)
      }
    }
    let answers = all.count { !$0.isBlank }
    let hasGaps = asked.count > labels.count && all.count > answers
    return answers == labels.count && !hasGaps ? labels : nil
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
