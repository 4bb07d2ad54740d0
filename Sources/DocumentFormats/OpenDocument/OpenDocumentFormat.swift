import Extraction

/// `.odt`: OpenDocument text.
enum OpenDocumentFormat: DocumentFormat {
  static let name = "odt"

  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    let parts = try ZipParts(bytes) { $0.lowercased().hasSuffix(".xml") }
    if let manifest = parts["META-INF/manifest.xml"],
      try XMLTree(xml: manifest).root.contains("manifest:encryption-data")
    {
      throw .encrypted
    }
    guard let content = parts["content.xml"] else {
      throw .malformed(reason: "it has no part content.xml, so it is no text document")
    }
    let root = try XMLTree(xml: content).root
    let styleRoot = try parts["styles.xml"].map { bytes throws(ExtractionError) in
      try XMLTree(xml: bytes).root
    }
    let metaRoot = try parts["meta.xml"].map { bytes throws(ExtractionError) in
      try XMLTree(xml: bytes).root
    }
    return try text(content: root, styles: styleRoot, meta: metaRoot)
  }

  /// - Parameter root: of a document in one file (`.fodt`).
  static func text(ofSingle root: XMLElement) throws(ExtractionError) -> ExtractedText {
    try text(content: root, styles: root, meta: root)
  }

  private static func text(content: XMLElement, styles styleRoot: XMLElement?, meta: XMLElement?)
    throws(ExtractionError) -> ExtractedText
  {
    guard let body = content.first("office:body")?.first("office:text") else {
      throw .malformed(reason: "it is no text document")
    }
    let styles = OpenStyles(content: content, styles: styleRoot)
    var composer = TextComposer()
    if let meta { composer.properties = properties(of: meta) }
    let pages = OpenPages(styleRoot, styles, firstParagraph: body)
    for header in pages.stories(["style:header-first", "style:header", "style:header-left"]) {
      composer.furniture { $0.append(header) }
    }
    var story = OpenStory(styles, composer)
    story.blocks(of: body)
    story.writeNotes()
    for footer in pages.stories(["style:footer-first", "style:footer", "style:footer-left"]) {
      story.composer.furniture { $0.append(footer) }
    }
    return try story.composer.finished()
  }

  /// `title`, `creator` …, and those that somebody named.
  private static func properties(of root: XMLElement) -> [ExtractedText.Property] {
    (root.first("office:meta")?.elements ?? []).compactMap { element in
      let name = element["meta:name"] ?? element.name.split(separator: ":").last.map(String.init)
      let value = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard let name, !value.isEmpty else { return nil }
      return .init(name, value)
    }
  }
}
