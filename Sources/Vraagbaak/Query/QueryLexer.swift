/// Cuts a typed query into lexemes, each with its place.
///
/// What cannot be an operator, a field or a group is punctuation, with a note.
struct QueryLexer {
  enum Lexeme: Equatable {
    case open, close, and, or, not
    /// With how it was typed.
    case near(String)
    /// `+` or `-` directly before what it applies to.
    case required, excluded
    case word(String)
    case quoted(String)
    /// A quotation that ends in `*`.
    case quotedPrefix(String)
    case wildcard(String)
    case everything
    case field(QueryField, [FieldValue])

    /// How many of the parts that are limited.
    var parts: Int {
      if case .field(_, let values) = self { values.count } else { 1 }
    }
  }

  struct FieldValue: Equatable {
    let text: String
    let isQuoted: Bool
    let position: Int

    /// Without what a sentence puts behind it.
    var plain: String { QueryField.withoutPunctuation(text) }
  }

  struct Placed {
    let lexeme: Lexeme
    let position: Int
  }

  static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»", "＂"]

  let text: [Character]
  var index = 0
  var lexemes: [Placed] = []
  private(set) var notes: [QueryNote] = []
  private let hasLines: Bool

  init(_ text: some StringProtocol) {
    // Marks of direction and the like, which pasted text has, are not seen.
    self.text = Array(text).filter { character in
      !character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
    }
    hasLines = self.text.contains(where: \.isNewline)
  }

  mutating func run() throws(QueryError) {
    while true {
      while index < text.count, text[index].isWhitespace { index += 1 }
      guard index < text.count else { break }
      try readNext()
    }
    pairParentheses()
  }

  mutating func note(_ reading: QueryNote.Reading, _ text: String, at position: Int) {
    notes.append(QueryNote(reading, text, at: position))
  }

  /// What was read so far turned out to be something else.
  mutating func forgetNotes(after count: Int) { notes.removeSubrange(count...) }

  mutating func add(_ lexeme: Lexeme, at position: Int) {
    lexemes.append(Placed(lexeme: lexeme, position: position))
  }

  private mutating func readNext() throws(QueryError) {
    let start = index
    let character = text[index]
    if Self.quotes.contains(character) { return try readQuotation() }
    if character == ")" || character == "(" && endOfBracketInWord(from: index) == nil {
      index += 1
      return add(character == "(" ? .open : .close, at: start)
    }
    if character == "+" || character == "-", isBeforeOperand(index) {
      index += 1
      guard isModifier(at: start) else { return note(.punctuation, String(character), at: start) }
      return add(character == "+" ? .required : .excluded, at: start)
    }
    let word = takeWord()
    if index < text.count, text[index] == ":", try readField(named: word, at: start) { return }
    guard index > start else {
      // A character that neither begins a word nor means anything here.
      index += 1
      return
    }
    classify(word, at: start)
  }

  private mutating func classify(_ word: String, at position: Int) {
    switch word {
    case "AND": return add(.and, at: position)
    case "OR": return add(.or, at: position)
    case "NOT": return add(.not, at: position)
    case "NEAR": return add(.near(word), at: position)
    case "*" where beginsLine(position): return note(.punctuation, word, at: position)
    case "*": return add(.everything, at: position)
    default: break
    }
    if word.hasPrefix("NEAR/"), word.dropFirst(5).allSatisfy({ $0.isASCII && $0.isNumber }) {
      return add(.near(word), at: position)
    }
    guard word.contains("*") else {
      if word.contains(where: Self.isInWord) { add(.word(word), at: position) }
      return
    }
    readStars(in: word, at: position)
  }

