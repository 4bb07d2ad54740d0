import DutchText
import WrittenQuestions
import Xapian

/// Makes database documents of written questions. Each worker has its own, for the analyzer's cache.
final class DocumentMaker {
  private let analyzer: Analyzer
  private let weights: TermWeights
  private let newWords = NewWords()

  private final class NewWords {
    var words: [String] = []
  }

  init(analyzer: Analyzer, weights: TermWeights = .standard) {
    self.analyzer = analyzer
    self.weights = weights
    analyzer.onNewTerm = { [newWords] in newWords.words.append($0.word) }
  }

  /// The words met since the last time, for wildcards.
  func takeWords() -> [String] {
    defer { newWords.words = [] }
    return newWords.words
  }

  /// - Parameter record: the hash of the record that the question was read from.
  func document(for question: WrittenQuestion, record: [UInt8]) -> Document {
    var document = Document()
    var sequence = TermSequence()
    sequence.beginSection(.other)
    addText(question.title, to: &document, &sequence, wdf: weights.title)
    for passage in question.passages {
      sequence.beginSection(.init(of: passage.kind))
      addText(
        passage.text, to: &document, &sequence, wdf: weight(of: passage.kind, in: question))
    }
    sequence.beginSection(.other)
    addText(
      question.title, prefix: Schema.Prefix.title, to: &document, &sequence, wdf: 0)
    addFilters(of: question, to: &document, &sequence)
    document.setSequence(sequence, slot: Schema.Slot.sequence)
    document.setValue(Schema.Slot.record, record)
    document.data = RecordCoder.encode(question)
    return document
  }

  private func weight(of kind: PassageKind, in question: WrittenQuestion) -> Double {
    switch kind {
    case .introduction: weights.introduction
    case .subQuestion: weights.question
    case .answerPart: question.subQuestions.isEmpty ? weights.answerAlone : weights.answer
    }
  }

  private func addText(
    _ text: String, prefix: String = "", to document: inout Document,
    _ sequence: inout TermSequence, wdf: Double
  ) {
    let partWdf = Int((wdf * weights.parts).rounded())
    analyzer.analyze(text) { token in
      let term = document.addTerm(prefix + token.stem, wdf: Int(wdf))
      if token.sharesPosition { sequence.append(apart: term) } else { sequence.append(term) }
      for stem in token.term.partStems where stem != token.stem {
        sequence.append(beside: document.addTerm(prefix + stem, wdf: partWdf))
      }
    }
  }

  private func addFilters(
    of question: WrittenQuestion, to document: inout Document, _ sequence: inout TermSequence
  ) {
    document.addBooleanTerm(Schema.idTerm(question.id))
    document.addBooleanTerm(Schema.sourceTerm(question.source.path))
    if let number = question.number { document.addBooleanTerm(Schema.numberTerm(number)) }
    let kinds = Set(question.passages.map(\.kind))
    for kind in kinds {
      document.addBooleanTerm(Schema.Prefix.kind + kind.rawValue)
    }
    let names: [(String, [String])] = [
      (Schema.Prefix.asker, question.askers.map(\.name)),
      (Schema.Prefix.party, question.askers.compactMap(\.party)),
      (
        Schema.Prefix.minister, question.ministers.flatMap { [$0.name, $0.role].compactMap { $0 } }
      ),
      (Schema.Prefix.theme, question.themes),
    ]
    for (prefix, names) in names {
      for name in names { addName(name, prefix, to: &document, &sequence) }
    }

    if let date = question.date {
      document.setValue(Schema.Slot.date, DateValue.bytes(date))
      document.setValue(Schema.Slot.year, Array(String(date.year).utf8))
    }
    let values: [(Int, [String])] = [
      (Schema.Slot.asker, question.askers.map(\.name)),
      (Schema.Slot.party, question.askers.compactMap(\.party)),
      (Schema.Slot.minister, question.ministers.compactMap { $0.name ?? $0.role }),
      (Schema.Slot.theme, question.themes),
      (Schema.Slot.kind, PassageKind.allCases.filter(kinds.contains).map(\.dutchName)),
    ]
    for (slot, values) in values where !values.isEmpty {
      document.setValue(slot, Array(values.map(\.utf8).joined(separator: [Schema.separator])))
    }
  }

  /// Folded words, each name a section.
  private func addName(
    _ name: String, _ prefix: String, to document: inout Document, _ sequence: inout TermSequence
  ) {
    sequence.beginSection(.other)
    for word in analyzer.words(of: name) {
      sequence.append(document.addTerm(prefix + word, wdf: 0))
    }
  }
}

/// Dates as values whose byte order is their order in time.
enum DateValue {
  static func bytes(_ date: CalendarDate) -> [UInt8] {
    Array(date.description.utf8.filter { $0 != UInt8(ascii: "-") })
  }
}
