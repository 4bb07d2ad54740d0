import Xapian

extension Database {
  /// Whether one of its documents has data and terms.
  ///
  /// Xapian 1.4 takes a table that it cannot open (documents' data, terms) for one that is empty,
  /// whatever the reason, and goes on without an error; so what was opened or copied is looked at.
  func isWhole(at document: Int) throws(XapianError) -> Bool {
    do throws(XapianError) {
      guard try !self.document(document).data.isEmpty else { return false }
      return try uniqueTerms(document) > 0
    } catch {
      // It has no table of terms.
      if error.kind == .featureUnavailable { return false }
      throw error
    }
  }

  /// The least id that a document has; nil where there is none.
  func firstDocument() throws(XapianError) -> Int? {
    try postings(of: "", limit: 1).first?.documentID
  }
}
