/// Cuts a typed query into lexemes, each with its place.
struct QueryLexer {
  enum Lexeme: Equatable {
    case open, close, and, or, not
    case near(within: Int)
    /// `+` or `-` directly before what it applies to.
    case required, excluded
    case word(String)
    case quoted(String)
    case wildcard(String)
    case everything
    case field(QueryField, name: String, values: [FieldValue])

    /// How many of the parts that are limited.
    var parts: Int {
      if case .field(_, _, let values) = self { values.count } else { 1 }
    }
  }

  struct FieldValue: Equatable {
    let text: String
    let isQuoted: Bool
    let position: Int
  }

  struct Placed {
    let lexeme: Lexeme
    let position: Int
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]
  private static let defaultNearDistance = 10

  private let text: [Character]
  private var index = 0

  init(_ text: String) {
    self.text = Array(text)
  }

  mutating func lexemes() throws(QueryError) -> [Placed] {
    var result: [Placed] = []
    while true {
      while index < text.count, text[index].isWhitespace { index += 1 }
      guard index < text.count else { return result }
      let start = index
      if let lexeme = try next() { result.append(Placed(lexeme: lexeme, position: start)) }
    }
  }

  private mutating func next() throws(QueryError) -> Lexeme? {
    let start = index
    let character = text[index]
    if Self.quotes.contains(character) { return .quoted(try quoted()) }
    if character == ")" {
      index += 1
      return .close
    }
    if character == "(", endOfBracketInWord(from: index) == nil {
      index += 1
      return .open
    }
    if character == "+" || character == "-", isModifier(at: index) {
      index += 1
      return character == "+" ? .required : .excluded
    }
    let word = takeWord()
    if index < text.count, text[index] == ":", let field = try field(named: word, at: start) {
      return field
    }
    if index == start {
      // A character that neither begins a word nor means anything here.
      index += 1
      return nil
    }
    return try classify(word, at: start)
  }

  private func classify(_ word: String, at position: Int) throws(QueryError) -> Lexeme? {
    switch word {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    case "*": return .everything
    default: break
    }
    if word == "NEAR" || word.hasPrefix("NEAR/") {
      let digits = word.dropFirst(5)
      if digits.isEmpty { return .near(within: Self.defaultNearDistance) }
      if let distance = Int(digits), (1...1000).contains(distance) {
        return .near(within: distance)
      }
    }
    guard let star = word.firstIndex(of: "*") else {
      return word.contains { $0.isLetter || $0.isNumber } ? .word(word) : nil
    }
    let stem = String(word[..<star])
    let afterStars = word[star...].drop { $0 == "*" }
    guard !afterStars.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw QueryError(.wildcardPlace, at: position)
    }
    guard stem.count(where: { $0.isLetter || $0.isNumber }) >= 2 else {
      throw QueryError(.wildcardTooShort, at: position)
    }
    return .wildcard(stem)
  }

  /// Reads up to white space, a quotation mark, a colon or a parenthesis that groups;
  /// `thema('s)`, `welk(e)` and `(beleids)beslissing` stay one word.
  private mutating func takeWord() -> String {
    let start = index
    while index < text.count {
      let character = text[index]
      if character.isWhitespace || Self.quotes.contains(character) || character == ")" { break }
      if character == ":", !isInsideAddress(at: index) { break }
      if character == "(" {
        guard let end = endOfBracketInWord(from: index) else { break }
        index = end
      }
      index += 1
    }
    return String(text[start..<index])
  }

  /// The index of the `)` when this `(` belongs to a word.
  private func endOfBracketInWord(from open: Int) -> Int? {
    guard let close = text[open...].firstIndex(where: { $0 == ")" || $0.isWhitespace }),
      text[close] == ")", close > open + 1
    else { return nil }
    let inside = text[(open + 1)..<close]
    guard inside.allSatisfy({ $0.isLetter || "'’-".contains($0) }) else { return nil }
    let letterBefore = open > 0 && text[open - 1].isLetter
    let letterAfter = close + 1 < text.count && text[close + 1].isLetter
    return letterBefore || letterAfter ? close : nil
  }

  private func isModifier(at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let next = text[index + 1]
    return next.isLetter || next.isNumber || next == "(" || Self.quotes.contains(next)
  }

  /// `https://…` and `10:30` are words, not fields.
  private func isInsideAddress(at colon: Int) -> Bool {
    guard colon + 1 < text.count else { return false }
    if text[colon + 1] == "/" { return true }
    return colon > 0 && text[colon - 1].isNumber && text[colon + 1].isNumber
  }

  private mutating func quoted() throws(QueryError) -> String {
    let start = index
    guard
      let close = text[(start + 1)...].firstIndex(where: { Self.quotes.contains($0) })
    else { throw QueryError(.unclosedQuote, at: start) }
    index = close + 1
    return String(text[(start + 1)..<close])
  }

  /// Reads `name:value|value`; nil when the colon is mere punctuation.
  private mutating func field(named name: String, at start: Int) throws(QueryError) -> Lexeme? {
    let isFollowed = index + 1 < text.count && !text[index + 1].isWhitespace
    guard let field = QueryField.names[name.lowercased()] else {
      let isName = name.count >= 2 && name.allSatisfy { $0.isLetter }
      if isFollowed, isName, text[index + 1] != ":",
        let meant = EditDistance.nearest(
          to: name.lowercased(), among: QueryField.names.keys.sorted())
      {
        throw QueryError(.unknownField(name, meant: meant), at: start)
      }
      return nil
    }
    guard isFollowed else { throw QueryError(.emptyValue(field: name + ":"), at: start) }
    index += 1
    var values: [FieldValue] = []
    repeat {
      if !values.isEmpty { index += 1 }
      values.append(try fieldValue(of: name, at: start))
    } while index < text.count && text[index] == "|"
    return .field(field, name: name, values: values)
  }

  private mutating func fieldValue(of name: String, at start: Int) throws(QueryError) -> FieldValue
  {
    let position = index
    if index < text.count, Self.quotes.contains(text[index]) {
      return FieldValue(text: try quoted(), isQuoted: true, position: position)
    }
    while index < text.count, !text[index].isWhitespace, !"()|".contains(text[index]) {
      index += 1
    }
    guard index > position else { throw QueryError(.emptyValue(field: name + ":"), at: start) }
    return FieldValue(text: String(text[position..<index]), isQuoted: false, position: position)
  }
}
