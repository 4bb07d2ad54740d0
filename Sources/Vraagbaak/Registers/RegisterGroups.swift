import WrittenQuestions
import Xapian

/// Records of registers that are about one question: those that name it by the same number. One that
/// names several questions, as that of a joint answer does, is about each of them, and one that names a
/// document alone about those that have it.
struct RegisterGroups {
  /// A question of which only registers tell.
  struct Question {
    let merged: WrittenQuestion
    /// What the record says that it is named after.
    let own: QuestionFacts?
    let hash: [UInt8]
  }

  fileprivate struct Group {
    /// In their order.
    var records: [RegisterRecord]
    var keys: Set<String>
  }

  private var groups: [Group] = []
  /// The groups that are called by a key.
  private var byKey: [String: [Int]] = [:]
  private var byPossibleKey: [String: [Int]] = [:]

  /// The groups of all records that are called by one of these keys, in the order of the records.
  init(of keys: Set<String>, in table: RegisterTable) throws(XapianError) {
    var found: [String: RegisterRecord] = [:]
    for key in keys {
      for record in try table.records(called: key, .after) { found[record.reference] = record }
    }
    let records = found.values.sorted(by: RegisterRecord.precedes)
    for record in records where record.keys.numbers.count == 1 {
      add(record, by: record.keys.numbers)
    }
    for record in records where record.keys.numbers.count > 1 {
      share(record, with: groups(called: record.keys.numbers))
    }
    for record in records where record.keys.numbers.isEmpty {
      let others = groups(called: record.keys.certain).filter { groups[$0].hasNumber }
      if others.isEmpty {
        add(record, by: record.keys.certain)
      } else {
        share(record, with: others)
      }
    }
    for (number, group) in groups.enumerated() where !group.records.isEmpty {
      for key in Set(group.records.compactMap(\.keys.possible)) {
        byPossibleKey[key, default: []].append(number)
      }
    }
  }

  private func groups(called keys: [String]) -> [Int] {
    Set(keys.flatMap { byKey[$0] ?? [] }).sorted()
  }

  private mutating func add(_ record: RegisterRecord, by keys: [String]) {
    let known = groups(called: keys)
    let number = known.first ?? groups.count
    if known.isEmpty { groups.append(Group(records: [], keys: [])) }
    groups[number].insert(record)
    for key in record.keys.certain { call(number, key) }
    // Those without a number may be joined by a later one.
    for other in known.dropFirst() {
      for moved in groups[other].records { groups[number].insert(moved) }
      for key in groups[other].keys {
        byKey[key]?.removeAll { $0 == other }
        call(number, key)
      }
      groups[other] = Group(records: [], keys: [])
    }
  }

  private mutating func call(_ number: Int, _ key: String) {
    groups[number].keys.insert(key)
    if byKey[key]?.contains(number) != true { byKey[key, default: []].append(number) }
  }

  private mutating func share(_ record: RegisterRecord, with numbers: [Int]) {
    for number in numbers { groups[number].insert(record) }
  }

  var all: [Int] { groups.indices.filter { !groups[$0].records.isEmpty } }

  /// What the records of a group say, in their order; not what they call other questions.
  func facts(of number: Int) -> [QuestionFacts] {
    let group = groups[number]
    return group.records.map { record in
      var facts = record.question.facts
      guard record.keys.numbers.count > 1 else { return facts }
      facts.identifiers.removeAll { !group.keys.isSuperset(of: QuestionKeys.keys(in: $0)) }
      return facts
    }
  }

  /// The records of a group.
  func records(of number: Int) -> [RegisterRecord] { groups[number].records }

  /// What records of a group say that cannot be true beside what earlier ones do.
  func contradictions(in number: Int) -> [ReadWarning] {
    let records = groups[number].records
    return records.enumerated().flatMap { index, record -> [ReadWarning] in
      var known: Set<String> = []
      return records[..<index].flatMap { earlier in
        earlier.question.facts.contradictions(of: record.question.facts)
          .filter { known.insert($0.field).inserted }
      }.map { field, value in
        let source = record.question.source
        return ReadWarning(
          .contradiction, path: source.path, line: source.line, field: field,
          value: "\(record.question.id): \(value)")
      }
    }
  }

  /// Those that are about a document. A number and a day do not tell where several have them and the
  /// same people.
  func groups(of document: JoinedDocument) -> [Int] {
    let numbered = groups(called: document.keys.numbers)
    guard numbered.isEmpty else { return numbered }
    let certain = groups(called: document.keys.certain)
    guard certain.isEmpty, let key = document.keys.possible else { return certain }
    let possible = (byPossibleKey[key] ?? []).filter { number in
      groups[number].records.allSatisfy { document.facts.agrees(with: $0.question.facts) }
    }
    return possible.count == 1 ? possible : []
  }

  /// The question that a group is about; nil where no record of it says what it asks about.
  func question(of number: Int) -> Question? {
    let records = groups[number].records
    guard let place = records.firstIndex(where: { $0.question.introduction != nil }) else {
      return nil
    }
    let base = records[place]
    var merged = base.question
    // The first record is believed first, also where a later one says what it asks about.
    merged.facts = QuestionFacts().enriched(by: facts(of: number))
    let own = merged.facts == base.question.facts ? nil : base.question.facts
    return Question(merged: merged, own: own, hash: base.hash)
  }
}

extension RegisterGroups.Group {
  fileprivate var hasNumber: Bool { records.contains { $0.keys.numbers.count == 1 } }

  fileprivate mutating func insert(_ record: RegisterRecord) {
    let place = records.firstIndex { RegisterRecord.precedes(record, $0) } ?? records.count
    records.insert(record, at: place)
  }
}
