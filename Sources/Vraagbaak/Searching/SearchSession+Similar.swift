import Glibc
import WrittenQuestions
import Xapian

extension SearchSession {
  /// How many words of a document look for others like it.
  private static let similarTerms = 80

  /// Written questions about the same as this one, which is not among them: those that share the
  /// words which are frequent in it and rare elsewhere.
  ///
  /// Xapian's ESet for one document does not look at how often it has a word: of the first five,
  /// 79 % shared a theme with the document, here 85 % (300 documents of the Chamber, 2017).
  ///
  /// - Parameter id: as for `documents`.
  /// - Throws: `IndexError.noSuchDocument`, `.severalDocuments`.
  func similar(to id: String, _ options: SearchOptions) throws -> SearchResults {
    let start = ContinuousClock.now
    return try reading {
      let own = try DocumentLookup(database: database).onlyDocument(id)
      var compiled = CompiledQuery()
      for (term, weight) in try characteristicTerms(of: own.documentID) {
        let unit = CompiledQuery.Unit(
          role: .word, name: term, stems: [term], scale: weight, query: .term(term))
        compiled.note(.init(text: term, units: [unit]))
      }
      let words = Query.or(compiled.words.flatMap(\.units).map(\.scaled))
      compiled.query = .andNot(words, .term(Schema.idTerm(own.header.id)))
      return try results(compiled, options, start)
    }
  }

  /// The stems that set a document apart, with weights from 1 down.
  private func characteristicTerms(of document: Int) throws -> [(term: String, weight: Double)] {
    let count = Double(try database.statistics().documentCount)
    var terms: [(term: String, weight: Double)] = []
    for entry in try database.document(document, withTerms: true).terms {
      guard entry.wdf > 0, entry.documentFrequency > 1, let first = entry.term.utf8.first,
        !Schema.Prefix.firstBytes.contains(first)
      else { continue }
      let wdf = Double(entry.wdf)
      let rarity = log(count / Double(entry.documentFrequency))
      terms.append((entry.term, wdf / (wdf + ranking.k1) * rarity))
    }
    terms.sort { ($1.weight, $0.term) < ($0.weight, $1.term) }
    let largest = terms.first?.weight ?? 1
    return terms.prefix(Self.similarTerms).map { ($0.term, $0.weight / largest) }
  }
}
