/// Quotation marks that belong together, and what stands between them.
extension QueryLexer {
  mutating func readQuotation() throws(QueryError) {
    let start = index
    guard let quotation = try takeQuotation() else { return }
    guard quotation.contains(where: Self.isInWord) else {
      note(.punctuation, String(text[start]), at: start)
      note(.punctuation, String(text[index - 1]), at: index - 1)
      return
    }
    try readStars(in: quotation, from: start)
  }

  /// Reads a quotation; where the mark has no partner only the mark, which is punctuation. `\"` is a
  /// mark inside of one.
  mutating func takeQuotation() throws(QueryError) -> String? {
    guard let end = endOfQuotation(from: index) else {
      note(.punctuation, String(text[index]), at: index)
      index += 1
      return nil
    }
    let inside = text[(index + 1)..<end]
    index = end + 1
    guard inside.contains("\\") else { return String(inside) }
    var unescaped = ""
    for place in inside.indices where !isEscape(place) { unescaped.append(inside[place]) }
    return unescaped
  }

  /// The mark that ends the quotation which begins here; nil where this one has no partner: it
  /// stands behind a word, as in `27"`, or another quotation begins before it ends.
  func endOfQuotation(from open: Int) -> Int? {
    guard open == 0 || !Self.isInWord(text[open - 1]) else { return nil }
    var place = open + 1
    while place < text.count {
      if isEscape(place) {
        place += 2
        continue
      }
      if Self.quotes.contains(text[place]) { return onlyOpens(place) ? nil : place }
      place += 1
    }
    return nil
  }

  private func isEscape(_ place: Int) -> Bool {
    text[place] == "\\" && place + 1 < text.count && Self.quotes.contains(text[place + 1])
  }

  private func onlyOpens(_ mark: Int) -> Bool {
    (text[mark - 1].isWhitespace || text[mark - 1] == "(")
      && mark + 1 < text.count && Self.isInWord(text[mark + 1])
  }

  /// A star ends the last word of a quotation, or is punctuation where it ends none.
  private mutating func readStars(in quotation: String, from start: Int) throws(QueryError) {
    let characters = Array(quotation)
    var prefix: String?
    for star in characters.indices where characters[star] == "*" {
      let stem = characters[..<star].reversed().prefix { Self.isInWord($0) || "-'’.".contains($0) }
      let endsWord = star + 1 == characters.count || !Self.isInWord(characters[star + 1])
      guard endsWord, stem.count(where: Self.isInWord) >= QueryLimits.shortestPrefix else {
        note(.punctuation, "*", at: start + 1 + star)
        continue
      }
      guard !characters[star...].contains(where: Self.isInWord) else {
        throw QueryError(.wildcardInPhrase, at: start + 1 + star)
      }
      if prefix == nil { prefix = String(characters[..<star]) }
    }
    let plain = String(characters.map { $0 == "*" ? " " : $0 })
    add(
      prefix.map { .quotedPrefix($0.replacing("*", with: " ")) }
        ?? .quoted(plain), at: start)
  }
}
