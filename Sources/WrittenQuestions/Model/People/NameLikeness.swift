/// Compares names of people as sources write them: "Kees van der Staaij (C.G.)", "VAN DER STAAIJ".
enum NameLikeness {
  /// Without initials in brackets: "Marianne Thieme" of "Marianne Thieme (M.L.)", "Rik Janssen" of
  /// "R.A. (Rik) Janssen".
  static func withoutInitials(_ name: String) -> String {
    guard let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") else {
      return trimmed(name)
    }
    let inside = name[name.index(after: open)..<close]
    let before = trimmed(String(name[..<open]))
    let after = trimmed(String(name[name.index(after: close)...]))
    if !after.isEmpty, isInitials(before) { return trimmed(inside + " " + after) }
    return isInitials(String(inside)) ? trimmed(before + " " + after) : trimmed(name)
  }

  /// "M.L.", "Ch.", "EMH".
  private static func isInitials(_ text: String) -> Bool {
    let letters = text.filter(\.isLetter)
    return !letters.isEmpty
      && (text.contains(".") || letters.allSatisfy(\.isUppercase) && letters.count <= 6)
  }

  /// Whether two names may be those of one person: the last names are alike, and the first names,
  /// where both have one.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (words(left), words(right))
    guard let last = left.last, let other = right.last,
      !Set(pieces(of: last)).isDisjoint(with: pieces(of: other))
    else { return false }
    guard let first = firstName(left), let second = firstName(right) else { return true }
    return first == second || first.first == second.first && (first.count == 1 || second.count == 1)
  }

  /// The name that says more: with a first name, not in capitals alone.
  static func fuller(_ own: String?, _ other: String?) -> String? {
    guard let own, let other else { return own ?? other }
    return fuller(own, other)
  }

  static func fuller(_ own: String, _ other: String) -> String {
    func worth(_ name: String) -> Int {
      let first = firstName(words(name))
      let hasFirst = first.map { $0.count > 1 ? 4 : 2 } ?? 0
      return hasFirst + (name.contains(where: \.isLowercase) ? 1 : 0)
    }
    return worth(other) > worth(own) ? other : own
  }

  /// An initial is one letter.
  private static func firstName(_ words: [String]) -> String? {
    guard words.count > 1, let first = words.first, !PersonNames.particles.contains(first) else {
      return nil
    }
    return first
  }

  /// In small letters, initials as one letter.
  private static func words(_ name: String) -> [String] {
    withoutInitials(name).lowercased().split(whereSeparator: \.isWhitespace).map { word in
      let parts = word.split(separator: ".")
      let isInitial = word.contains(".") && parts.allSatisfy { $0.count <= 2 }
      return isInitial ? String(word.prefix(1)) : word.filter { $0.isLetter || $0 == "-" }
    }
    .filter { !$0.isEmpty }
  }

  /// A double name is known by its halves.
  private static func pieces(of name: String) -> [String] {
    [name] + name.split(separator: "-").map(String.init)
  }

  private static func trimmed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
