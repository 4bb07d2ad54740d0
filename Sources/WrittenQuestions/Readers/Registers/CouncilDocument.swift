import Extraction

/// A document of a council as Open Raadsinformatie gives it: its text is in `text`, an element for
/// each page. What form it has, the text readers find.
enum CouncilDocument {
  static func recognises(_ fields: RegisterFields) -> Bool {
    !fields.list("text").isEmpty && fields.value("originalurl", "lastdiscussedat") != nil
  }

  /// - Parameter key: of the hit that the document stands in.
  /// - Throws: `.noText`, or `.missingField` without any id.
  static func document(_ fields: RegisterFields, _ key: String?, _ record: SourceRecord)
    throws(ReadError) -> RecordDocument
  {
    guard let id = fields.text("@id", "id") ?? key ?? fields.text("originalurl", "url") else {
      throw ReadError(
        .missingField("id", present: fields.names), path: record.path, line: record.line)
    }
    let pages = fields.list("text", keepsBlank: true)
    guard pages.contains(where: { !JSONRecord.trimmed($0).isEmpty }) else {
      throw ReadError(.noText, path: record.path, line: record.line)
    }
    let text = ExtractedText(pages: pages, hasPrintedLines: true)
    let field = fields.place(of: "text")
    return RecordDocument(
      id: id, title: fields.text("name").map(JSONRecordParser.oneLine) ?? "",
      date: fields.text("lastdiscussedat").flatMap(ExportDate.date), text: text,
      fields: pages.indices.map { "\(field)[\($0)]" })
  }
}
