import DutchText
import WrittenQuestions
import Xapian

/// Makes database documents of written questions. Each worker has its own, for the analyzer's cache.
final class DocumentIndexer {
  private let analyzer: Analyzer
  private let weights: TermWeights
  private let newWords = NewWords()
  private let nameForms: NameForms
  /// For texts that were cut into words before; by vocabulary.
  private let vocabularyTerms: [VocabularyTerms]

  private final class NewWords {
    var words: [String] = []
  }

  init(
    analyzer: Analyzer, weights: TermWeights = .standard, vocabularies: [Vocabulary] = []
  ) {
    self.analyzer = analyzer
    self.weights = weights
    nameForms = NameForms(analyzer)
    vocabularyTerms = vocabularies.map { VocabularyTerms($0, analyzer) }
    analyzer.onNewTerm = { [newWords] in newWords.words += JoinedWord($0.word).forms }
  }

  /// The words met since the last time that fit into a key, for wildcards.
  func takeWords() -> [String] {
    defer { newWords.words = [] }
    return newWords.words.filter { $0.utf8.count <= Schema.longestTerm }
  }

  /// - Parameters:
  ///   - record: the hash of the record that the question was read from.
  ///   - words: those of its title and passages, where they are known.
  ///   - own: what the record itself says, where registers said more.
  func document(
    for question: WrittenQuestion, record: [UInt8], words: QuestionWords? = nil,
    own: QuestionFacts? = nil
  ) -> Document {
    var document = Document()
    var sequence = TermSequence()
    sequence.beginSection(.other)
    let known = words.map { ($0, vocabularyTerms[$0.vocabulary]) }
    let title = terms(of: question.title, known.map { ($0.title, $1) })
    add(title, to: &document, &sequence, wdf: weights.title)
    for (number, passage) in question.passages.enumerated() {
      sequence.beginSection(.init(of: passage.kind))
      add(
        terms(of: passage.text, known.map { ($0.passages[number], $1) }), to: &document,
        &sequence, wdf: weight(of: passage.kind, in: question))
    }
    sequence.beginSection(.other)
    add(title, prefix: Schema.Prefix.title, to: &document, &sequence, wdf: 0)
    addFilters(of: question, to: &document, &sequence)
    document.setSequence(sequence, slot: Schema.Slot.sequence, forms: Schema.Slot.forms)
    document.data = RecordCoder.encode(question, hash: record, own: own)
    return document
  }

  private func weight(of kind: PassageKind, in question: WrittenQuestion) -> Double {
    switch kind {
    case .introduction, .text: weights.introduction
    // Findable, but no more than an answer.
    case .note: weights.answer
    case .subQuestion: weights.question
    case .answerPart: question.subQuestions.isEmpty ? weights.answerAlone : weights.answer
    }
  }

  /// A text's terms in their order, each with whether the next one shares its place.
  private typealias Terms = [(term: Term, sharesPosition: Bool)]

  private func terms(of text: String, _ words: (WordSequence, VocabularyTerms)?) -> Terms {
    var terms: Terms = []
    terms.reserveCapacity(text.utf8.count / 6)
    if let (sequence, vocabulary) = words {
      vocabulary.forEach(in: sequence) { terms.append(($0, $1)) }
    } else {
      analyzer.analyze(text) { terms.append(($0.term, $0.sharesPosition)) }
    }
    return terms
  }

  private func add(
    _ terms: Terms, prefix: String = "", to document: inout Document,
    _ sequence: inout TermSequence, wdf: Double
  ) {
    let partWdf = Int((wdf * weights.parts).rounded())
    for (term, sharesPosition) in terms {
      let number = document.addTerm(prefix + term.stem, wdf: Int(wdf))
      if sharesPosition {
        sequence.append(apart: number)
      } else {
        sequence.append(number, form: term.form)
      }
      for stem in term.partStems where stem != term.stem {
        sequence.append(beside: document.addTerm(prefix + stem, wdf: partWdf))
      }
    }
  }

