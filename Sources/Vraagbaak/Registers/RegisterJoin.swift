import Extraction
import WrittenQuestions
import Xapian

/// Gives documents what registers say of them, and makes documents of what registers say of
/// questions whose text is not there.
///
/// It works at the end of a build or an update, on all that these changed at once: so what comes of
/// it follows from the documents and records that there are, not from the order in which they came.
final class RegisterJoin {
  /// What is done to documents of one file.
  struct Outcome {
    var added = 0
    var replaced = 0
    var deleted = 0
    /// Documents with facts of registers among those that were looked at.
    var enriched = 0
    var passages = 0
    /// How many documents of registers alone each file has more.
    var documents: [SourcePath: Int] = [:]
    /// What became of the records of each file that were looked at.
    var records: [SourcePath: RegisterCounts] = [:]
    /// What contradicts other records, and records of which nothing is in the index.
    var warnings: [ReadWarning] = []

    /// The same by files.
    var accounts: [SourcePath: FileAccount] {
      var accounts = records.mapValues { counts in
        var account = FileAccount()
        account.registers = counts
        return account
      }
      for warning in warnings {
        accounts[warning.path, default: FileAccount()].warnings.add([warning])
      }
      return accounts
    }
  }

  let table: RegisterTable
  private let database: Database
  private let writer: WritableDatabase?
  private let indexer: DocumentIndexer
  /// Documents that this change wrote, without what registers say of them.
  private var written: [Int: JoinedDocument] = [:]
  private var outcome = Outcome()

  /// - Parameter writer: nil: nothing is written.
  init(reading database: Database, writer: WritableDatabase?, indexer: DocumentIndexer) {
    self.database = database
    self.writer = writer
    self.indexer = indexer
    table = RegisterTable(reading: database, writer: writer)
  }

  /// A document that this change wrote.
  func note(_ document: Int, _ question: WrittenQuestion) {
    written[document] = JoinedDocument(document: document, question)
  }

  /// - Parameters:
  ///   - isGone: whether this change deleted a document that `database` has.
  ///   - changed: documents of `database` that this change deleted or replaced.
  ///   - isTaken: whether a document with text has an id.
  func finish(
    isGone: (Int) -> Bool, changed: Set<Int>, isTaken: (String) throws -> Bool
  ) throws -> Outcome {
    guard try table.hasAny() else { return outcome }
    var keys = table.changedKeys
    for document in changed {
      if let before = try stored(document) { keys.formUnion(before.keys.all) }
    }
    for document in written.values { keys.formUnion(document.keys.all) }
    let before = try table.closure(of: keys, .before)
    let after = try table.closure(of: keys, .after)
    let groups = try RegisterGroups(of: after, in: table)
    let found = try documents(called: before.union(after), isGone: isGone)
    var attached: Set<Int> = []
    for document in found.filter({ !$0.isMetadata }) + written.values {
      let numbers = groups.groups(of: document)
      attached.formUnion(numbers)
      try enrich(document, by: numbers.flatMap { groups.facts(of: $0) })
    }
    var alone = Dictionary(
      found.filter(\.isMetadata).map { (Array($0.id.utf8), $0) },
      uniquingKeysWith: { first, _ in first })
    for number in groups.all where !attached.contains(number) {
      guard let question = groups.question(of: number) else { continue }
      let known = alone.removeValue(forKey: Array(question.merged.id.utf8))
      if known == nil, try isTaken(question.merged.id) { continue }
      try write(question, over: known)
    }
    count(groups, attached)
    for document in alone.values.sorted(by: { $0.document < $1.document }) { try delete(document) }
    return outcome
  }

  /// The documents in `database` with one of the keys that this change has not touched.
  private func documents(called keys: Set<String>, isGone: (Int) -> Bool) throws -> [JoinedDocument]
  {
    var numbers: Set<Int> = []
    for key in keys {
      var first = 1
      while true {
        let page = 1_000
        let postings = try database.postings(of: Schema.joinTerm(key), from: first, limit: page)
        numbers.formUnion(postings.map(\.documentID))
        guard postings.count == page, let last = postings.last else { break }
        first = last.documentID + 1
      }
    }
    return try numbers.sorted().filter { !isGone($0) && written[$0] == nil }.compactMap(stored)
  }

  private func stored(_ document: Int) throws -> JoinedDocument? {
    RecordCoder.decodeOwn(try database.data(of: document)).map {
      JoinedDocument(document: document, $0)
    }
  }

