import WrittenQuestions

/// A written question as the data of a database document: strings and numbers, each with its length
/// before it.
enum RecordCoder {
  static func encode(_ question: WrittenQuestion) -> [UInt8] {
    var writer = RecordWriter()
    writer.string(question.id)
    writer.optional(question.number)
    writer.optional(question.date?.description)
    writer.string(question.title)
    writer.list(question.askers) { writer, asker in
      writer.string(asker.name)
      writer.optional(asker.party)
    }
    writer.list(question.ministers) { writer, minister in
      writer.optional(minister.name)
      writer.optional(minister.role)
    }
    writer.list(question.introduction.map { [$0] } ?? []) { $0.passage($1) }
    writer.list(question.subQuestions) { writer, question in
      writer.optional(question.label)
      writer.passage(question.passage)
    }
    writer.list(question.answer) { writer, part in
      writer.list(part.labels) { $0.string($1) }
      writer.passage(part.passage)
    }
    writer.list(question.themes) { $0.string($1) }
    writer.list(question.references) { writer, reference in
      writer.string(reference.number)
      writer.optional(reference.date?.description)
    }
    writer.string(question.source.path)
    writer.number(question.source.line ?? 0)
    writer.range(question.source.range)
    return writer.bytes
  }

  /// Nil for bytes that are no whole record.
  static func decode(_ bytes: [UInt8]) -> WrittenQuestion? {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = RecordReader(bytes)
      let question = reader.question()
      return reader.isValid ? question : nil
    }
  }
}

private struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first.
  mutating func number(_ value: Int) {
    var value = UInt(value)
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  mutating func string(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func optional(_ text: String?) {
    list(text.map { [$0] } ?? []) { $0.string($1) }
  }

  mutating func range(_ range: Range<Int>) {
    number(range.lowerBound)
    number(range.count)
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout RecordWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }

  mutating func passage(_ passage: Passage) {
    optional(passage.label)
    string(passage.text)
    optional(passage.place.field)
    range(passage.place.range)
  }
}

private struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private(set) var isValid = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func question() -> WrittenQuestion {
    WrittenQuestion(
      id: string(), number: optional(), date: optional().flatMap { CalendarDate(parsing: $0) },
      title: string(), askers: list { Asker(name: $0.string(), party: $0.optional()) },
      ministers: list { Minister(name: $0.optional(), role: $0.optional()) },
      introduction: list { $0.passage(.introduction) }.first,
      subQuestions: list {
        SubQuestion(label: $0.optional(), passage: $0.passage(.subQuestion))
      },
      answer: list {
        AnswerPart(labels: $0.list { $0.string() }, passage: $0.passage(.answerPart))
      },
      themes: list { $0.string() },
      references: list {
        Reference(
          number: $0.string(), date: $0.optional().flatMap { CalendarDate(parsing: $0) })
      }, source: source())
  }

  private mutating func source() -> Source {
    let path = string()
    let line = number()
    return Source(path: path, line: line == 0 ? nil : line, range: range())
  }

  private mutating func number() -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while index < bytes.count, shift < 56 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7f) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    isValid = false
    return 0
  }

  private mutating func string() -> String {
    let count = number()
    guard isValid, count <= bytes.count - index else {
      isValid = false
      return ""
    }
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }

  private mutating func optional() -> String? { list { $0.string() }.first }

  private mutating func range() -> Range<Int> {
    let start = number()
    return start..<(start + number())
  }

  private mutating func list<Element>(_ read: (inout RecordReader) -> Element) -> [Element] {
    let count = number()
    guard isValid, count <= bytes.count - index else {
      isValid = isValid && count == 0
      return []
    }
    var elements: [Element] = []
    for _ in 0..<count where isValid { elements.append(read(&self)) }
    return elements
  }

  private mutating func passage(_ kind: PassageKind) -> Passage {
    Passage(
      kind: kind, label: optional(), text: string(),
      place: .init(field: optional(), range: range()))
  }
}