  private func addFilters(
    of question: WrittenQuestion, to document: inout Document, _ sequence: inout TermSequence
  ) {
    document.addBooleanTerm(Schema.idTerm(question.id))
    for name in Schema.names(ofID: question.id) {
      document.addBooleanTerm(Schema.nameTerm(name))
    }
    document.addBooleanTerm(Schema.sourceTerm(question.source.path))
    let heading = question.heading
    for term in Schema.numberTerms(of: heading) { document.addBooleanTerm(term) }
    for key in QuestionKeys(of: question).all { document.addBooleanTerm(Schema.joinTerm(key)) }
    let kinds = Set(question.passages.map(\.kind))
    for kind in kinds {
      document.addBooleanTerm(Schema.Prefix.kind + kind.rawValue)
    }
    let names: [(FilterField, [String])] = [
      (.asker, question.askers.map(\.name)),
      (.party, question.askers.compactMap(\.party)),
      (.minister, question.ministers.flatMap { [$0.name, $0.role].compactMap { $0 } }),
      (.theme, question.themes),
    ]
    for (field, names) in names {
      for name in names { addName(name, field, to: &document, &sequence) }
    }
    let sessions = heading.sessions
    for session in sessions { document.addBooleanTerm(Schema.sessionTerm(session)) }
    if let state = question.state { document.addBooleanTerm(Schema.statusTerm(state)) }
    addDates(of: question, to: &document)

    let (askers, parties) = askers(of: question, in: &document)
    let values: [(Int, [String])] = [
      (Schema.Slot.asker, askers),
      (Schema.Slot.party, parties),
      (Schema.Slot.minister, question.ministers.compactMap { value(of: $0, in: &document) }),
      (Schema.Slot.theme, question.themes.compactMap(Self.oneLine)),
      (Schema.Slot.kind, PassageKind.allCases.filter(kinds.contains).map(\.dutchName)),
      (Schema.Slot.status, question.state.map { [$0.dutchName] } ?? []),
      (Schema.Slot.session, sessions.compactMap(Self.oneLine)),
    ]
    for (slot, values) in values where !values.isEmpty {
      document.setValue(slot, Array(values.map(\.utf8).joined(separator: [Schema.separator])))
    }
  }

  private func addDates(of question: WrittenQuestion, to document: inout Document) {
    if let date = question.date {
      document.setValue(Schema.Slot.date, DateValue.bytes(date))
      document.setValue(Schema.Slot.year, Array(String(date.year).utf8))
    }
    if let answered = question.answered {
      document.setValue(Schema.Slot.answered, DateValue.bytes(answered))
    }
    if let days = question.daysUntilAnswer.flatMap(DayCount.bytes) {
      document.setValue(Schema.Slot.days, days)
    }
  }

  /// Askers and their parties as values of facets; both become terms.
  private func askers(
    of question: WrittenQuestion, in document: inout Document
  ) -> (askers: [String], parties: [String]) {
    var askers: [String] = []
    var parties: [String] = []
    for asker in question.askers {
      let party = asker.party.flatMap(Self.oneLine)
      let key = party.map { Party.key(of: $0, in: question.country) } ?? ""
      if let party, let term = PartyTerm.text(ofKey: key) {
        document.addBooleanTerm(term)
        parties.append(Self.value(party, in: key))
      }
      if let name = value(of: asker.name, group: key, .asker, in: &document) {
        askers.append(name)
      }
    }
    return (askers, parties)
  }

  private static func value(_ name: String, in group: String) -> String {
    name + String(decoding: [Schema.group], as: UTF8.self) + group
  }

  /// The name, or else the role; behind a name the role, by which it is found too.
  private func value(of minister: Minister, in document: inout Document) -> String? {
    let name = minister.name.flatMap {
      value(of: $0, group: PersonTerm.ministers, .minister, in: &document)
    }
    let values = [name, minister.role.flatMap(Self.oneLine)].compactMap { $0 }
    let detail = String(decoding: [Schema.detail], as: UTF8.self)
    return values.isEmpty ? nil : values.joined(separator: detail)
  }

  /// A person's name as the value of a facet; the person becomes a term.
  private func value(
    of name: String, group: String, _ field: FilterField, in document: inout Document
  ) -> String? {
    guard let value = Self.oneLine(name) else { return nil }
    guard let person = PersonTerm(name, group: group, field) else { return value }
    let terms = person.texts
    guard !terms.isEmpty else { return value }
    for term in terms { document.addBooleanTerm(term) }
    return group.isEmpty ? value : Self.value(value, in: group)
  }

  /// A value of a facet; nil for one without a word. The bytes that part values are no part of one.
  private static func oneLine(_ value: String?) -> String? {
    guard let value, value.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let isSign = { (byte: UInt8) in Schema.group...Schema.separator ~= byte }
    guard value.utf8.contains(where: isSign) else { return value }
    return String(decoding: value.utf8.map { isSign($0) ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Folded words, each form of the name a section.
  private func addName(
    _ name: String, _ field: FilterField, to document: inout Document,
    _ sequence: inout TermSequence
  ) {
    guard let prefix = Schema.Prefix.name(of: field) else { return }
    for form in nameForms.all(of: name, isTurned: field.isOfPersons) {
      sequence.beginSection(.other)
      for word in form { sequence.append(document.addTerm(prefix + word, wdf: 0)) }
    }
  }
}

/// Numbers of days as values whose byte order is that of the numbers.
enum DayCount {
  /// Nil for more than can be a question's.
  static func bytes(_ days: Int) -> [UInt8]? {
    guard 0...most ~= days else { return nil }
    let digits = String(days)
    return Array((String(repeating: "0", count: 5 - digits.count) + digits).utf8)
  }

  static let most = 99_999
}

/// Dates as values whose byte order is their order in time: `20230310`, `202303` or `2023`.
enum DateValue {
  static func bytes(_ date: CalendarDate) -> [UInt8] {
    Array(date.description.utf8.filter { $0 != UInt8(ascii: "-") })
  }
}
