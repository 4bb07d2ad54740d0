import Extraction
import Text

/// The passages of a document of the House, made of its parts.
struct KamerStructure {
  private(set) var introduction: Passage?
  private(set) var subQuestions: [SubQuestion] = []
  private(set) var answer: [AnswerPart] = []
  /// "Toelichting", and notices that stand in place of no answer, as notes at the end.
  private(set) var explanations: [Passage] = []
  /// Of the body's text, of each passage in the order of `WrittenQuestion.passages`, notes aside.
  var ranges: [Range<Int>] {
    (introductionRange.map { [$0] } ?? []) + questionRanges + answerRanges
  }

  private var introductionRange: Range<Int>?
  private var questionRanges: [Range<Int>] = []
  private var answerRanges: [Range<Int>] = []
  private let body: SourceText
  private let styles: [ExtractedText.Styled]
  /// Labels of headings below which nothing stands: they share the text below the next one.
  private var waiting: [WrittenLabels] = []
  private var waitingAnswers: [WrittenLabels] = []
  /// Questions that have no answer yet, in order.
  private var pending: [String] = []
  /// Labels that some heading says an answer to.
  private var answered: Set<String> = []
  /// Whether headings say answers to all questions.
  let isWhole: Bool
  /// Or to some.
  private let hasAnswers: Bool
  /// What notices say in place of answers.
  private var notice = ""
  /// Whether a minister speaks in the document.
  private let isReply: Bool

  /// - Parameters:
  ///   - body: all lines of the parts, as one text.
  ///   - isAnswered: the document has answers, under headings or not.
  ///   - isNotice: what is no question is what the minister gives notice of.
  init(
    _ parts: [KamerPart], body: SourceText, styles: [ExtractedText.Styled], isAnswered: Bool,
    isNotice: Bool
  ) {
    self.body = body
    self.styles = styles
    let answers = parts.filter { $0.kind == .answer }
    let answered = Set(answers.flatMap { $0.labels?.labels ?? [] })
    let asked = parts.filter { $0.kind == .question }.flatMap { $0.labels?.labels ?? [] }
    self.answered = answered
    hasAnswers = !answers.isEmpty
    isWhole =
      answers.contains { $0.labels == nil && !$0.range.isEmpty }
      || !asked.isEmpty && asked.allSatisfy(answered.contains)
    isReply = isAnswered || isNotice
    guard parts.contains(where: { $0.kind == .question }) else {
      addUnnumbered(parts, isAnswered: isAnswered, isNotice: isNotice)
      return
    }
    for (index, part) in parts.enumerated() {
      switch part.kind {
      case nil: setIntroduction(part.range)
      case .question:
        waitingAnswers = []
        // An answer without a number follows before the next question.
        let isFollowed = parts[(index + 1)...].first { $0.kind == .answer }?.labels == nil
        let isOpen = isAnswered && !isNotice && !(hasAnswers && isFollowed)
        addQuestion(part, mayHoldAnswer: isOpen, hasAnswers: hasAnswers)
      case .answer: addAnswer(part)
      case .notice: addNotice(part.range)
      case .explanation: addExplanation(part.range)
      }
    }
  }

  /// The state that notices tell of; nil: there are none.
  var statedState: QuestionState? {
    notice.isEmpty ? nil : KamerNotice(notice).state ?? .delayed
  }

  // MARK: Parts

  private func range(_ source: Range<Int>) -> Range<Int> {
    let start = body.offset(ofSource: source.lowerBound)
    return body.bytes.trimmed(start..<max(start, body.offset(ofSource: source.upperBound)))
  }

  private mutating func setIntroduction(_ source: Range<Int>) {
    let range = range(source)
    guard !range.isEmpty, introduction == nil else { return }
    introduction = body.passage(.introduction, label: nil, range)
    introductionRange = range
  }

