import Extraction
import Text

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One JSON object a line. Numbers are looked for inside running text as well, since such exports
/// often have lost their line breaks.
public struct JSONLinesReader: RecordReader {
  /// Longer lines are refused, in bytes.
  public static let recordLimit = 16 << 20

  public let identity = FormatIdentity("jsonl", version: 1)
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
        if record.bytes.contains(0) {
          isStopped = true
          return .failure(ReadError(.binary, path: path))
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

  public func parse(_ record: SourceRecord) throws(ReadError) -> WrittenQuestion {
    let fields = try decode(record)
    guard let id = fields.text(.id) else {
      throw error(
        .missingField(fields.mapping.fields[.id]?.first ?? "id", present: fields.presentFields),
        record)
    }
    var structure = Structure()
    var title = fields.text(.title)
    if let (field, question) = fields.value(.question) {
      var text = SourceText(field: field, text: question)
      if title == nil, let cut = Self.titleEnd(in: text.bytes) {
        title = String(decoding: text.bytes[..<cut], as: UTF8.self)
        text = SourceText(field: field, text.bytes[cut...])
      }
      structure.addQuestion(text, places: .sentences)
    }
    if let (field, answer) = fields.value(.answer) {
      structure.addAnswer(SourceText(field: field, text: answer), places: .sentences)
    }
    guard !(structure.subQuestions.isEmpty && structure.answer.isEmpty) else {
      throw error(fields.presentFields.isEmpty ? .notAnObject : missingText(fields), record)
    }
    return WrittenQuestion(
      id: id, number: fields.text(.number) ?? Self.number(inID: id),
      date: fields.text(.date).flatMap(Self.date), title: Self.oneLine(title ?? ""),
      askers: Self.askers(fields), ministers: Self.ministers(fields),
      introduction: structure.introduction, subQuestions: structure.subQuestions,
      answer: structure.answer, themes: Self.themes(fields.all(.themes)),
      references: structure.references, source: record.source)
  }

  private func decode(_ record: SourceRecord) throws(ReadError) -> JSONRecord {
    var bytes = record.bytes[...]
    if bytes.starts(with: TextEncoding.utf8Mark) { bytes = bytes.dropFirst(3) }
    if let byte = TextEncoding.firstInvalidUTF8(in: record.bytes) {
      throw self.error(.invalidUTF8(byte: byte), record)
    }
    let decoder = JSONDecoder()
    if let mapping { decoder.userInfo[JSONRecord.mappingKey] = mapping }
    do {
      return try decoder.decode(JSONRecord.self, from: Data(bytes))
    } catch DecodingError.typeMismatch {
      throw error(.notAnObject, record)
    } catch {
      let reason =
        JSONFault.find(in: Array(bytes)).map { "\($0.expected) is expected at byte \($0.byte + 1)" }
        ?? Self.oneLine("\(error)")
      throw self.error(.brokenJSON(reason: reason), record)
    }
  }

  private func missingText(_ fields: JSONRecord) -> ReadError.Problem {
    let wanted = [FieldMapping.Part.question, .answer].compactMap {
      fields.mapping.fields[$0]?.first
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

  private static func date(_ text: String) -> CalendarDate? {
    if let milliseconds = Double(text), abs(milliseconds) > 1e8 {
      return CalendarDate(epochMilliseconds: milliseconds)
    }
    // A time of day may follow: 2023-03-10T00:00:00Z.
    return CalendarDate(parsing: text)
      ?? CalendarDate(parsing: text.prefix { $0 != "T" && !$0.isWhitespace })
  }

  private static func askers(_ fields: JSONRecord) -> [Asker] {
    let party = fields.text(.party)
    return fields.all(.asker).filter { !$0.isEmpty }.map { name in
      // "Burton, Emmanuel" is written as it is sorted.
      let parts = name.split(separator: ",").map { $0.trimming(where: \.isWhitespace) }
      return Asker(name: parts.reversed().joined(separator: " "), party: party)
    }
  }

  private static func ministers(_ fields: JSONRecord) -> [Minister] {
    let minister = Minister(name: fields.text(.minister), role: fields.text(.role))
    return minister.name == nil && minister.role == nil ? [] : [minister]
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
