import Extraction

/// Records of parliaments' registers and councils' archives, known by their members. Those of
/// registers have no text of a question, and say who asked what of whom, when, and what came of it.
enum RegisterForm {
  case houseCase(RegisterFields)
  case houseDocument(RegisterFields)
  case flemish(RegisterFields)
  case council(RegisterFields, key: String?)

  /// Nil for members of no known form.
  init?(of members: [JSONMember]) {
    // Most records are none, and are told by their names alone.
    guard members.contains(where: { Self.marks.contains($0.name) }) else { return nil }
    let fields = RegisterFields(members)
    let key = fields.text("id")
    if let source = fields.objects("source").first, fields.names.contains("_source") {
      self.init(source, key: key)
    } else {
      self.init(fields, key: nil)
    }
  }

  private init?(_ fields: RegisterFields, key: String?) {
    if HouseCase.recognises(fields) {
      self = .houseCase(fields)
    } else if HouseCase.recognises(document: fields) {
      self = .houseDocument(fields)
    } else if FlemishRegister.recognises(fields) {
      self = .flemish(fields)
    } else if CouncilDocument.recognises(fields) {
      self = .council(fields, key: key)
    } else {
      return nil
    }
  }

  /// Each form has one of these, and texts of questions have none.
  private static let marks: Set = [
    "Zaak", "Nummer", "DocumentNummer", "Aanhangselnummer", "metatags", "procedureverloop",
    "_source", "original_url", "last_discussed_at",
  ]

  /// - Throws: `.notAWrittenQuestion` for a record of something else.
  func content(_ record: SourceRecord, warn: (ReadWarning) -> Void) throws(ReadError)
    -> RecordContent
  {
    switch self {
    case .houseCase(let fields):
      .question(try HouseCase(fields, record).question(warn: warn))
    case .houseDocument(let fields):
      .question(try HouseCase(document: fields, record).question(warn: warn))
    case .flemish(let fields): .question(try FlemishRegister(fields, record).question(warn: warn))
    case .council(let fields, let key): .document(try CouncilDocument.document(fields, key, record))
    }
  }
}

extension SourceRecord {
  func refused(_ missing: String) -> ReadError {
    ReadError(.notAWrittenQuestion(missing: missing), path: path, line: line)
  }
}
