import WrittenQuestions
import Xapian

/// Finds documents by what people call them: an id, else a question's number or the last part of an id.
struct DocumentLookup {
  struct Found {
    let documentID: Int
    let header: RecordHeader
    let data: [UInt8]
  }

  /// So many at most.
  private static let limit = 100

  let database: Database
  /// Documents that are as good as gone are passed over.
  var isGone: (Int) -> Bool = { _ in false }

  /// The document with this id, or else all those that have it as their number or as the end of their
  /// id: `230` for `2019/230` and `2020/230`.
  /// - Throws: `IndexError.noSuchDocument`.
  func documents(_ id: String) throws -> [Found] {
    let id = SourceNames.printable(id)
    if let named = try document(id) { return [named] }
    let number = Schema.numberTerm(id)
    let called = try documents(number, where: Self.isNumbered(number))
    let known = Set(called.map(\.documentID))
    let ending = try documents(Schema.nameTerm(id)) { header, _ in
      Schema.names(ofID: header.id).contains(id)
    }
    let all = called + ending.filter { !known.contains($0.documentID) }
    guard !all.isEmpty else { throw IndexError.noSuchDocument(id: id) }
    return Array(all.prefix(Self.limit))
  }

  /// The one that is meant.
  /// - Throws: `.noSuchDocument`, `.severalDocuments`.
  func onlyDocument(_ id: String) throws -> Found {
    let found = try documents(id)
    guard found.count == 1 else {
      let headings = found.compactMap { RecordCoder.decode($0.data)?.heading }
      throw IndexError.severalDocuments(Candidates(name: id, documents: headings))
    }
    return found[0]
  }

  /// The document with this id.
  func document(_ id: String, where isMeant: (RecordHeader) -> Bool = { _ in true }) throws
    -> Found?
  {
    try documents(Schema.idTerm(id)) { header, _ in
      header.id.utf8.elementsEqual(id.utf8) && isMeant(header)
    }.first
  }

  /// Whether the document has this as its number or as another of its names.
  private static func isNumbered(_ term: String) -> (RecordHeader, [UInt8]) -> Bool {
    { header, data in
      if header.number.map(Schema.numberTerm) == term { return true }
      guard let question = RecordCoder.decode(data) else { return false }
      return Schema.numberTerms(of: question.heading).contains(term)
    }
  }

  /// Those with the term that are meant: terms are cut, so that long ids may share one.
  private func documents(
    _ term: String, where isMeant: (RecordHeader, [UInt8]) -> Bool
  ) throws -> [Found] {
    var found: [Found] = []
    var first = 1
    while found.count < Self.limit {
      let postings = try database.postings(of: term, from: first, limit: Self.limit)
      for posting in postings where !isGone(posting.documentID) {
        let data = try database.data(of: posting.documentID)
        if let header = RecordHeader(of: data), isMeant(header, data) {
          found.append(Found(documentID: posting.documentID, header: header, data: data))
        }
      }
      guard postings.count == Self.limit, let last = postings.last else { break }
      first = last.documentID + 1
    }
    return found
  }
}
