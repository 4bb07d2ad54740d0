import Extraction
import Text
import WrittenQuestions
import Xapian

/// A record of a register, as it was read.
struct RegisterRecord {
  let question: WrittenQuestion
  /// Of the record's bytes.
  let hash: [UInt8]
  let keys: QuestionKeys

  init(_ question: WrittenQuestion, hash: [UInt8]) {
    self.question = question
    self.hash = hash
    keys = QuestionKeys(of: question)
  }

  /// Its place: the path as a hash, so that it fits into a key, and where it begins.
  var reference: String {
    Self.prefix(of: question.source.path) + Self.digits(question.source.range.lowerBound)
  }

  static func prefix(of path: SourcePath) -> String {
    String(SHA256.hex(of: Array(path.text.utf8)).prefix(24))
  }

  private static func digits(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  /// The order in which records are believed.
  static func precedes(_ left: RegisterRecord, _ right: RegisterRecord) -> Bool {
    let (first, second) = (left.question.source, right.question.source)
    return first.path == second.path
      ? first.range.lowerBound < second.range.lowerBound : first.path < second.path
  }
}

/// The records of registers in a database's metadata, and what becomes of them in one change, which
/// is seen here before it is committed.
final class RegisterTable {
  private let database: Database
  private let writer: WritableDatabase?
  /// By their references; nil: taken away.
  private var changed: [String: RegisterRecord?] = [:]
  private var changedByKey: [String: Set<String>] = [:]
  /// What changed records are and were called by.
  private(set) var changedKeys: Set<String> = []
  private var read: [String: RegisterRecord] = [:]

  /// - Parameter writer: nil: nothing is written.
  init(reading database: Database, writer: WritableDatabase?) {
    self.database = database
    self.writer = writer
  }

  /// Whether there are records, or were before this change.
  func hasAny() throws(XapianError) -> Bool {
    guard changed.isEmpty else { return true }
    return try !database.metadataKeys(prefix: Schema.registerKeyPrefix, limit: 1).isEmpty
  }

  /// Those of a file before this change, in their order.
  func records(of path: SourcePath) throws(XapianError) -> [RegisterRecord] {
    let prefix = Schema.registerKeyPrefix + RegisterRecord.prefix(of: path)
    var records: [RegisterRecord] = []
    for key in try database.metadataKeys(prefix: prefix) {
      let reference = String(key.dropFirst(Schema.registerKeyPrefix.count))
      if let record = try stored(reference) { records.append(record) }
    }
    return records
  }

  enum Time { case before, after }

  /// Those that are called by a key, before this change or after it.
  func records(called key: String, _ time: Time) throws(XapianError) -> [RegisterRecord] {
    let prefix = Self.joinKey(key, "")
    var records: [RegisterRecord] = []
    for entry in try database.metadataKeys(prefix: prefix) {
      let reference = String(entry.dropFirst(prefix.count))
      if time == .after, changed[reference] != nil { continue }
      if let record = try stored(reference), record.keys.all.contains(key) {
        records.append(record)
      }
    }
    guard time == .after else { return records }
    return records + (changedByKey[key] ?? []).compactMap { changed[$0] ?? nil }
  }

  /// Everything that records are called by which share a key with these, or with one of those.
  func closure(of keys: Set<String>, _ time: Time) throws(XapianError) -> Set<String> {
    var known = keys
    var next = Array(keys)
    while let key = next.popLast() {
      for record in try records(called: key, time) {
        for other in record.keys.all where known.insert(other).inserted { next.append(other) }
      }
    }
    return known
  }

  // MARK: Changing

  func put(_ record: RegisterRecord) throws(XapianError) {
    let reference = record.reference
    try remove(reference)
    changed[reference] = .some(record)
    note(record)
    for key in record.keys.all { changedByKey[key, default: []].insert(reference) }
    guard let writer else { return }
    try writer.setMetadata(
      Schema.registerKeyPrefix + reference,
      to: RecordCoder.encode(record.question, hash: record.hash))
    for key in record.keys.all { try writer.setMetadata(Self.joinKey(key, reference), to: [1]) }
  }

  /// Whether this change has put or taken away what stands at a place.
  func isChanged(_ reference: String) -> Bool { changed[reference] != nil }

  func remove(_ record: RegisterRecord) throws(XapianError) { try remove(record.reference) }

  private func remove(_ reference: String) throws(XapianError) {
    let before: RegisterRecord?
    if let known = changed[reference] { before = known } else { before = try stored(reference) }
    guard let record = before else { return }
    changed[reference] = .some(nil)
    note(record)
    for key in record.keys.all {
      changedByKey[key]?.remove(reference)
      try writer?.setMetadata(Self.joinKey(key, reference), to: [])
    }
    try writer?.setMetadata(Schema.registerKeyPrefix + reference, to: [])
  }

  private func note(_ record: RegisterRecord) { changedKeys.formUnion(record.keys.all) }

  private func stored(_ reference: String) throws(XapianError) -> RegisterRecord? {
    if let record = read[reference] { return record }
    let data = try database.metadata(Schema.registerKeyPrefix + reference)
    guard let header = RecordHeader(of: data), let question = RecordCoder.decode(data) else {
      return nil
    }
    let record = RegisterRecord(question, hash: header.hash)
    read[reference] = record
    return record
  }

  /// The sign behind the key is in none.
  private static func joinKey(_ key: String, _ reference: String) -> String {
    Schema.joinKeyPrefix + key + "\u{1}" + reference
  }
}
