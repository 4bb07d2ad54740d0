import Extraction
import Text

/// What a statement of the European Parliament's register says of a written question.
struct EuropeanRegister {
  private enum Kind { case question, answer, expression }

  private let record: SourceRecord
  private let statement: TurtleStatement
  private let kind: Kind
  /// `E-9-2022-000148`.
  private let name: String

  /// Nil for a statement of something else.
  /// - Throws: `.brokenTurtle`, `.invalidUTF8`.
  init?(_ record: SourceRecord) throws(ReadError) {
    // Declarations of prefixes are no statements.
    guard let first = record.bytes.first, first != UInt8(ascii: "@"),
      Self.mentionsQuestions(record.bytes)
    else { return nil }
    if let byte = TextEncoding.firstInvalidUTF8(in: record.bytes) {
      throw ReadError(.invalidUTF8(byte: byte), path: record.path, line: record.line)
    }
    do throws(TurtleFault) {
      statement = try TurtleStatement(parsing: record.bytes)
    } catch {
      let lines = record.bytes[..<min(error.byte, record.bytes.count)].count { $0 == 0x0a }
      throw ReadError(
        .brokenTurtle(reason: error.reason), path: record.path,
        line: record.line.map { $0 + lines })
    }
    self.record = record
    let parts = statement.subject.split { "/#".contains($0) }.map(String.init)
    let types = statement["work_type"].map(\.local)
    if statement.isA("Work"), types.contains(where: { $0.hasPrefix("QUEST_WRITTEN") }) {
      kind = .question
      guard let name = Self.identifier(of: statement) ?? parts.last else { return nil }
      self.name = name
    } else if statement.isA("Work"), types.contains("ANSWER_TO_EP_QUESTION"),
      let name = statement["answers_to"].first?.local
    {
      kind = .answer
      self.name = name
    } else if statement.isA("Expression"), !statement["title_alternative"].isEmpty,
      parts.count > 1
    {
      kind = .expression
      name = parts[parts.count - 2]
    } else {
      return nil
    }
  }

  /// Most statements are of files and people.
  private static func mentionsQuestions(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return ["QUEST_WRITTEN", "ANSWER_TO_EP_QUESTION", "title_alternative"].contains {
      text.utf8.firstRange(of: $0.utf8) != nil
    }
  }

  private static func identifier(of statement: TurtleStatement) -> String? {
    statement["identifier"].first?.local
  }

  func question(warn: (ReadWarning) -> Void) -> WrittenQuestion {
    var facts = QuestionFacts(identifiers: [name])
    var subject: String?
    switch kind {
    case .question:
      facts.number = number
      facts.date = date(warn)
      facts.statedState = .open
      facts.session = statement["parliamentary_term"].first.map(\.local)
        .flatMap { $0.split(separator: "-").last.map(String.init) }
      facts.title = statement.text("title", in: ["nl", "en"]).map(JSONRecordParser.oneLine) ?? ""
      facts.ministers = statement["creator"].compactMap { Self.bodies[$0.local] }
        .map { Minister(role: $0) }
      subject = "title"
    case .answer:
      facts.answered = date(warn)
      facts.statedState = .answered
      // A joint answer is to several.
      facts.identifiers = statement["answers_to"].map(\.local)
      if let own = Self.identifier(of: statement) { facts.identifiers.append(own) }
    case .expression:
      facts.askers = askers
    }
    // Each says something of the question, and none all of it.
    return WrittenQuestion(id: name, facts, subject: subject, source: record.source)
  }

  private func date(_ warn: (ReadWarning) -> Void) -> CalendarDate? {
    guard let text = statement["date_document"].first?.local else { return nil }
    if let date = ExportDate.date(text) { return date }
    warn(
      ReadWarning(
        .unreadableDate, path: record.path, line: record.line, field: "date_document", value: text))
    return nil
  }

  /// `E-000148/2022` of `E-9-2022-000148`, as it is cited.
  private var number: String? {
    let parts = name.split(separator: "-")
    guard parts.count == 4, parts[2].count == 4 else { return nil }
    return "\(parts[0])-\(parts[3])/\(parts[2])"
  }

  /// "Vraag … E-000206/2022<br/>aan de Commissie<br/>Artikel 138 van het Reglement<br/>Jan Bos (S&D),
  /// Ada Veld (Renew)": the last of its lines with groups in brackets.
  private var askers: [Asker] {
    guard let text = statement.text("title_alternative", in: ["nl", "en"]) else { return [] }
    let lines = text.replacing("<br />", with: "<br/>").replacing("<br>", with: "<br/>")
      .split(separator: "<br/>").map { JSONRecord.trimmed(String($0)) }
    guard lines.count > 1, let names = lines.last(where: { $0.hasSuffix(")") }) else { return [] }
    return PersonNames(askers: names).people.map { Asker(name: $0.name, party: $0.group) }
  }

  /// Those that are asked, by their codes.
  private static let bodies = [
    "COM": "Europese Commissie", "CONSIL": "Raad", "EUCO": "Europese Raad",
    "EEAS": "Hoge Vertegenwoordiger", "ECB": "Europese Centrale Bank",
  ]
}
