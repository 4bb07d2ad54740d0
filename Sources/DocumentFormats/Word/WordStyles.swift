extension LetterFormat {
  /// - Parameter element: `w:rPr`.
  init(word element: XMLElement?) {
    self.init()
    for property in element?.elements ?? [] {
      switch property.name {
      case "w:b": isBold = property.isOn
      case "w:i": isItalic = property.isOn
      case "w:vanish": isHidden = property.isOn
      case "w:vertAlign":
        position =
          switch property["w:val"] {
          case "superscript": .raised
          case "subscript": .lowered
          default: .onLine
          }
      default: break
      }
    }
  }
}

/// What of a paragraph's form has a say in its text, where it is said.
struct WordParagraphFormat {
  var isHeading: Bool?
  var list: String?
  var level: Int?
  /// Twentieths of a point.
  var before: Int?
  var after: Int?
  /// No space between paragraphs of one style.
  var isContextual: Bool?

  init() {}

  /// - Parameter element: `w:pPr`.
  init(_ element: XMLElement?) {
    for property in element?.elements ?? [] {
      switch property.name {
      case "w:outlineLvl": isHeading = property["w:val"].flatMap { Int($0) }.map { $0 < 9 }
      case "w:numPr":
        list = property.first("w:numId")?["w:val"]
        level = property.first("w:ilvl")?["w:val"].flatMap { Int($0) }
      case "w:spacing":
        before = property["w:before"].flatMap { Int($0) }
        after = property["w:after"].flatMap { Int($0) }
      case "w:contextualSpacing": isContextual = property.isOn
      default: break
      }
    }
  }

  func over(_ base: WordParagraphFormat) -> WordParagraphFormat {
    var result = base
    result.isHeading = isHeading ?? base.isHeading
    result.list = list ?? base.list
    result.level = level ?? base.level
    result.before = before ?? base.before
    result.after = after ?? base.after
    result.isContextual = isContextual ?? base.isContextual
    return result
  }
}

/// The styles of a document, each with what it has from those that it is based on.
struct WordStyles {
  struct Style {
    var run = LetterFormat()
    var paragraph = WordParagraphFormat()
  }

  private var styles: [String: Style] = [:]
  private var defaults = Style()
  private var defaultParagraph: String?

  /// - Parameter root: `w:styles`.
  init(_ root: XMLElement?) {
    guard let root else { return }
    var elements: [String: XMLElement] = [:]
    for element in root.elements where element.name == "w:style" {
      guard let id = element["w:styleId"] else { continue }
      elements[id] = element
      if element["w:type"] == "paragraph", ["1", "true", "on"].contains(element["w:default"]) {
        defaultParagraph = id
      }
    }
    if let element = root.first("w:docDefaults") {
      defaults.run = LetterFormat(word: element.first("w:rPrDefault")?.first("w:rPr"))
      defaults.paragraph = WordParagraphFormat(element.first("w:pPrDefault")?.first("w:pPr"))
    }
    for id in elements.keys { styles[id] = Self.style(id, in: elements) }
  }

  /// Chains of styles are short; those that run in a circle end too.
  private static func style(_ id: String, in elements: [String: XMLElement]) -> Style {
    var result = Style()
    var next: String? = id
    for _ in 0..<24 {
      guard let id = next, let element = elements[id] else { break }
      result.run = result.run.over(LetterFormat(word: element.first("w:rPr")))
      var paragraph = WordParagraphFormat(element.first("w:pPr"))
      if let name = element.first("w:name")?["w:val"], isHeading(name) {
        paragraph.isHeading = paragraph.isHeading ?? true
      }
      result.paragraph = result.paragraph.over(paragraph)
      next = element.first("w:basedOn")?["w:val"]
    }
    return result
  }

  private static func isHeading(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("heading ") || name.hasPrefix("kop ") || name == "title"
  }

  func paragraph(_ direct: WordParagraphFormat, style id: String?) -> WordParagraphFormat {
    direct.over(style(id ?? defaultParagraph).paragraph.over(defaults.paragraph))
  }

  /// Bold letters in a bold style are not bold: where both styles say it, each turns it over.
  func run(_ direct: LetterFormat, paragraphStyle: String?, style: String?) -> LetterFormat {
    let paragraph = self.style(paragraphStyle ?? defaultParagraph).run
    let letters = self.style(style).run
    var base = letters.over(paragraph)
    base.isBold = Self.turned(paragraph.isBold, letters.isBold)
    base.isItalic = Self.turned(paragraph.isItalic, letters.isItalic)
    base.isHidden = Self.turned(paragraph.isHidden, letters.isHidden)
    return direct.over(base.over(defaults.run))
  }

  private static func turned(_ first: Bool?, _ second: Bool?) -> Bool? {
    guard let first, let second else { return first ?? second }
    return first != second
  }

  private func style(_ id: String?) -> Style { id.flatMap { styles[$0] } ?? Style() }
}

extension XMLElement {
  /// Of a property that is said to be on or off: `<w:b/>`, `<w:b w:val="0"/>`.
  var isOn: Bool {
    switch self["w:val"] {
    case "0", "false", "off", "none": false
    default: true
    }
  }
}
