import Extraction
import Text

/// Makes a question of the fields of a record, in JSON or of a table.
struct JSONRecordParser {
  /// Nil: found from the fields of each record.
  let mapping: FieldMapping?

  /// Forms of registers are known by their members, where nobody says what these mean.
  func content(of record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> RecordContent
  {
    try content(try members(of: record), record, warn: warn)
  }

  func content(_ members: [JSONMember], _ record: SourceRecord, warn: (ReadWarning) -> Void)
    throws(ReadError) -> RecordContent
  {
    if mapping == nil, let form = RegisterForm(of: members) {
      return try form.content(record, warn: warn)
    }
    let fields = JSONRecord(members, mapping: mapping, path: record.path, line: record.line)
    return .question(try question(fields, record, warn: warn))
  }

  /// Whether an object is a record by the names of its members, whatever these say.
  func isRecord(_ members: [JSONMember]) -> Bool {
    let names = Set(members.map(\.name))
    func has(_ part: FieldMapping.Part, _ mapping: FieldMapping) -> Bool {
      mapping.fields[part]?.contains(where: names.contains) ?? false
    }
    if let mapping { return has(.question, mapping) || has(.answer, mapping) }
    let detected = FieldMapping.detected(from: names)
    return has(.id, detected) && (has(.question, detected) || has(.answer, detected))
      || RegisterForm(of: members) != nil
  }

  /// The question in a record's fields.
  func question(_ fields: JSONRecord, _ record: SourceRecord, warn: (ReadWarning) -> Void)
    throws(ReadError) -> WrittenQuestion
  {
    var fields = fields
    let id = try id(&fields, record)
    var structure = Structure()
    let titles = fields.texts(.title).joined().map { Self.oneLine($0.text) }
    var title = titles.isEmpty ? nil : titles.joined(separator: "; ")
    for (index, list) in fields.texts(.question).enumerated() {
      var texts = list.map { SourceText(field: $0.place, text: $0.text) }
      if index == 0, title == nil, let cut = Self.titleEnd(in: texts[0].bytes) {
        title = String(decoding: texts[0].bytes[..<cut], as: UTF8.self)
        texts[0] = SourceText(field: list[0].place, texts[0].bytes[cut...])
      }
      structure.addQuestions(
        zip(list, texts).map { .init($0.labels, text: $1) }, places: .sentences)
    }
    for list in fields.texts(.answer) {
      let texts = list.map {
        Structure.ListedText($0.labels, text: SourceText(field: $0.place, text: $0.text))
      }
      structure.addAnswers(texts, places: .sentences)
    }
    guard !(structure.subQuestions.isEmpty && structure.answer.isEmpty) else {
      throw error(missingText(fields), record)
    }
    let (answered, state) = fields.reply()
    let question = WrittenQuestion(
      id: id, number: fields.text(.number).map(Self.oneLine) ?? Self.number(inID: id),
      date: fields.date(.date), answered: answered, statedState: state,
      session: fields.session(), identifiers: fields.identifiers(),
      title: Self.oneLine(title ?? ""), askers: fields.askers(), ministers: fields.ministers(),
      introduction: structure.introduction,
      subQuestions: structure.subQuestions, answer: structure.answer,
      themes: Self.themes(fields.texts(.themes).joined().map(\.text)),
      references: structure.references, source: record.source)
    fields.warnings.forEach(warn)
    return question
  }

  /// The members of the object that a record is.
  private func members(of record: SourceRecord) throws(ReadError) -> [JSONMember] {
    if let byte = TextEncoding.firstInvalidUTF8(in: record.bytes) {
      throw error(.invalidUTF8(byte: byte), record)
    }
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONParser.parse(record.bytes)
    } catch {
      throw self.error(.brokenJSON(reason: error.reason), record)
    }
    guard case .object(let members) = value, !members.isEmpty else {
      throw error(.notAnObject, record)
    }
    return members
  }

  /// Without white space around it.
  private func id(_ fields: inout JSONRecord, _ record: SourceRecord) throws(ReadError) -> String {
    let names = fields.mapping.fields[.id] ?? ["id"]
    guard let name = names.first(where: fields.presentFields.contains) else {
      throw error(.missingField(names.first ?? "id", present: fields.presentFields), record)
    }
    guard !fields.values(.id).isEmpty else {
      throw error(.unusableField(name, reason: "is empty"), record)
    }
    guard let id = fields.text(.id) else {
      throw error(.unusableField(name, reason: "is no text or number"), record)
    }
    return id
  }

  private func missingText(_ fields: JSONRecord) -> ReadError.Problem {
    let wanted = [FieldMapping.Part.question, .answer].compactMap {
      fields.mapping.fields[$0]?.first
    }
    for part in [FieldMapping.Part.question, .answer] {
      guard let member = fields.values(part).first else { continue }
      return .unusableField(member.name, reason: "is no text, nor anything that has one")
    }
    guard !wanted.contains(where: fields.presentFields.contains) else { return .noText }
    return .missingField(wanted.first ?? "question", present: fields.presentFields)
  }

  private func error(_ problem: ReadError.Problem, _ record: SourceRecord) -> ReadError {
    ReadError(problem, path: record.path, line: record.line)
  }

  /// Where the title ends in a question text that begins with one: before the first blank line.
  private static func titleEnd(in bytes: [UInt8]) -> Int? {
    let head = bytes.prefix(600)
    guard let line = head.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let after = head[(line + 1)...].first { !($0.isSpace && $0 != UInt8(ascii: "\n")) }
    return after == UInt8(ascii: "\n") ? line : nil
  }

  /// The number of a question in the Chamber's ids: `55-B034-2-0136-2020202107205` has 136.
  private static func number(inID id: String) -> String? {
    for case .qrva(_, _, let number, _) in DocumentIdentifier.all(in: id).map(\.kind) {
      return String(number)
    }
    return nil
  }

  /// Labels in small letters, each once.
  static func themes(_ texts: [String]) -> [String] {
    var themes: [String] = []
    for text in texts.flatMap({ $0.split(separator: ",") }) {
      let theme = text.trimming(where: \.isWhitespace).lowercased()
      if !theme.isEmpty, !themes.contains(theme) { themes.append(theme) }
    }
    return themes
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
