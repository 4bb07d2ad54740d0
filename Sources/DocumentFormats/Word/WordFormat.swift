import Extraction

/// `.docx`, and what else holds WordprocessingML in a zip archive, in its older and its strict form.
enum WordFormat: DocumentFormat {
  static let name = "docx"

  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    if bytes.isEncryptedPackage { throw .encrypted }
    let package = try WordPackage(bytes)
    var composer = TextComposer()
    composer.properties = package.properties()
    let sections = WordSections(of: package.document)
    for header in sections.headers(package) { composer.furniture { $0.append(header) } }
    var story = WordStory(package, composer)
    story.blocks(of: package.document)
    story.writeNotes()
    for footer in sections.footers(package) { story.composer.furniture { $0.append(footer) } }
    return try story.composer.finished()
  }
}
