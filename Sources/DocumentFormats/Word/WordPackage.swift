import Extraction

/// The parts of a Word document that have a say in its text.
struct WordPackage {
  /// `w:body`.
  let document: XMLElement
  let styles: WordStyles
  let numbering: WordNumbering
  let settings: XMLElement?
  /// Of the last section, and of the document.
  private let lastSection: XMLElement?
  /// Footnotes and endnotes by their ids.
  let footnotes: [String: XMLElement]
  let endnotes: [String: XMLElement]
  private let parts: ZipParts
  private let relations: Relations

  private struct Relation {
    /// The last part of its type's address: `styles`.
    var type: String
    /// The path of a part.
    var target: String
  }
  private typealias Relations = [String: Relation]

  init(_ bytes: [UInt8]) throws(ExtractionError) {
    let parts = try ZipParts(bytes) { path in
      let path = path.lowercased()
      return path.hasSuffix(".xml") || path.hasSuffix(".rels")
    }
    let package = try Self.relations(of: "", in: parts)
    let main = package.values.first { $0.type == "officeDocument" }?.target ?? "word/document.xml"
    guard let bytes = parts[main] else {
      throw .malformed(reason: "it has no part \(main), so it is no text document")
    }
    let root = try XMLTree(xml: bytes).root
    guard root.name == "w:document", let body = root.first("w:body") else {
      throw .malformed(reason: "its part \(main) is no text document")
    }
    document = body
    lastSection = body.first("w:sectPr")
    let relations = try Self.relations(of: main, in: parts)
    self.parts = parts
    self.relations = relations
    func part(_ type: String) throws(ExtractionError) -> XMLElement? {
      // Of several the first by its id, so that the text is always the same.
      let known = relations.filter { $0.value.type == type }.min { $0.key < $1.key }
      guard let path = known?.value.target, let bytes = parts[path] else { return nil }
      return try XMLTree(xml: bytes).root
    }
    styles = WordStyles(try part("styles"))
    numbering = WordNumbering(try part("numbering"))
    settings = try part("settings")
    footnotes = Self.notes(try part("footnotes"), "w:footnote")
    endnotes = Self.notes(try part("endnotes"), "w:endnote")
  }

  /// How notes are numbered, as the last section and then the document say.
  /// - Parameter name: `w:footnotePr` or `w:endnotePr`.
  func noteSettings(_ name: String) -> [XMLElement?] {
    [lastSection?.first(name), settings?.first(name)]
  }

  /// A header or footer; nil where it is not there.
  func part(withID id: String) -> XMLElement? {
    guard let path = relations[id]?.target, let bytes = parts[path] else { return nil }
    return try? XMLTree(xml: bytes).root
  }

  private static func notes(_ part: XMLElement?, _ name: String) -> [String: XMLElement] {
    var notes: [String: XMLElement] = [:]
    for note in part?.elements ?? [] where note.name == name {
      // Others are the lines above the notes.
      guard (note["w:type"] ?? "normal") == "normal", let id = note["w:id"] else { continue }
      notes[id] = note
    }
    return notes
  }

  /// What a part says of others.
  /// - Parameter path: empty for the package.
  private static func relations(of path: String, in parts: ZipParts) throws(ExtractionError)
    -> Relations
  {
    var directory = path.split(separator: "/").map(String.init)
    let name = directory.popLast() ?? ""
    let file = (directory + ["_rels", name + ".rels"]).joined(separator: "/")
    guard let bytes = parts[file] else { return [:] }
    var relations: Relations = [:]
    for relation in try XMLTree(xml: bytes).root.elements {
      guard let id = relation["Id"], let type = relation["Type"], let target = relation["Target"],
        relation["TargetMode"] != "External"
      else { continue }
      relations[id] = Relation(
        type: type.split(separator: "/").last.map(String.init) ?? type,
        target: resolved(target, in: directory))
    }
    return relations
  }

  private static func resolved(_ target: String, in directory: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : directory
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = path.popLast()
      default: path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }

  /// What the file says of itself: `title`, `creator`, `created` … of its core, and its own ones.
  func properties() -> [ExtractedText.Property] {
    var properties: [ExtractedText.Property] = []
    func add(_ name: String, _ value: String) {
      // As the format writes ends of lines in properties.
      let value = value.replacing("_x000d_", with: " ").split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      if !value.isEmpty { properties.append(.init(name, value)) }
    }
    func part(_ path: String) -> [XMLElement] {
      parts[path].flatMap { try? XMLTree(xml: $0) }?.root.elements ?? []
    }
    for element in part("docProps/core.xml") { add(element.name, element.text) }
    for element in part("docProps/custom.xml") {
      if let name = element["name"] { add(name, element.text) }
    }
    return properties
  }
}
