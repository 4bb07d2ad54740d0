import WrittenQuestions

/// A written question as the data of a database document: its header, then all that is shown.
enum RecordCoder {
  /// - Parameters:
  ///   - hash: of the record that the question was read from.
  ///   - own: what the record itself says, where registers said more.
  static func encode(_ question: WrittenQuestion, hash: [UInt8], own: QuestionFacts? = nil)
    -> [UInt8]
  {
    var writer = RecordWriter()
    RecordHeader(of: question, hash: hash).write(to: &writer)
    writer.facts(question.facts)
    let start = question.source.range.lowerBound
    writer.list(question.introduction.map { [$0] } ?? []) { $0.passage($1, from: start) }
    writer.list(question.subQuestions) { writer, question in
      writer.optional(question.label)
      writer.passage(question.passage, from: start)
    }
    writer.list(question.answer) { writer, part in
      writer.list(part.labels) { $0.string($1) }
      writer.passage(part.passage, from: start)
    }
    writer.list(question.references) { writer, reference in
      writer.string(reference.number)
      writer.optional(reference.date?.description)
    }
    writer.list(question.notes) { writer, note in
      writer.passage(note.passage, from: start)
      writer.list(note.anchor.map { [$0] } ?? []) { writer, anchor in
        writer.number(anchor.passage)
        writer.number(anchor.offset)
      }
    }
    writer.list(question.text) { $0.passage($1, from: start) }
    writer.list(question.leftOut) { writer, line in
      writer.string(line.text)
      writer.place(line.place, from: start)
    }
    writer.list(own.map { [$0] } ?? []) { writer, own in
      writer.optional(own.number)
      writer.facts(own)
    }
    return writer.bytes
  }

  /// Nil for bytes that are no whole record.
  static func decode(_ data: [UInt8]) -> WrittenQuestion? { decodeAll(data)?.question }

  /// The question as its own record says it, without what registers added.
  static func decodeOwn(_ data: [UInt8]) -> WrittenQuestion? {
    guard let all = decodeAll(data) else { return nil }
    var question = all.question
    if let own = all.own { question.facts = own }
    return question
  }

  private static func decodeAll(_ data: [UInt8]) -> (
    question: WrittenQuestion, own: QuestionFacts?
  )? {
    data.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes)
      let header = RecordHeader(&reader)
      let question = reader.question(header)
      let own = reader.list { reader in
        let number = reader.optional()
        return reader.facts(number: number)
      }
      guard reader.isValid, reader.isAtEnd, question.passages.count == header.passages else {
        return nil
      }
      return (question, own.first)
    }
  }

  /// The same record with another header, its text not read; nil for data without a header.
  static func replaceHeader(of data: [UInt8], with header: RecordHeader) -> [UInt8]? {
    data.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes)
      _ = RecordHeader(&reader)
      guard reader.isValid else { return nil }
      var writer = RecordWriter()
      header.write(to: &writer)
      return writer.bytes + bytes[reader.index...]
    }
  }
}

extension RecordWriter {
  /// All but the number, which stands in the header.
  fileprivate mutating func facts(_ facts: QuestionFacts) {
    optional(facts.date?.description)
    optional(facts.answered?.description)
    optional(facts.statedState?.rawValue)
    optional(facts.session)
    list(facts.identifiers) { $0.string($1) }
    string(facts.title)
    list(facts.askers) { writer, asker in
      writer.string(asker.name)
      writer.optional(asker.party)
    }
    list(facts.ministers) { writer, minister in
      writer.optional(minister.name)
      writer.optional(minister.role)
    }
    list(facts.themes) { $0.string($1) }
  }

  fileprivate mutating func passage(_ passage: Passage, from start: Int) {
    optional(passage.label)
    string(passage.text)
    place(passage.place, from: start)
  }

  /// Bytes of a file are counted from the record's first, `start`, so that they stay true when the
  /// record moves within its file.
  fileprivate mutating func place(_ place: Passage.Place, from start: Int) {
    switch place {
    case .file(let range):
      number(0)
      number(range.lowerBound - start)
      number(range.count)
    case .field(let name, let range):
      number(1)
      string(name)
      self.range(range)
    case .pages(let pages, let range):
      number(2)
      number(pages.lowerBound)
      number(pages.count - 1)
      self.range(range)
    }
  }
}

extension RecordReader {
  fileprivate mutating func question(_ header: RecordHeader) -> WrittenQuestion {
    let start = header.source.range.lowerBound
    let facts = facts(number: header.number)
    var question = WrittenQuestion(
      id: header.id,
      introduction: list { $0.passage(.introduction, from: start) }.first,
      subQuestions: list {
        SubQuestion(label: $0.optional(), passage: $0.passage(.subQuestion, from: start))
      },
      answer: list {
        AnswerPart(
          labels: $0.list { $0.string() }, passage: $0.passage(.answerPart, from: start))
      },
      references: list {
        Reference(
          number: $0.string(), date: $0.optional().flatMap { CalendarDate($0) })
      },
      notes: list {
        Note(
          passage: $0.passage(.note, from: start),
          anchor: $0.list { Note.Anchor(passage: $0.number(), offset: $0.number()) }.first)
      },
      text: list { $0.passage(.text, from: start) },
      leftOut: list { PageLine(text: $0.string(), place: $0.place(from: start)) },
      isMetadata: header.isMetadata, source: header.source)
    question.facts = facts
    return question
  }

  fileprivate mutating func facts(number: String?) -> QuestionFacts {
    QuestionFacts(
      number: number, date: optional().flatMap { CalendarDate($0) },
      answered: optional().flatMap { CalendarDate($0) },
      statedState: optional().flatMap { QuestionState(rawValue: $0) }, session: optional(),
      identifiers: list { $0.string() }, title: string(),
      askers: list { Asker(name: $0.string(), party: $0.optional()) },
      ministers: list { Minister(name: $0.optional(), role: $0.optional()) },
      themes: list { $0.string() })
  }

  private mutating func passage(_ kind: PassageKind, from start: Int) -> Passage {
    Passage(kind: kind, label: optional(), text: string(), place: place(from: start))
  }

  private mutating func place(from start: Int) -> Passage.Place {
    switch number() {
    case 0:
      let range = range()
      return .file((start + range.lowerBound)..<(start + range.upperBound))
    case 1: return .field(string(), range())
    case 2:
      let first = number()
      return .pages(first...(first + number()), range())
    default:
      fail()
      return .file(0..<0)
    }
  }
}
