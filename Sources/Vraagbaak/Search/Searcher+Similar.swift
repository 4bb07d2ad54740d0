import WrittenQuestions
import Xapian

extension Searcher {
  /// How many words of a document look for others like it.
  private static let similarTerms = 40

  /// Written questions about the same as this one, which is not among them: those that have the
  /// words which set it apart from the rest (Xapian's ESet).
  ///
  /// - Parameter id: a document's id, or a question's number, as for `documents`.
  /// - Throws: `IndexError.noSuchDocument`.
  public func similar(to id: String, _ options: SearchOptions = SearchOptions()) throws
    -> SearchResults
  {
    let start = ContinuousClock.now
    let document = try documents(id)[0]
    return try reading {
      let own = Query.term(Schema.idTerm(document.id))
      let postings = try database.postings(of: Schema.idTerm(document.id), limit: 1)
      // Twice as many, for words that only this document has are of no use.
      let candidates = try Enquire(.nothing).expansion(
        on: database, relevant: postings.map(\.documentID), maxItems: 2 * Self.similarTerms,
        excludedFirstBytes: Schema.Prefix.firstBytes)
      var compiled = CompiledQuery()
      for term in candidates where compiled.words.count < Self.similarTerms {
        guard try database.frequency(of: term.term).documents > 1 else { continue }
        let unit = CompiledQuery.Unit(
          role: .word, name: term.term, stems: [term.term], scale: 1, query: .term(term.term))
        compiled.note(.init(text: term.term, units: [unit]))
      }
      compiled.query = .andNot(.or(compiled.words.flatMap(\.units).map(\.query)), own)
      return try results(compiled, options, start)
    }
  }
}