  /// `inburger*` is every word that begins so. Elsewhere a star is punctuation.
  private mutating func readStars(in word: String, at position: Int) {
    let characters = Array(word)
    let stars = characters.indices.filter { characters[$0] == "*" }
    let isPrefix =
      stars[0] > 0
      && !characters[stars[0]...].contains(where: Self.isInWord)
    // Of `fiets/bus*` only the last word is a beginning.
    let first =
      characters[..<stars[0]].lastIndex { !Self.isInWord($0) && !"-'’.".contains($0) }
      .map { $0 + 1 } ?? 0
    let stem = String(characters[first..<stars[0]])
    if isPrefix, stem.count(where: Self.isInWord) >= QueryLimits.shortestPrefix {
      let before = String(characters[..<first])
      if before.contains(where: Self.isInWord) { add(.word(before), at: position) }
      return add(.wildcard(stem), at: position + first)
    }
    for star in stars { note(.punctuation, "*", at: position + star) }
    let plain = String(characters.map { $0 == "*" ? " " : $0 })
    if plain.contains(where: Self.isInWord) { add(.word(plain), at: position) }
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

  private func isBeforeOperand(_ sign: Int) -> Bool {
    guard sign + 1 < text.count else { return false }
    let next = text[sign + 1]
    if Self.quotes.contains(next) { return endOfQuotation(from: sign + 1) != nil }
    return Self.isInWord(next) || next == "("
  }

  /// Whether a sign before a word, quotation or parenthesis applies to it. It does not in a list or in
  /// running text; behind what it is joined to (`"NL"-account`); where it stands for a word that is left
  /// out (`bijenkorven en -kasten`); and before a quantity (`-18`, `+65`).
  private func isModifier(at sign: Int) -> Bool {
    let isApart = sign == 0 || text[sign - 1].isWhitespace || text[sign - 1] == "("
    guard isApart, !beginsLine(sign), !hasWords(more: Self.mostTypedWords) else { return false }
    let before = text[..<sign].split(whereSeparator: \.isWhitespace).last.map { String($0) }
    if let before, Self.ellipses.contains(before) || before.hasSuffix(",") { return false }
    let figures = text[(sign + 1)...].prefix { $0.isNumber }.count
    guard figures > 0 else { return true }
    // A year or the number of a question.
    let end = sign + 1 + figures
    return figures >= 4 && (end == text.count || !(text[end].isLetter || ",.".contains(text[end])))
  }

  /// A query with signs has no more words; text that has was not typed as one.
  private static let mostTypedWords = 10
  private static let ellipses: Set<String> = ["en", "of", "noch", "tot", "als", "dan", "t/m"]

  func hasWords(more count: Int) -> Bool {
    text.split(maxSplits: count, whereSeparator: \.isWhitespace).count > count
  }

  /// Whether only white space stands before it in one of several lines: there `-`, `+` and `*` make
  /// a list.
  private func beginsLine(_ place: Int) -> Bool {
    guard hasLines else { return false }
    let before = text[..<place].lastIndex { !$0.isWhitespace || $0.isNewline }
    return before.map { text[$0].isNewline } ?? true
  }

  /// `https://…` and `10:30` are words, not fields.
  private func isInsideAddress(at colon: Int) -> Bool {
    guard colon + 1 < text.count else { return false }
    if text[(colon + 1)...].starts(with: "//") { return true }
    return colon > 0 && text[colon - 1].isNumber && text[colon + 1].isNumber
  }

  static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  // MARK: Parentheses

  /// Leaves out the lexemes from this one on.
  mutating func cut(at index: Int) {
    lexemes.removeSubrange(index...)
    pairParentheses()
  }

  /// Those without a partner, or with nothing between them, are punctuation.
  private mutating func pairParentheses() {
    var open: [(index: Int, isEmpty: Bool)] = []
    var removed: Set<Int> = []
    func fill() { if !open.isEmpty { open[open.count - 1].isEmpty = false } }
    for (index, placed) in lexemes.enumerated() {
      switch placed.lexeme {
      case .open: open.append((index, true))
      case .close:
        guard let last = open.popLast() else {
          removed.insert(index)
          continue
        }
        if last.isEmpty {
          removed.formUnion([last.index, index])
        } else {
          fill()
        }
      case .required, .excluded: break
      default: fill()
      }
    }
    for unclosed in open { removed.insert(unclosed.index) }
    guard !removed.isEmpty else { return }
    // A sign before such a parenthesis applies to nothing.
    for index in removed where index > 0 && lexemes[index].lexeme == .open {
      let sign = lexemes[index - 1]
      guard sign.lexeme == .required || sign.lexeme == .excluded,
        sign.position + 1 == lexemes[index].position
      else { continue }
      removed.insert(index - 1)
    }
    for index in removed {
      let position = lexemes[index].position
      note(.punctuation, String(text[position]), at: position)
    }
    lexemes = lexemes.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
  }
}
