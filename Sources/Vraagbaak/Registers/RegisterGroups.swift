import WrittenQuestions
import Xapian

/// Records of registers that are about one question: those that share a name for it.
struct RegisterGroups {
  /// A question of which only registers tell.
  struct Question {
    let merged: WrittenQuestion
    /// What the record says that it is named after.
    let own: QuestionFacts?
    let hash: [UInt8]
  }

  private var groups: [[RegisterRecord]] = []
  /// The group of each name.
  private var byKey: [String: Int] = [:]
  /// The groups that share a number and a day.
  private var byPossibleKey: [String: [Int]] = [:]

  /// The groups of all records that are called by one of these keys, in the order of the records.
  init(of keys: Set<String>, in table: RegisterTable) throws(XapianError) {
    var records: [String: RegisterRecord] = [:]
    for key in keys {
      for record in try table.records(called: key, .after) { records[record.reference] = record }
    }
    for record in records.values.sorted(by: RegisterRecord.precedes) { add(record) }
    // Groups that were joined to another are empty.
    for (number, group) in groups.enumerated() {
      for key in Set(group.compactMap(\.keys.possible)) {
        byPossibleKey[key, default: []].append(number)
      }
    }
  }

  private mutating func add(_ record: RegisterRecord) {
    let certain = record.keys.certain
    let known = Set(certain.compactMap { byKey[$0] }).sorted()
    let number = known.first ?? groups.count
    if known.isEmpty { groups.append([]) }
    groups[number].append(record)
    for other in known.dropFirst() {
      for moved in groups[other] {
        for key in moved.keys.certain { byKey[key] = number }
      }
      groups[number] += groups[other]
      groups[other] = []
    }
    for key in certain { byKey[key] = number }
  }

  var all: [Int] { groups.indices.filter { !groups[$0].isEmpty } }

  /// In their order.
  func records(of group: Int) -> [RegisterRecord] {
    groups[group].sorted(by: RegisterRecord.precedes)
  }

  /// Those that are about a document. A number and a day do not tell where several have them and the
  /// same people.
  func groups(of document: JoinedDocument) -> [Int] {
    let certain = Set(document.keys.certain.compactMap { byKey[$0] }).sorted()
    guard certain.isEmpty, let key = document.keys.possible else { return certain }
    let possible = (byPossibleKey[key] ?? []).filter { number in
      groups[number].allSatisfy { document.facts.agrees(with: $0.question.facts) }
    }
    return possible.count == 1 ? possible : []
  }

  /// The question that a group is about; nil where no record of it says what it asks about.
  func question(of group: Int) -> Question? {
    let records = records(of: group)
    guard let base = records.first(where: { $0.question.introduction != nil }) else { return nil }
    var merged = base.question
    merged.facts = merged.facts.enriched(
      by: records.filter { $0.reference != base.reference }.map(\.question.facts))
    let own = merged.facts == base.question.facts ? nil : base.question.facts
    return Question(merged: merged, own: own, hash: base.hash)
  }
}
