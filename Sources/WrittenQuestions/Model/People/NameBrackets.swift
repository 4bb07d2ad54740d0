import Text

/// A name's text, and what stands in its brackets: initials, a first name, a party or a role.
struct NameBrackets {
  private(set) var outside = ""
  /// Each with whether no word follows it.
  private(set) var inside: [(text: String, isLast: Bool)] = []

  /// Parties and roles: of one person there is one.
  var groups: [String] {
    inside.filter { $0.isLast && !Self.isInitials($0.text) }.map(\.text)
  }

  /// Nil for brackets without a partner.
  init?(_ text: String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else {
      outside = text
      return
    }
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      guard let close = rest[open...].firstIndex(of: ")") else { return nil }
      outside += rest[..<open] + " "
      let content = rest[rest.index(after: open)..<close]
      guard !content.contains("(") else { return nil }
      rest = rest[rest.index(after: close)...]
      let trimmed = content.trimming(where: \.isWhitespace)
      if !trimmed.isEmpty {
        let isLast = rest.prefix { $0 != "(" }.allSatisfy { !$0.isLetter }
        inside.append((String(trimmed), isLast))
      }
    }
    guard !rest.contains(")") else { return nil }
    outside += rest
  }

  /// "M.L.", but not "C.D.A.", which is a party with stops.
  static func isInitials(_ text: String) -> Bool {
    guard PersonName.isInitials(text) else { return false }
    return text.count(where: \.isLetter) < 3 || !Party.isKnown(text)
  }
}
