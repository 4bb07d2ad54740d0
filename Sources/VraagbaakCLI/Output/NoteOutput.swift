import Vraagbaak

/// What there is to say of a query and its results, in lines on standard error.
enum NoteOutput {
  /// So many places of one kind are named.
  private static let places = 5

  /// How the query was read, a line for each kind of reading.
  static func write(_ notes: [QueryNote]) {
    for reading in QueryNote.Reading.allCases {
      let found = notes.filter { $0.reading == reading }
      guard let first = found.first else { continue }
      switch reading {
      case .punctuation: Terminal.warn("read as punctuation: " + list(found))
      case .word:
        Terminal.warn("read as a word, since it connects nothing: " + list(found))
      case .text:
        Terminal.warn(
          "read as text: \(list(found)); a field's value stands directly behind the colon")
      case .exclusion:
        Terminal.warn("only words to leave out: every other document is found")
      case .leftOut:
        Terminal.warn("the query is long: only its first \(first.position) characters are used")
      }
    }
  }

  /// What there is to say of a saved search.
  static func write(_ note: AlertNote) {
    switch note {
    case .began(let name, let found, let told):
      let rest = told == 0 ? "nothing of what is there already is told" : "\(told) are told"
      Terminal.warn(
        "\(name): the first run; it finds \(count(found)), of which \(rest); from now on what is new is"
      )
    case .otherQuery(let name, let found):
      Terminal.warn(
        "\(name): has another query than last time; of the \(count(found)) that it finds only what is new is told"
      )
    case .readAs(let name, let notes):
      Terminal.warn("\(name): how its query was read:")
      write(notes)
    case .failed(let name, let error): Terminal.warn("\(name): \(error)")
    case .repeated(let id):
      Terminal.warn(
        "the run before was cut short; its digest \(id) is told now, what came after it by the next run"
      )
    case .postponed(let count):
      Terminal.warn("\(self.count(count)) changed meanwhile; the next run looks at them")
    }
  }

  private static func count(_ documents: Int) -> String {
    documents == 1 ? "1 document" : "\(documents) documents"
  }

  private static func list(_ notes: [QueryNote]) -> String {
    let named = notes.prefix(places).map { "\($0.text) (character \($0.position + 1))" }
    let rest = notes.count - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// What matched nothing, and what was probably meant.
  static func write(on results: SearchResults, query: String) {
    if !results.corrections.isEmpty {
      Terminal.warn("Bedoelde u: \(Correction.apply(results.corrections, to: query))?")
    }
    for word in results.unmatchedWords {
      Terminal.warn("no document has the word \(word)")
    }
    for unmatched in results.unmatchedValues {
      let meant = unmatched.suggestion.map { "; did you mean \($0)?" } ?? ""
      Terminal.warn("no document has \(unmatched.field):\(unmatched.value)\(meant)")
    }
    guard results.hits.isEmpty else { return }
    guard results.total.count == 0 else { return Terminal.warn("no more hits") }
    let isExplained = !results.unmatchedWords.isEmpty || !results.unmatchedValues.isEmpty
    Terminal.warn(
      "nothing found for: \(query)"
        + (isExplained ? "" : "; no document meets all of its conditions together"))
  }

  /// How many there are, where the page does not show all.
  static func writeCount(of results: SearchResults, _ options: SearchOptions) {
    let total = (results.total.isExact ? "" : "about ") + String(results.total.count)
    guard !results.hits.isEmpty else { return }
    let isAll = !results.hasMore && options.offset == 0
    if isAll { return }
    let hits =
      options.unit == .passages
      ? "\(results.hits.count) passages; \(total) documents match"
      : "\(results.hits.count) of \(total) documents"
    Terminal.warn(hits + (results.hasMore ? "; more with --limit or --offset" : ""))
  }
}

extension AlertNote {
  /// Whether a search could not be run.
  var isFailure: Bool { if case .failed = self { true } else { false } }
}
