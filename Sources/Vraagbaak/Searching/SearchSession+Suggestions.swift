import WrittenQuestions

extension SearchSession {
  /// So many words before the one that is being typed may belong to a name.
  private static let longestName = 5

  /// - Throws: as `search`.
  func suggestions(_ text: String, limit: Int, _ latest: LatestCompletions) throws -> Suggestions {
    try reading {
      let typed = TypedText(text, words: analyzer.words)
      guard let last = typed.words.last, !last.folded.isEmpty, limit > 0 else {
        return Suggestions(query: text, words: [], names: [], titles: [])
      }
      let table = try latest.table(of: reader.manifest) { try completionTable() }
      return Suggestions(
        query: text, words: words(typed, last, limit, table), names: names(typed, limit, table),
        titles: try titles(typed, limit))
    }
  }

  private func completionTable() throws -> CompletionTable {
    let options = SearchOptions(limit: 0, facets: CompletionTable.fields)
    let facets = try results(try compile(.everything), options, .now).facets
    return CompletionTable(words: try database.spellings(), facets: facets) { name in
      analyzer.words(of: name)
    }
  }

  private func words(
    _ typed: TypedText, _ last: TypedText.Word, _ limit: Int, _ table: CompletionTable
  ) -> [Suggestions.Word] {
    guard typed.isInWord, last.folded.count == 1 else { return [] }
    return table.words(beginning: last.folded[0], limit: limit).map { word, count in
      Suggestions.Word(word: word, count: count, query: typed.text(before: last) + word)
    }
  }

  /// Names that begin with the last words that were typed, as many of them as any name begins with.
  private func names(_ typed: TypedText, _ limit: Int, _ table: CompletionTable)
    -> [Suggestions.Name]
  {
    for first in max(0, typed.words.count - Self.longestName)..<typed.words.count {
      let run = typed.words[first...]
      let found = table.names(
        with: run.flatMap(\.folded), isLastWhole: !typed.isInWord, limit: limit)
      guard found.isEmpty else {
        let before = typed.text(before: typed.words[first])
        return found.map { name in
          Suggestions.Name(
            field: name.field, name: name.text, count: name.count,
            query: before + name.field.dutchName + ":\"" + name.text + "\"")
        }
      }
    }
    return []
  }

  /// Documents with all the words in their titles.
  private func titles(_ typed: TypedText, _ limit: Int) throws -> [Suggestions.Title] {
    var words = typed.words.flatMap(\.folded)
    guard let last = words.popLast() else { return [] }
    var must = words.map { SearchQuery.words($0, in: .title) }
    if !typed.isInWord {
      must.append(.words(last, in: .title))
    } else if last.count >= QueryLimits.shortestPrefix {
      must.append(.prefix(last, in: .title))
    }
    guard !must.isEmpty else { return [] }
    do {
      return try headings(.all(must), limit: limit).map { heading in
        Suggestions.Title(
          id: heading.id, title: heading.title, number: heading.number, date: heading.date)
      }
    } catch let error as QueryError {
      // A beginning that stands for too many words; the next letter makes them fewer.
      if case .expandsTooFar = error.problem { return [] }
      throw error
    }
  }
}

/// What was typed so far, by its words.
private struct TypedText {
  struct Word {
    /// Several where a sign parts them.
    let folded: [String]
    let start: String.Index
  }

  private let text: String
  let words: [Word]
  /// Whether the last word may go on.
  let isInWord: Bool

  init(_ text: String, words fold: (String) -> [String]) {
    self.text = text
    words = text.split(whereSeparator: \.isWhitespace).map { word in
      Word(folded: fold(String(word)), start: word.startIndex)
    }
    isInWord = text.last.map { !$0.isWhitespace } ?? false
  }

  func text(before word: Word) -> String { String(text[..<word.start]) }
}
