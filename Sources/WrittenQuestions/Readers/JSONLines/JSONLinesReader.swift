import Extraction
import Text

/// One JSON object a line. Numbers are looked for inside running text as well, since such exports
/// often have lost their line breaks.
public struct JSONLinesReader: RecordReader {
  /// Longer lines are refused, in bytes.
  public static let recordLimit = 16 << 20

  public let identity = FormatIdentity("jsonl", version: 3)
  public let fileExtensions = ["jsonl", "ndjson"]
  private let mapping: FieldMapping?

  /// - Parameter mapping: nil: found from the fields of each record.
  public init(mapping: FieldMapping? = nil) { self.mapping = mapping }

  public func reading(_ fields: FieldMapping) -> any RecordReader {
    JSONLinesReader(mapping: fields)
  }

  /// By its first line, where that is one whole object.
  public func recognises(_ sample: FileSample) -> Recognition {
    let lines = sample.head.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    if let first = lines.first, first.contains(UInt8(ascii: "{")) {
      let line = Array(first.starts(with: TextEncoding.utf8Mark) ? first.dropFirst(3) : first)
      let start = line.first { !$0.isSpace }
      // A line that is longer than the sample is one as far as it can be seen.
      let isCut = first.count == FileSample.size
      let fault = JSONFault.find(in: line)
      let isObject = start == UInt8(ascii: "{") && (fault == nil || isCut && fault?.isAtEnd == true)
      if isObject { return .byContent }
    }
    return fileExtensions.contains(sample.fileExtension) ? .byName : .no
  }

  public func records(of file: SourceFile) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    let path = file.path
    let scanner = LineScanner(file, limit: Self.recordLimit)
    var hasRecords = false
    var isStopped = false
    return AnyIterator {
      while !isStopped, let line = scanner.next() {
        guard case .success(let record) = line else {
          if case .failure(let error) = line, case .unreadable = error.problem { isStopped = true }
          hasRecords = true
          return line
        }
        if !hasRecords, let problem = Self.otherThanText(record.bytes) {
          isStopped = true
          return .failure(ReadError(problem, path: path))
        }
        if !hasRecords, let isArray = Self.isOverLines(record.bytes) {
          isStopped = true
          return .failure(ReadError(.notJSONLines(isArray: isArray), path: path))
        }
        let isBlank = record.bytes.allSatisfy(\.isSpace) || record.bytes == TextEncoding.utf8Mark
        if !isBlank {
          hasRecords = true
          return line
        }
      }
      guard hasRecords || isStopped else {
        hasRecords = true
        return .failure(ReadError(.empty, path: path))
      }
      return nil
    }
  }

  /// What a file is whose first line is no text. A NUL in a line that begins as a record, or in a
  /// later line, is a fault of that line alone.
  private static func otherThanText(_ line: [UInt8]) -> ReadError.Problem? {
    if line.starts(with: [0xff, 0xfe]) || line.starts(with: [0xfe, 0xff]) { return .utf16 }
    guard line.contains(0) else { return nil }
    let brace = UInt8(ascii: "{")
    if line.starts(with: [brace, 0]) || line.starts(with: [0, brace]) { return .utf16 }
    let text = line.starts(with: TextEncoding.utf8Mark) ? line.dropFirst(3) : line[...]
    return text.first { !$0.isSpace } == brace ? nil : .binary
  }

  /// Whether a first line begins one JSON value that goes on, an array or an object; nil: it does not.
  private static func isOverLines(_ line: [UInt8]) -> Bool? {
    let text = (line.starts(with: TextEncoding.utf8Mark) ? line.dropFirst(3) : line[...])
      .filter { !$0.isSpace }
    guard text.first == UInt8(ascii: "[") else { return text == [UInt8(ascii: "{")] ? false : nil }
    return JSONFault.find(in: line)?.isAtEnd == true ? true : nil
  }

  public func parse(_ record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> WrittenQuestion
  {
    var fields = try decode(record)
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
    let question = WrittenQuestion(
      id: id, number: fields.text(.number).map(Self.oneLine) ?? Self.number(inID: id),
      date: fields.date(.date), title: Self.oneLine(title ?? ""), askers: fields.askers(),
      ministers: fields.ministers(), introduction: structure.introduction,
      subQuestions: structure.subQuestions, answer: structure.answer,
      themes: Self.themes(fields.texts(.themes).joined().map(\.text)),
      references: structure.references, source: record.source)
    fields.warnings.forEach(warn)
    return question
  }

  private func decode(_ record: SourceRecord) throws(ReadError) -> JSONRecord {
    if let byte = TextEncoding.firstInvalidUTF8(in: record.bytes) {
      throw error(.invalidUTF8(byte: byte), record)
    }
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONParser.parse(record.bytes)
    } catch {
      throw self.error(.brokenJSON(reason: error.reason), record)
    }
    if case .array(let elements) = value, case .object = elements.first {
      throw error(.notJSONLines(isArray: true), record)
    }
    guard case .object(let members) = value, !members.isEmpty else {
      throw error(.notAnObject, record)
    }
    return JSONRecord(members, mapping: mapping, path: record.path, line: record.line)
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
    guard id.contains("/qrva/"), let name = id.split(separator: "/").last else { return nil }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5, let number = Int(parts[3]) else { return nil }
    return String(number)
  }

  /// Labels in small letters, each once.
  private static func themes(_ texts: [String]) -> [String] {
    var themes: [String] = []
    for text in texts.flatMap({ $0.split(separator: ",") }) {
      let theme = text.trimming(where: \.isWhitespace).lowercased()
      if !theme.isEmpty, !themes.contains(theme) { themes.append(theme) }
    }
    return themes
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
