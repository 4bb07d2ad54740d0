import Extraction

/// HTML, as browsers read it.
enum HTMLFormat: DocumentFormat {
  static let name = "html"

  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    let root: XMLElement
    if let decoded = DecodedText(bytes), !needsItsEncoding(bytes, decoded.encoding) {
      // Whatever the page says: those that name Windows-1252 are often UTF-8.
      root = try XMLTree(html: withoutConditions(decoded.bytes), encoding: "UTF-8").root
    } else {
      root = try XMLTree(html: bytes, encoding: nil).root
    }
    return try text(of: root)
  }

  static func text(of root: XMLElement) throws(ExtractionError) -> ExtractedText {
    var story = HTMLStory(HTMLNotes(in: root), TextComposer())
    story.composer.properties = properties(of: root)
    story.blocks(of: root)
    story.writeNotes()
    return try story.composer.finished()
  }

  /// Word writes `<![if …]>` around parts for some browsers, which is no markup for others.
  private static func withoutConditions(_ bytes: [UInt8]) -> [UInt8] {
    let starts = ["<![if", "<![endif"].map { Array($0.utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"),
        starts.contains(where: { bytes[index...].starts(with: $0) }),
        let end = bytes[index...].prefix(200).firstIndex(of: UInt8(ascii: ">")),
        // Those in comments end with them.
        bytes[end - 1] == UInt8(ascii: "]")
      {
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Whether the page names an encoding in which bytes that are no UTF-8 mean something else than in
  /// Windows-1252.
  private static func needsItsEncoding(_ bytes: [UInt8], _ found: TextEncoding) -> Bool {
    guard found == .windows1252 else { return false }
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    guard let place = head.firstRange(of: "charset=") else { return false }
    let name = head[place.upperBound...].drop { $0 == "\"" || $0 == "'" }
    let known = ["utf-8", "utf8", "windows-1252", "iso-8859-1", "latin1", "us-ascii", "ascii"]
    // The longest that begins it decides: iso-8859-15 is not iso-8859-1.
    return !known.contains(String(name.prefix { $0.isLetter || $0.isNumber || $0 == "-" }))
  }

  /// What the page says of itself: its title, and what its `meta` elements name.
  private static func properties(of root: XMLElement) -> [ExtractedText.Property] {
    var properties: [ExtractedText.Property] = []
    for element in root.descendants("head").flatMap({
      $0.descendants("title") + $0.descendants("meta")
    }) {
      let name = element.name == "title" ? "title" : element["name"] ?? element["property"]
      let text = element.name == "title" ? element.text : element["content"] ?? ""
      let value = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard let name, !value.isEmpty, name.lowercased() != "viewport" else { continue }
      properties.append(.init(name, value))
    }
    return properties
  }
}
