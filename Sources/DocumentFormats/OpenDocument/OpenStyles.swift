import Extraction

extension LetterFormat {
  /// - Parameter element: `style:text-properties`.
  fileprivate init(open element: XMLElement?) {
    self.init()
    guard let element else { return }
    isBold = element["fo:font-weight"].map { $0 == "bold" || (Int($0) ?? 0) >= 600 }
    isItalic = element["fo:font-style"].map { $0 != "normal" }
    isHidden = element["text:display"].map { $0 == "none" }
    position = element["style:text-position"].map(Self.position)
  }

  /// - Parameter text: where the letters stand and how large they are: `super 58%`, `-33% 58%`.
  private static func position(_ text: String) -> Position {
    guard let first = text.split(separator: " ").first else { return .onLine }
    if first == "super" { return .raised }
    if first == "sub" || first.hasPrefix("-") { return .lowered }
    return first.hasPrefix("0") ? .onLine : .raised
  }
}

/// The styles of a document, each with what it has from those that it is based on.
struct OpenStyles {
  struct Style {
    var letters = LetterFormat()
    var list: String?
    var page: String?
  }

  private var styles: [String: Style] = [:]
  private(set) var lists: [String: OpenList] = [:]

  static let outline = "\u{0}outline"

  /// - Parameters:
  ///   - content: of `content.xml`, whose own styles come first.
  ///   - styles: of `styles.xml`.
  init(content: XMLElement, styles: XMLElement?) {
    let groups = [
      styles?.first("office:styles"), styles?.first("office:automatic-styles"),
      content.first("office:automatic-styles"),
    ]
    var elements: [String: XMLElement] = [:]
    for element in groups.flatMap({ $0?.elements ?? [] }) {
      let name = element["style:name"]
      switch element.name {
      case "style:style":
        if let name, let family = element["style:family"] {
          elements[family + " " + name] = element
        }
      case "text:list-style": if let name { lists[name] = OpenList(element) }
      case "text:outline-style": lists[Self.outline] = OpenList(element)
      default: break
      }
    }
    for key in elements.keys { self.styles[key] = Self.style(key, in: elements) }
  }

  /// Chains of styles are short; those that run in a circle end too.
  private static func style(_ key: String, in elements: [String: XMLElement]) -> Style {
    var result = Style()
    var next: String? = key
    for _ in 0..<24 {
      guard let key = next, let element = elements[key] else { break }
      let letters = LetterFormat(open: element.first("style:text-properties"))
      result.letters = result.letters.over(letters)
      result.list = result.list ?? element["style:list-style-name"]
      result.page = result.page ?? element["style:master-page-name"]
      let family = key.prefix { $0 != " " }
      next = element["style:parent-style-name"].map { family + " " + $0 }
    }
    return result
  }

  func paragraph(_ name: String?) -> Style { name.flatMap { styles["paragraph " + $0] } ?? Style() }

  func letters(_ name: String?) -> LetterFormat {
    name.flatMap { styles["text " + $0] }?.letters ?? LetterFormat()
  }

  /// The pages that some style begins.
  var pages: [String] { Set(styles.values.compactMap(\.page)).filter { !$0.isEmpty }.sorted() }
}
