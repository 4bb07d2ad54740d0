import WrittenQuestions
import Xapian

/// A document of a source as it is in the index.
struct IndexedDocument: Sendable {
  let document: Int
  let id: String
  let hash: [UInt8]
  let source: Source
  let passages: Int
}

/// The documents of one source, each to be found again in the changed file by its record or its id.
struct IndexedDocuments {
  private var stored: [IndexedDocument?]
  private var byHash: [[UInt8]: [Int]] = [:]
  private var byID: [String: Int] = [:]

  init(_ documents: [IndexedDocument]) {
    stored = documents
    for (index, document) in documents.enumerated().reversed() {
      byHash[document.hash, default: []].append(index)
      byID[document.id] = index
    }
  }

  /// Those that were not taken.
  var rest: [IndexedDocument] { stored.compactMap { $0 } }

  mutating func take(hash: [UInt8]) -> IndexedDocument? {
    while let index = byHash[hash]?.popLast() {
      if let found = take(index) { return found }
    }
    return nil
  }

  mutating func take(id: String) -> IndexedDocument? { byID[id].flatMap { take($0) } }

  /// Leaves one as it is after all.
  mutating func putBack(_ document: IndexedDocument) { stored.append(document) }

  private mutating func take(_ index: Int) -> IndexedDocument? {
    defer { stored[index] = nil }
    return stored[index]
  }
}

/// What becomes of single records.
extension Updater {
  enum Outcome {
    case indexed
    /// Another record has its id.
    case repeated(id: String)
    /// The engine does not take it; what was indexed of it before stays.
    case refused(BuildSummary.Skip)
  }

  /// Brings the index in line with one record. One whose bytes are known is not parsed.
  func index(_ record: SourceRecord, _ reader: any Reader, _ old: inout IndexedDocuments) throws
    -> Outcome
  {
    let hash = SHA256.ofRecord(record.bytes)
    let source = Source(
      path: record.path, line: record.line,
      range: record.offset..<(record.offset + record.bytes.count))
    let claim = Claim(path: record.path, offset: record.offset)
    if let stored = old.take(hash: hash) {
      claims[stored.id] = claim
      if stored.source != source { try move(stored, to: source, id: stored.id) }
      return .indexed
    }
    let question = try reader.parse(record)
    // Its own from before, when the file is read a second time.
    if let claimed = claims[question.id] {
      return claimed == claim ? .indexed : .repeated(id: question.id)
    }
    let before = old.take(id: question.id)
    do {
      if let before {
        try replace(before, by: question, hash: hash)
      } else {
        guard try holder(of: question.id) == nil else { return .repeated(id: question.id) }
        try add(question, hash: hash)
      }
    } catch let error as XapianError where error.kind == .invalidArgument {
      if let before { old.putBack(before) }
      return .refused(.refused(question, reason: error.message))
    }
    claims[question.id] = claim
    return .indexed
  }

  /// The document that has the id, when this update has not taken it away.
  func holder(of id: String) throws -> IndexedDocument? {
    for posting in try database.postings(of: Schema.idTerm(id), limit: 100)
    where !deleted.contains(posting.documentID) && !renamed.contains(posting.documentID) {
      // Terms of long ids are cut.
      let stored = try stored(posting.documentID)
      if stored.id == id { return stored }
    }
    return nil
  }

  /// The documents of a source that this update has not touched, in their order.
  func documents(of path: String) throws -> [IndexedDocument] {
    let term = Schema.sourceTerm(path)
    let pageSize = 10_000
    var found: [IndexedDocument] = []
    var first = 1
    while true {
      let postings = try database.postings(of: term, from: first, limit: pageSize)
      for posting in postings
      where !deleted.contains(posting.documentID) && !written.contains(posting.documentID) {
        let stored = try stored(posting.documentID)
        if stored.source.path == path { found.append(stored) }
      }
      guard postings.count == pageSize, let last = postings.last else { return found }
      first = last.documentID + 1
    }
  }

  private func stored(_ document: Int) throws -> IndexedDocument {
    let stored = try database.document(document)
    guard let question = RecordCoder.decode(stored.data) else {
      throw IndexError.damaged(path: path, reason: "document \(document) has no readable data")
    }
    return IndexedDocument(
      document: document, id: question.id, hash: stored.values[Schema.Slot.record] ?? [],
      source: question.source, passages: question.passages.count)
  }

  // MARK: Writing

  private func add(_ question: WrittenQuestion, hash: [UInt8]) throws {
    if let writer { try writer.add(maker.document(for: question, record: hash)) }
    summary.added += 1
    documents += 1
    passages += question.passages.count
  }

  private func replace(_ stored: IndexedDocument, by question: WrittenQuestion, hash: [UInt8])
    throws
  {
    if let writer {
      try writer.replace(stored.document, with: maker.document(for: question, record: hash))
    }
    written.insert(stored.document)
    summary.replaced += 1
    passages += question.passages.count - stored.passages
  }

  /// Gives a document another place or id; its text stays.
  func move(_ stored: IndexedDocument, to source: Source, id: String) throws {
    if let writer, var question = RecordCoder.decode(try database.document(stored.document).data) {
      question.source = source
      question.id = id
      let terms = [
        (old: Schema.sourceTerm(stored.source.path), new: Schema.sourceTerm(source.path)),
        (old: Schema.idTerm(stored.id), new: Schema.idTerm(id)),
      ].filter { $0.old != $0.new }
      try writer.amend(
        stored.document, data: RecordCoder.encode(question), replacing: terms)
    }
    written.insert(stored.document)
    if id != stored.id { renamed.insert(stored.document) }
    summary.moved += 1
  }

  func delete(_ stored: IndexedDocument) throws {
    try writer?.delete(stored.document)
    deleted.insert(stored.document)
    summary.deleted += 1
    documents -= 1
    passages -= stored.passages
  }
}
