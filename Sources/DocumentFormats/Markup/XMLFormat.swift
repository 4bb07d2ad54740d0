import Extraction

/// XML: the official publications of the Dutch state, their metadata, OpenDocument in one file, pages
/// that were saved under such a name, and the text of any other.
enum XMLFormat: DocumentFormat {
  static let name = "xml"

  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    if isHTML(bytes) { return try HTMLFormat.extract(bytes, options: options) }
    let root = try XMLTree(xml: trimmed(bytes)).root
    if root.name == "office:document" { return try OpenDocumentFormat.text(ofSingle: root) }
    if root.isMetadata { return try MetadataFormat.text(of: root) }
    var story = PublicationStory(PublicationNotes(in: root), TextComposer())
    story.composer.properties = QuestionProperties.properties(of: root)
    story.blocks(of: root)
    story.writeNotes()
    return try story.composer.finished()
  }

  /// Without the white space before the declaration, which some programs leave there.
  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var start = bytes.starts(with: TextEncoding.utf8Mark) ? 3 : 0
    while start < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[start]) { start += 1 }
    return start == 0 ? bytes : Array(bytes[start...])
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    return head.contains("<!doctype html") || head.contains("<html")
  }
}
