import Extraction

/// `metadata.xml`, which stands beside a publication: properties, and no text.
enum MetadataFormat: DocumentFormat {
  static let name = "metadata-xml"

  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    let root = try XMLTree(xml: XMLFormat.trimmed(bytes)).root
    guard root.isMetadata else {
      throw .malformed(reason: "it holds no metadata of a publication")
    }
    return try text(of: root)
  }

  static func text(of root: XMLElement) throws(ExtractionError) -> ExtractedText {
    var text = ExtractedText(bytes: [])
    text.properties = properties(in: root)
    guard !text.properties.isEmpty else { throw .noText }
    return text
  }

  /// `<metadata name="DC.title" content="…"/>`, in each other too, and `<dcterms:title>…</dcterms:title>`.
  private static func properties(in root: XMLElement) -> [ExtractedText.Property] {
    root.elements.flatMap { element -> [ExtractedText.Property] in
      let inner = properties(in: element)
      let name = element["name"] ?? element.qualifiedName
      let value = (element["content"] ?? (inner.isEmpty ? element.text : "")).collapsed
      return (value.isEmpty ? [] : [.init(name, value)]) + inner
    }
  }
}

extension XMLElement {
  var isMetadata: Bool {
    ["metadata_gegevens", "metadata-gegevens", "owms-metadata"].contains(name)
      || name == "metadata" && elements.contains { $0.name == "metadata" || $0.name == "meta" }
      // A record of one publication, as the search service gives it.
      || ["record", "gzd", "searchRetrieveResponse"].contains(name)
        && descendants("owmskern").count == 1
  }
}
