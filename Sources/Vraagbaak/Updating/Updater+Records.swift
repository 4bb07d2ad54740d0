import Extraction
import WrittenQuestions
import Xapian

/// A document of a source as it is in the index.
struct IndexedDocument: Sendable {
  let document: Int
  let header: RecordHeader
}

/// The documents of one source, each to be found again in the changed file by its record or its id.
struct IndexedDocuments {
  private var stored: [IndexedDocument?]
  private var byHash: [[UInt8]: [Int]] = [:]
  private var byID: [[UInt8]: Int] = [:]

  /// - Parameter byRecord: whether a record whose bytes are known is found by these.
  init(_ documents: [IndexedDocument], byRecord: Bool) {
    stored = documents
    for (index, document) in documents.enumerated().reversed() {
      if byRecord { byHash[document.header.hash, default: []].append(index) }
      byID[Array(document.header.id.utf8)] = index
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

  mutating func take(id: String) -> IndexedDocument? { byID[Array(id.utf8)].flatMap { take($0) } }

  /// Leaves one as it is after all.
  mutating func putBack(_ document: IndexedDocument) { stored.append(document) }

  private mutating func take(_ index: Int) -> IndexedDocument? {
    defer { stored[index] = nil }
    return stored[index]
  }
}

/// The records of registers of one source, each to be found again in the changed file.
struct IndexedRegisters {
  private var byHash: [[UInt8]: [RegisterRecord]] = [:]
  private var stored: [String: RegisterRecord] = [:]

  /// - Parameter byRecord: whether a record whose bytes are known is found by these.
  init(_ records: [RegisterRecord], byRecord: Bool) {
    for record in records.reversed() {
      if byRecord { byHash[record.hash, default: []].append(record) }
      stored[record.reference] = record
    }
  }

  /// Those that were not taken.
  var rest: [RegisterRecord] { Array(stored.values) }

  mutating func take(hash: [UInt8]) -> RegisterRecord? {
    guard let record = byHash[hash]?.popLast() else { return nil }
    stored[record.reference] = nil
    return record
  }

  /// One whose place is another's now.
  mutating func replace(_ reference: String) { stored[reference] = nil }
}

/// What becomes of single records.
extension Updater {
  enum Outcome {
    /// By this reader; nil: it was known.
    case indexed(reader: String?)
    /// As of `indexed`: the record of a register.
    case register(reader: String?)
    /// Another record has its id.
    case repeated(id: String)
    /// The engine does not take it; what was indexed of it before stays.
    case refused(BuildSummary.Skip)
  }

  /// Brings the index in line with one record. One whose bytes are known is not parsed.
  func index(
    _ record: SourceRecord, _ format: FileFormat, _ old: inout IndexedDocuments,
    _ registers: inout IndexedRegisters
  ) throws -> Outcome {
    let hash = record.hash
    let claim = Claim(path: record.path, offset: record.offset)
    if let stored = old.take(hash: hash) {
      var header = stored.header
      header.source.path = record.path
      header.source.line = record.line
      header.source.range = record.offset..<(record.offset + record.bytes.count)
      claims[Array(header.id.utf8)] = claim
      if stored.header != header { try move(stored, to: header) }
      return .indexed(reader: nil)
    }
    if let known = registers.take(hash: hash) {
      try move(known, to: record, &registers)
      return .register(reader: nil)
    }
    let parsed = try reader.parse(record, as: format)
    let question = parsed.question
    if reader.counts { accounts[record.path, default: FileAccount()].add(parsed) }
    if question.isMetadata {
      summary.warnings.add(parsed.warnings)
      let put = RegisterRecord(question, hash: hash)
      registers.replace(put.reference)
      try join.table.put(put)
      return .register(reader: parsed.reader)
    }
    // Its own from before, when the file is read a second time.
    if let claimed = claims[Array(question.id.utf8)] {
      return claimed == claim ? .indexed(reader: parsed.reader) : .repeated(id: question.id)
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
    claims[Array(question.id.utf8)] = claim
    summary.warnings.add(parsed.warnings)
    return .indexed(reader: parsed.reader)
  }

  /// The record of a register that is as it was, perhaps at another place.
  private func move(
    _ known: RegisterRecord, to record: SourceRecord, _ registers: inout IndexedRegisters
  ) throws {
    var question = known.question
    question.source.path = record.path
    question.source.line = record.line
    question.source.range = record.offset..<(record.offset + record.bytes.count)
    guard question.source != known.question.source else { return }
    // Another may have come to its old place already.
    if !join.table.isChanged(known.reference) { try join.table.remove(known) }
    let put = RegisterRecord(question, hash: known.hash)
    registers.replace(put.reference)
    try join.table.put(put)
  }

  /// The document with a text that has the id, when this update has not taken it away.
  func holder(of id: String) throws -> IndexedDocument? {
    try lookup.document(id, where: { !$0.isMetadata }).map {
      IndexedDocument(document: $0.documentID, header: $0.header)
    }
  }

  /// Finds what this update has not taken away.
  var lookup: DocumentLookup {
    DocumentLookup(database: database) { [self] document in
      deleted.contains(document) || renamed.contains(document)
    }
  }

  /// The documents of a source that this update has not touched, in their order; without those of
  /// registers alone.
  func documents(of path: SourcePath) throws -> [IndexedDocument] {
    try allDocuments(of: path).filter { !$0.header.isMetadata }
  }

  /// How many documents of registers alone a source gives.
  func registerDocuments(of path: SourcePath) throws -> Int {
    try allDocuments(of: path).count { $0.header.isMetadata }
  }

  private func allDocuments(of path: SourcePath) throws -> [IndexedDocument] {
    let term = Schema.sourceTerm(path)
    let pageSize = 10_000
    var found: [IndexedDocument] = []
    var first = 1
    while true {
      let postings = try database.postings(of: term, from: first, limit: pageSize)
      for posting in postings
      where !deleted.contains(posting.documentID) && !written.contains(posting.documentID) {
        let stored = try stored(posting.documentID)
        if stored.header.source.path == path { found.append(stored) }
      }
      guard postings.count == pageSize, let last = postings.last else { return found }
      first = last.documentID + 1
    }
  }

  private func stored(_ document: Int) throws -> IndexedDocument {
    guard let header = RecordHeader(of: try database.data(of: document)) else {
      throw unreadable(document)
    }
    return IndexedDocument(document: document, header: header)
  }

  private func unreadable(_ document: Int) -> IndexError {
    .damaged(path: path, reason: "document \(document) has no readable data")
  }

  // MARK: Writing

  private func add(_ question: WrittenQuestion, hash: [UInt8]) throws {
    let document = try writer?.add(indexer.document(for: question, record: hash))
    summary.added += 1
    // Without a writer no document has such a number.
    join.note(document ?? -summary.added, question)
    summary.forms += FormCounts(of: question)
    documents += 1
    passages += question.passages.count
  }

  private func replace(_ stored: IndexedDocument, by question: WrittenQuestion, hash: [UInt8])
    throws
  {
    if let writer {
      try writer.replace(stored.document, with: indexer.document(for: question, record: hash))
    }
    written.insert(stored.document)
    join.note(stored.document, question)
    summary.replaced += 1
    summary.forms += FormCounts(of: question)
    passages += question.passages.count - stored.header.passages
  }

  /// Gives a document another source or id; its text stays as it is, and is not decoded.
  func move(_ stored: IndexedDocument, to header: RecordHeader) throws {
    let old = stored.header
    if let writer {
      let before = try database.data(of: stored.document)
      guard let data = RecordCoder.replaceHeader(of: before, with: header) else {
        throw unreadable(stored.document)
      }
      let (removed, added) = (Self.terms(of: old), Self.terms(of: header))
      try writer.amend(
        stored.document, data: data, removing: Self.difference(removed, added),
        adding: Self.difference(added, removed))
    }
    written.insert(stored.document)
    if !header.id.utf8.elementsEqual(old.id.utf8) {
      renamed.insert(stored.document)
      if var question = RecordCoder.decodeOwn(try database.data(of: stored.document)) {
        question.id = header.id
        join.note(stored.document, question)
      }
    }
    summary.moved += 1
  }

  /// The terms that follow from a header.
  private static func terms(of header: RecordHeader) -> [String] {
    [Schema.sourceTerm(header.source.path), Schema.idTerm(header.id)]
      + Schema.names(ofID: header.id).map(Schema.nameTerm)
  }

  /// Those that are not among the others, by their bytes.
  private static func difference(_ terms: [String], _ others: [String]) -> [String] {
    terms.filter { term in !others.contains { $0.utf8.elementsEqual(term.utf8) } }
  }

  func delete(_ stored: IndexedDocument) throws {
    try writer?.delete(stored.document)
    deleted.insert(stored.document)
    summary.deleted += 1
    documents -= 1
    passages -= stored.header.passages
  }
}
