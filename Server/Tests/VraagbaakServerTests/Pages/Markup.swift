/// A page taken apart by strict rules: what is no tag of these pages may have no angle bracket.
struct Markup {
  struct Tag {
    let name: String
    let attributes: [String: String]
  }

  struct Malformed: Error { let place: String }

  private(set) var tags: [Tag] = []
  /// What stands between the tags, as it is written.
  private(set) var text = ""

  init(_ html: String) throws {
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else {
        throw Malformed(place: String(rest[open...].prefix(80)))
      }
      let inside = rest[rest.index(after: open)..<close]
      if !inside.hasPrefix("/"), !inside.hasPrefix("!DOCTYPE") { tags.append(try Self.tag(inside)) }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    guard !text.contains(">") else { throw Malformed(place: text) }
  }

  /// All values of an attribute.
  func values(of attribute: String, in name: String? = nil) -> [String] {
    tags.filter { name == nil || $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  /// `a href="/x" class="y"`
  private static func tag(_ text: Substring) throws -> Tag {
    var rest = text.hasSuffix("/") ? text.dropLast() : text
    let name = rest.prefix { $0.isLetter || $0.isNumber }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let first = rest.first {
      guard first == " " else { throw Malformed(place: String(text)) }
      rest = rest.drop { $0 == " " }
      let key = rest.prefix { $0.isLetter || $0 == "-" }
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        attributes[String(key)] = ""
        continue
      }
      rest = rest.dropFirst(2)
      guard let end = rest.firstIndex(of: "\"") else { throw Malformed(place: String(text)) }
      attributes[String(key)] = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    return Tag(name: String(name), attributes: attributes)
  }
}

extension String {
  /// The text that an attribute or an element stands for.
  var unescaped: String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(self) { $0.replacing($1.0, with: $1.1) }
  }
}
