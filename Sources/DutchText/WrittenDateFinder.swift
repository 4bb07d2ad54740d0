/// Notices `10 maart 2023` among tokens, so that it meets `10/03/2023` and `2023-03-10`.
struct WrittenDateFinder {
  private var day: Token?
  private var month: Int?

  /// The date that this token completes.
  mutating func next(_ token: Token) -> Token? {
    if token.kind == .number, let day, let month, let year = Int(token.word), token.word.count == 4,
      let number = Int(day.word), let term = NumericDate.term(day: number, month: month, year: year)
    {
      defer { self = WrittenDateFinder() }
      return Token(
        range: day.range.lowerBound..<token.range.upperBound, position: day.position, kind: .date,
        word: term, stem: term, parts: [], isStopWord: false)
    }
    if day != nil, month == nil, let found = NumericDate.month(named: token.word) {
      month = found
    } else {
      month = nil
      day = token.kind == .number && token.word.utf8.count <= 2 ? token : nil
    }
    return nil
  }
}