  // MARK: Writing

  private func enrich(_ document: JoinedDocument, by facts: [QuestionFacts]) throws {
    if !facts.isEmpty { outcome.enriched += 1 }
    let isWritten = written[document.document] != nil
    // Without a writer it is nowhere to be read, and is counted already.
    if isWritten, writer == nil { return }
    let data = try (writer ?? database).data(of: document.document)
    guard let own = RecordCoder.decodeOwn(data), let now = RecordCoder.decode(data),
      let header = RecordHeader(of: data)
    else { return }
    var merged = own
    merged.facts = own.facts.enriched(
      by: facts, hasAnswer: !own.answer.isEmpty)
    guard merged.facts != now.facts else { return }
    let kept = merged.facts == own.facts ? nil : own.facts
    try writer?.replace(
      document.document, with: indexer.document(for: merged, record: header.hash, own: kept))
    if !isWritten { outcome.replaced += 1 }
  }

  private func write(_ question: RegisterGroups.Question, over known: JoinedDocument?) throws {
    let document = indexer.document(for: question.merged, record: question.hash, own: question.own)
    if let known {
      guard try database.data(of: known.document) != document.data else { return }
      try writer?.replace(known.document, with: document)
      outcome.replaced += 1
      count(known.path, -1, passages: known.passages)
    } else {
      try writer?.add(document)
      outcome.added += 1
    }
    count(question.merged.source.path, 1, passages: question.merged.passages.count)
  }

  /// Counts what became of the records, and warns of what is not in the index.
  private func count(_ groups: RegisterGroups, _ attached: Set<Int>) {
    var fates: [String: (record: RegisterRecord, fate: RegisterCounts.Fate)] = [:]
    for number in groups.all {
      outcome.warnings += groups.contradictions(in: number)
      let base = attached.contains(number) ? nil : groups.question(of: number)
      for record in groups.records(of: number) {
        let isBase = base.map { $0.merged.source == record.question.source } ?? false
        let fate: RegisterCounts.Fate =
          isBase ? .document : attached.contains(number) || base != nil ? .joined : .unused
        let known = fates[record.reference]?.fate ?? fate
        fates[record.reference] = (record, max(known, fate))
      }
    }
    for (_, (record, fate)) in fates.sorted(by: { $0.key < $1.key }) {
      let source = record.question.source
      outcome.records[source.path, default: RegisterCounts()].add(fate)
      guard fate == .unused else { continue }
      outcome.warnings.append(
        ReadWarning(
          .unusedRecord, path: source.path, line: source.line, field: "",
          value: record.question.id))
    }
  }

  private func delete(_ document: JoinedDocument) throws {
    try writer?.delete(document.document)
    outcome.deleted += 1
    count(document.path, -1, passages: document.passages)
  }

  private func count(_ path: SourcePath, _ sign: Int, passages: Int) {
    outcome.documents[path, default: 0] += sign
    outcome.passages += sign * passages
  }
}

/// What became of the records of registers in a file.
public struct RegisterCounts: Sendable, Equatable, Codable {
  /// Those that are documents by themselves.
  public private(set) var documents = 0
  /// What they say went to other documents.
  public private(set) var joined = 0
  /// No document is about the same question, and they do not say what it asks about.
  public private(set) var unused = 0

  public init() {}

  /// What became of one: the first of a question that several are about.
  enum Fate: Int, Comparable {
    case unused, joined, document

    static func < (left: Fate, right: Fate) -> Bool { left.rawValue < right.rawValue }
  }

  mutating func add(_ fate: Fate) {
    switch fate {
    case .document: documents += 1
    case .joined: joined += 1
    case .unused: unused += 1
    }
  }

  static func + (first: RegisterCounts, other: RegisterCounts) -> RegisterCounts {
    var sum = first
    sum.documents += other.documents
    sum.joined += other.joined
    sum.unused += other.unused
    return sum
  }
}

/// What joins a document to registers, without its text.
struct JoinedDocument {
  let document: Int
  let id: String
  let path: SourcePath
  let facts: QuestionFacts
  let keys: QuestionKeys
  let isMetadata: Bool
  let passages: Int

  /// - Parameter question: as its own record says it.
  init(document: Int, _ question: WrittenQuestion) {
    self.document = document
    id = question.id
    path = question.source.path
    facts = question.facts
    keys = QuestionKeys(of: question)
    isMetadata = question.isMetadata
    passages = question.passages.count
  }
}
