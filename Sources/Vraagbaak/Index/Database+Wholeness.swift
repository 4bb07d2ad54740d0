import Xapian

extension Database {
  /// Whether one of its documents has data, terms, and positions of one of them.
  ///
  /// Xapian 1.4 takes a table that it cannot open (documents' data, positions, terms) for one that is
  /// empty, whatever the reason, and goes on without an error; so what was copied is looked at.
  func isWhole(at document: Int) throws(XapianError) -> Bool {
    let stored = try self.document(document, withTerms: true)
    guard !stored.data.isEmpty else { return false }
    for entry in stored.terms where try !positions(of: entry.term, in: document).isEmpty {
      return true
    }
    return false
  }

  /// The least id that a document has; nil where there is none.
  func firstDocument() throws(XapianError) -> Int? {
    try postings(of: "", limit: 1).first?.documentID
  }
}
