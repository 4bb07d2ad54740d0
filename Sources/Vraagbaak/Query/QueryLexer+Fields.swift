import WrittenQuestions

/// `vrager:"Van Rooy"`: a field's name, a colon, and a value directly behind it.
extension QueryLexer {
  /// Text of so many words was not typed as a query: what is no field in it is no mistake either.
  private static let runningText = 25

  /// Reads a field from the colon on. Where it is none, only its name was read: the colon is
  /// punctuation.
  mutating func readField(named name: String, at start: Int) throws(QueryError) -> Bool {
    let colon = index
    let isFollowed = colon + 1 < text.count && !text[colon + 1].isWhitespace
    guard let field = QueryField.names[name.lowercased()] else {
      if isFollowed, text[colon + 1] != ":", !isRunningText,
        let meant = QueryField.meant(by: name.lowercased())
      {
        throw QueryError(.unknownField(name, meant: meant), at: start)
      }
      return false
    }
    index += 1
    let earlier = notes.count
    if isFollowed, let values = try takeValues(of: name, at: start),
      try isField(field, name: name, values, at: start)
    {
      add(.field(field, values), at: start)
      return true
    }
    forgetNotes(after: earlier)
    note(.text, name + ":", at: start)
    index = colon
    return false
  }

  private var isRunningText: Bool { hasWords(more: Self.runningText) }

  /// Values with `|` between; nil where there is none.
  private mutating func takeValues(
    of name: String, at start: Int
  ) throws(QueryError) -> [FieldValue]? {
    var values: [FieldValue] = []
    while true {
      if let value = try takeValue(of: name, at: start) { values.append(value) }
      guard index < text.count, text[index] == "|" else { break }
      index += 1
      if index == text.count || text[index].isWhitespace {
        note(.punctuation, "|", at: index - 1)
        break
      }
    }
    return values.isEmpty ? nil : values
  }

  private mutating func takeValue(
    of name: String, at start: Int
  ) throws(QueryError) -> FieldValue? {
    let position = index
    if index < text.count, Self.quotes.contains(text[index]), let quoted = try takeQuotation() {
      guard quoted.contains(where: Self.isInWord) else {
        throw QueryError(.emptyValue(field: name + ":"), at: position)
      }
      return FieldValue(text: quoted, isQuoted: true, position: position)
    }
    let first = index
    while index < text.count, !text[index].isWhitespace, !"()|".contains(text[index]) {
      index += 1
    }
    let value = String(text[first..<index])
    guard value.contains(where: Self.isInWord) || value == "*" else { return nil }
    return FieldValue(text: value, isQuoted: false, position: first)
  }

  /// Whether these are values of the field. `kind` and `jaar` are words of running text too: they
  /// are fields before a kind of passage, and a year, alone.
  private func isField(
    _ field: QueryField, name: String, _ values: [FieldValue], at start: Int
  ) throws(QueryError) -> Bool {
    for value in values {
      do throws(QueryError) {
        try field.check(value)
      } catch {
        let mayBeWord =
          QueryField.words.contains(name.lowercased()) && !error.isOfRange && !isMeant(value)
        if isRunningText || mayBeWord { return false }
        throw error
      }
    }
    return true
  }
}

/// `2017-2018`, meant as a date, and `>20x`, meant as a number of days: and neither.
private func isMeant(_ value: QueryLexer.FieldValue) -> Bool {
  value.text.prefix { $0.isNumber }.count == 4 || value.text.first.map { "<>".contains($0) } == true
}

extension QueryError {
  fileprivate var isOfRange: Bool {
    if case .endsBeforeItBegins = problem { true } else { false }
  }
}

extension QueryField {
  /// - Throws: what is wrong with the value.
  fileprivate func check(_ value: QueryLexer.FieldValue) throws(QueryError) {
    let problem: QueryError.Problem? =
      switch self {
      case .filter(.kind): PassageKind(named: value.plain) == nil ? .unknownKind(value.text) : nil
      case .filter(.status):
        QueryField.states(named: value.plain) == nil ? .unknownState(value.text) : nil
      case .date: Self.problem(withDate: value.plain)
      case .answered:
        Self.isAnswered(value.plain) == nil
          ? Self.problem(withDate: value.plain, else: QueryError.Problem.badAnswered) : nil
      case .days: Self.problem(withDays: value.plain)
      case .title, .filter: Self.problem(withStar: value, in: self)
      }
    if let problem { throw QueryError(problem, at: value.position) }
  }

  /// Nil for what says neither yes nor no.
  static func isAnswered(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "ja", "yes": true
    case "nee", "neen", "no": false
    default: nil
    }
  }

  private static func problem(withDays text: String) -> QueryError.Problem? {
    if DayRange(text) != nil { return nil }
    return DayRange.endsBeforeItBegins(text) ? .endsBeforeItBegins(text) : .badDays(text)
  }

  private static func problem(
    withDate text: String,
    else problem: (String) -> QueryError.Problem = QueryError.Problem.badDate
  ) -> QueryError.Problem? {
    if DateRange(text) != nil { return nil }
    return DateRange.endsBeforeItBegins(text) ? .endsBeforeItBegins(text) : problem(text)
  }

  private static func problem(
    withStar value: QueryLexer.FieldValue, in field: QueryField
  ) -> QueryError.Problem? {
    guard value.text.hasSuffix("*") else { return nil }
    let least = field == .title ? QueryLimits.shortestPrefix : 1
    let letters = value.text.count(where: QueryLexer.isInWord)
    return letters < least ? .wildcardTooShort(letters: least) : nil
  }

  /// What a sentence puts behind a value.
  static func withoutPunctuation(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, ",;:?!\"”".contains(last) { text.removeLast() }
    if text.hasSuffix("."), !text.hasSuffix("..") { text.removeLast() }
    return String(text)
  }
}