  private mutating func addQuestion(_ part: KamerPart, mayHoldAnswer: Bool, hasAnswers: Bool) {
    var range = range(part.range)
    var labels = part.labels
    guard !range.isEmpty else {
      if let labels { waiting.append(labels) }
      return
    }
    if let own = labels {
      labels = Self.joined(waiting + [own])
      waiting = []
    }
    let names = labels?.labels ?? [String(subQuestions.count + 1)]
    var reply: Range<Int>?
    if mayHoldAnswer, answered.isDisjoint(with: names) {
      reply = QuestionEnd(body.bytes, range).answer(
        styles: styled(part.range), isCertain: !hasAnswers)
      if let whole = reply {
        range = body.bytes.trimmed(range.lowerBound..<whole.lowerBound)
        // "Antwoord 1" may stand before it in its cell.
        let line = body.bytes[whole].prefix { $0 != UInt8(ascii: "\n") }
        let heading = KamerHeading(String(decoding: line, as: UTF8.self))
        if let heading, heading.kind == .answer, heading.labels?.labels == names,
          !heading.rest.isEmpty
        {
          reply = (line.endIndex - heading.rest.utf8.count)..<whole.upperBound
        }
      }
    }
    if let questions = JointQuestion(body.bytes, range).parts(names.count) {
      for (label, question) in zip(names, questions) { add(question, label) }
    } else {
      add(range, labels?.written)
    }
    if let reply {
      add(reply, labels: names, written: labels?.written ?? names[0])
    } else {
      pending += names
    }
  }

  /// Headings that follow each other, as one.
  private static func joined(_ all: [WrittenLabels]) -> WrittenLabels {
    WrittenLabels(
      written: all.map(\.written).joined(separator: ", "), labels: all.flatMap(\.labels))
  }

  private mutating func add(_ range: Range<Int>, _ label: String?) {
    let range = body.bytes.trimmed(range)
    guard !range.isEmpty else { return }
    let passage = body.passage(.subQuestion, label: label, range)
    subQuestions.append(SubQuestion(label: label, passage: passage))
    questionRanges.append(range)
  }

  private mutating func add(_ range: Range<Int>, labels: [String], written: String?) {
    guard !range.isEmpty else { return }
    answer.append(
      AnswerPart(labels: labels, passage: body.passage(.answerPart, label: written, range)))
    answerRanges.append(range)
  }

  /// Without a number it answers the questions since the last answer.
  private mutating func addAnswer(_ part: KamerPart) {
    let range = range(part.range)
    guard !range.isEmpty else {
      if let labels = part.labels { waitingAnswers.append(labels) }
      return
    }
    let labels = part.labels.map { Self.joined(waitingAnswers + [$0]) }
    waitingAnswers = []
    defer { pending.removeAll { label in labels?.labels.contains(label) ?? true } }
    if let labels {
      return add(range, labels: labels.labels, written: labels.written)
    }
    let open = pending.filter { !answered.contains($0) }
    // "Antwoord", and the numbers below it: alone on their lines, or before the text.
    let numbered = NumberedLines.parts(of: body.bytes, range, asked: open)
    if !numbered.isEmpty {
      for part in numbered {
        add(part.range, labels: part.labels.labels, written: part.labels.written)
      }
      return
    }
    if open.count > 1 {
      let bytes = Array(body.bytes[range])
      let numbered = bytes.withUnsafeBufferPointer {
        NumberedText(answer: $0, places: .lineStarts, asked: Set(open.compactMap { Int($0) }))
      }
      if numbered.items.count > 1 {
        func place(_ part: Range<Int>) -> Range<Int> {
          body.bytes.trimmed(
            (part.lowerBound + range.lowerBound)..<(part.upperBound + range.lowerBound))
        }
        add(place(numbered.lead), labels: [], written: nil)
        for item in numbered.items {
          add(place(item.range), labels: item.labels.map(\.description), written: item.written)
        }
        return
      }
    }
    let written = open.count > 1 ? "\(open[0])-\(open[open.count - 1])" : open.first
    add(range, labels: open, written: written)
  }

  /// What a notice says in place of an answer is one. Beside answers, or where it says nothing of one,
  /// it is no more than a remark: "Zie ook Aanhangsel Handelingen …".
  private mutating func addNotice(_ source: Range<Int>) {
    let range = range(source)
    guard !range.isEmpty else { return }
    let notice = KamerNotice(String(decoding: body.bytes[range], as: UTF8.self))
    let isRemark =
      isWhole || notice.state == nil && (hasAnswers || !isReply || notice.isReference)
    guard !isRemark else {
      explanations.append(body.passage(.note, label: "Opmerking", range))
      return
    }
    // Where some questions are answered, the others are not yet.
    if !hasAnswers || notice.state == .delayed { self.notice += notice.text + "\n" }
    add(range, labels: [], written: nil)
  }

