import DutchText
import WrittenQuestions
import Xapian

/// Makes database documents of written questions. Each worker has its own, for the analyzer's cache.
final class DocumentMaker {
  /// Between two passages, so that no phrase reaches from one into the next.
  private static let positionGap = 100

  private let analyzer: Analyzer
  private let weights: TermWeights
  /// Every word met so far with its stem, for wildcards.
  private(set) var words: [String: String] = [:]

  init(analyzer: Analyzer, weights: TermWeights = .standard) {
    self.analyzer = analyzer
    self.weights = weights
  }

  /// Forgets the words that were handed over.
  func takeWords() -> [String: String] {
    defer { words = [:] }
    return words
  }

  /// - Parameter record: the hash of the record that the question was read from.
  func document(for question: WrittenQuestion, record: [UInt8]) -> Document {
    var document = Document()
    var position = 1
    addText(question.title, to: &document, wdf: Int(weights.title), side: nil, position: &position)
    addTitle(question.title, to: &document)
    for passage in question.passages {
      let (wdf, side) = fieldWeight(of: passage.kind, in: question)
      addText(passage.text, to: &document, wdf: wdf, side: side, position: &position)
    }
    addFilters(of: question, to: &document)
    document.setValue(Schema.Slot.record, record)
    document.data = RecordCoder.encode(question)
    return document
  }

  private func fieldWeight(
    of kind: PassageKind, in question: WrittenQuestion
  ) -> (wdf: Int, side: String) {
    switch kind {
    case .introduction: (Int(weights.introduction), Schema.Prefix.question)
    case .subQuestion: (Int(weights.question), Schema.Prefix.question)
    case .answerPart:
      (
        Int(question.subQuestions.isEmpty ? weights.answerAlone : weights.answer),
        Schema.Prefix.answer
      )
    }
  }

  private func addText(
    _ text: String, to document: inout Document, wdf: Int, side: String?, position: inout Int
  ) {
    let base = position
    let partWdf = Int((Double(wdf) * weights.parts).rounded())
    analyzer.analyze(text) { token in
      let place = base + token.position
      position = max(position, place + 1)
      document.addPosting(token.stem, position: place, wdf: wdf)
      if let side { document.addTerm(side + token.stem, wdf: 0) }
      for part in token.parts where part.stem != token.stem {
        // Without a position: a phrase in quotes means whole words.
        document.addTerm(part.stem, wdf: partWdf)
        if let side { document.addTerm(side + part.stem, wdf: 0) }
      }
      if words[token.word] == nil { words[token.word] = token.stem }
    }
    position += Self.positionGap
  }

  private func addTitle(_ title: String, to document: inout Document) {
    analyzer.analyze(title) { token in
      for stem in [token.stem] + token.parts.map(\.stem) {
        document.addPosting(Schema.Prefix.title + stem, position: token.position + 1, wdf: 0)
      }
    }
  }

  private func addFilters(of question: WrittenQuestion, to document: inout Document) {
    document.addBooleanTerm(Schema.idTerm(question.id))
    document.addBooleanTerm(Schema.sourceTerm(question.source.path))
    if let number = question.number { document.addBooleanTerm(Schema.numberTerm(number)) }
    let kinds = Set(question.passages.map(\.kind))
    for kind in kinds {
      document.addBooleanTerm(Schema.Prefix.kind + kind.rawValue)
    }
    addNames(question.askers.map(\.name), Schema.Prefix.asker, to: &document)
    addNames(question.askers.compactMap(\.party), Schema.Prefix.party, to: &document)
    addNames(
      question.ministers.flatMap { [$0.name, $0.role].compactMap { $0 } }, Schema.Prefix.minister,
      to: &document)
    addNames(question.themes, Schema.Prefix.theme, to: &document)

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

  /// Names as phrases of folded words, a gap between one name and the next.
  private func addNames(_ names: [String], _ prefix: String, to document: inout Document) {
    var base = 1
    for name in names {
      let words = analyzer.words(of: name)
      for (offset, word) in words.enumerated() {
        document.addPosting(prefix + word, position: base + offset, wdf: 0)
      }
      base += words.count + Self.positionGap
    }
  }
}

/// Dates as values whose byte order is their order in time.
enum DateValue {
  static func bytes(_ date: CalendarDate) -> [UInt8] {
    Array(date.description.utf8.filter { $0 != UInt8(ascii: "-") })
  }
}
