/// HTML and XML, escaped by construction: names can only be a program's own literals, and all else is
/// text, without characters that steer or that XML does not have.
///
/// ```swift
/// let title = Markup.element("p", ["class": "titel"], [.text("Brug & sluis")])
/// print(title.source)  // <p class="titel">Brug &amp; sluis</p>
/// ```
public struct Markup: Sendable, Hashable {
  /// As it is sent.
  public let source: String

  private init(source: String) { self.source = source }

  public static func text(_ text: String) -> Markup { Markup(source: escaped(text)) }

  /// With its end tag, also where there is nothing in it.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: [Markup] = []
  ) -> Markup {
    let inner = content.map(\.source).joined()
    return Markup(source: "<\(name)\(written(attributes))>\(inner)</\(name)>")
  }

  /// One that never has content, as HTML's `br` and `meta`.
  public static func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> Markup {
    Markup(source: "<\(name)\(written(attributes))/>")
  }

  /// A whole page of HTML.
  public static func page(language: String, head: [Markup], body: Markup) -> Markup {
    let html = element("html", ["lang": language], [element("head", [:], head), body])
    return Markup(source: "<!DOCTYPE html>\n" + html.source + "\n")
  }

  /// A whole document of XML in UTF-8.
  public static func xml(_ root: Markup) -> Markup {
    Markup(source: #"<?xml version="1.0" encoding="utf-8"?>"# + "\n" + root.source + "\n")
  }

  private static func written(_ attributes: KeyValuePairs<StaticString, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if let entity = entity(for: scalar) {
        escaped += entity
      } else if scalar == "\n" || scalar == "\t" || !scalar.steersText && !isNoCharacter(scalar) {
        escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// What stands for a character that would be markup.
  static func entity(for scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }

  /// XML has no such characters.
  private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FFFE}" || scalar == "\u{FFFF}"
  }
}

extension Snippet {
  /// The text with an element around what matches, and dots where text was left out.
  public func markup(mark: StaticString = "mark") -> [Markup] {
    (isCutBefore ? [.text("… ")] : [])
      + runs.map { $0.isMatch ? .element(mark, [:], [.text($0.text)]) : .text($0.text) }
      + (isCutAfter ? [.text(" …")] : [])
  }
}