  private mutating func addExplanation(_ source: Range<Int>) {
    let range = range(source)
    guard !range.isEmpty else { return }
    explanations.append(body.passage(.note, label: "Toelichting", range))
  }

  private func styled(_ source: Range<Int>) -> [(range: Range<Int>, style: ExtractedText.Style)] {
    styles.filter { $0.range.overlaps(source) }.map { (range($0.range), $0.style) }
  }

  // MARK: Without numbers

  /// Each paragraph is a question, under its place as a number; in a document that is answered those
  /// that ask, or that are set in bold.
  private mutating func addUnnumbered(_ parts: [KamerPart], isAnswered: Bool, isNotice: Bool) {
    for part in parts {
      switch part.kind {
      case .explanation: addExplanation(part.range)
      case .notice: addNotice(part.range)
      case .answer: addAnswer(part)
      case nil, .question:
        if isNotice {
          addNotice(part.range)
        } else {
          addParagraphs(range(part.range), styled(part.range), isAnswered: isAnswered)
        }
      }
    }
  }

  private mutating func addParagraphs(
    _ range: Range<Int>, _ styles: [(range: Range<Int>, style: ExtractedText.Style)],
    isAnswered: Bool
  ) {
    let paragraphs = Paragraphs.ranges(body.bytes, range)
    let bold = styles.filter { !$0.style.isDisjoint(with: [.bold, .heading]) }.map(\.range)
    let hasStyles =
      isAnswered && paragraphs.contains { Paragraphs.isCovered($0, by: bold) }
      && !paragraphs.allSatisfy { Paragraphs.isCovered($0, by: bold) }
    var start: Int?
    var open: (range: Range<Int>, isQuestion: Bool)?
    func isQuestion(_ paragraph: Range<Int>) -> Bool {
      if hasStyles { return Paragraphs.isCovered(paragraph, by: bold) }
      return !isAnswered || Paragraphs.asks(body.bytes, paragraph)
    }
    func close(_ structure: inout KamerStructure) {
      guard let part = open else { return }
      if part.isQuestion {
        let label = String(structure.subQuestions.count + 1)
        structure.add(part.range, label)
        structure.pending.append(label)
      } else if structure.subQuestions.isEmpty {
        structure.introduction = structure.body.passage(.introduction, label: nil, part.range)
        structure.introductionRange = part.range
      } else {
        structure.add(
          part.range, labels: structure.pending, written: structure.pending.joined(separator: ", "))
        structure.pending = []
      }
      open = nil
    }
    for paragraph in paragraphs {
      let isQuestion = isQuestion(paragraph)
      // What introduces a question, and the items of one, are of it.
      let asks = Paragraphs.asks(body.bytes, paragraph)
      if let part = open, part.isQuestion == isQuestion,
        !isQuestion || Paragraphs.isItem(body.bytes, paragraph)
          || !Paragraphs.asks(body.bytes, part.range) && asks
      {
        open?.range = part.range.lowerBound..<paragraph.upperBound
      } else {
        close(&self)
        open = (paragraph, isQuestion)
      }
      start = start ?? paragraph.lowerBound
    }
    close(&self)
  }
}

/// What the minister, or a remark, says in place of an answer.
private struct KamerNotice {
  /// Nil: it says nothing of the answer.
  let state: QuestionState?
  /// It is no more than "Zie ook Aanhangsel Handelingen, vergaderjaar …".
  let isReference: Bool
  let text: String

  private static let delays = [
    "niet binnen", "uitstel", "zo spoedig mogelijk", "spoedig", "meer tijd", "nog niet", "later",
    "streef", "verwacht", "niet mogelijk", "gebruikelijke termijn", "vertraging",
  ]

  init(_ text: String) {
    let text = text.lowercased()
    self.text = text
    let first = text.prefix { $0.isLetter || $0.isWhitespace }
    isReference = ["zie ook", "zie aanhangsel", "zie de", "vgl"].contains { first.hasPrefix($0) }
    if text.contains("ingetrokken") {
      state = .withdrawn
    } else if Self.delays.contains(where: { text.contains($0) }) {
      state = .delayed
    } else {
      // The answer is another document: "beantwoord bij brief van …".
      state = text.contains("beantwoord") || text.contains("brief") ? .answered : nil
    }
  }
}
