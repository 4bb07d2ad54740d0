import Extraction

enum HTMLNames {
  static let headings: Set = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Elements that stand on lines of their own.
  static let blocks: Set = headings.union([
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
    "html",
    "legend", "li", "main", "nav", "ol", "p", "pre", "search", "section", "summary", "table",
    "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul",
  ])

  /// Elements whose contents are no text of the page.
  static let silent: Set = [
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map",
    "meta",
    "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea",
    "title",
    "video", "xml", "rp", "rt",
  ]
}

extension XMLElement {
  var classes: Set<String> {
    Set((self["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Its declarations of style, without spaces.
  private var declarations: [Substring] {
    (self["style"] ?? "").lowercased().filter { !$0.isWhitespace }.split(separator: ";")
  }

  var isHiddenHTML: Bool {
    if HTMLNames.silent.contains(name) || self["hidden"] != nil { return true }
    return declarations.contains {
      $0 == "display:none" || $0 == "visibility:hidden" || $0 == "mso-hide:all"
    }
  }

  /// What the element says of its letters.
  var letterFormat: LetterFormat {
    var format = LetterFormat()
    switch name {
    case "b", "strong": format.isBold = true
    case "i", "em", "cite", "dfn": format.isItalic = true
    case "sup": format.position = .raised
    case "sub": format.position = .lowered
    case "h1", "h2", "h3", "h4", "h5", "h6": format.isHeading = true
    default: break
    }
    for declaration in declarations {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      switch (parts[0], parts[1]) {
      case ("font-weight", let value): format.isBold = value == "bold" || (Int(value) ?? 0) >= 600
      case ("font-style", let value): format.isItalic = value != "normal"
      case ("vertical-align", "super"): format.position = .raised
      case ("vertical-align", "sub"): format.position = .lowered
      case ("vertical-align", "baseline"): format.position = .onLine
      default: break
      }
    }
    return format
  }

  /// The rows of a table, those of tables in it not.
  var tableRows: [XMLElement] {
    elements.flatMap { element -> [XMLElement] in
      switch element.name {
      case "tr", "row": [element]
      case "tbody", "thead", "tfoot", "tgroup", "form": element.tableRows
      default: []
      }
    }
  }

  var tableCells: [XMLElement] {
    elements.filter { $0.name == "td" || $0.name == "th" || $0.name == "entry" }
  }
}
