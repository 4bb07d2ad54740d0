import DutchText
import WrittenQuestions
import Xapian

/// A person in a term: the family name, the group in which nobody else is meant by it alone, and the
/// first name, initials, or nothing.
///
/// Sources name a member now "Marianne Thieme", now "het lid Thieme (PvdD)". The second is the first
/// where all members of the party that the index knows by this family name in full are that one; where it
/// knows none in the party, those count whose party no source says. So it is counted and found with her,
/// and no longer when an update brings another.
struct PersonTerm: Hashable {
  let prefix: String
  let family: String
  let group: String
  /// Folded; `.ml` for initials; empty where none is known.
  let given: String

  /// Between the parts of the term.
  private static let separator = "\u{1}"
  /// Ministers are few: all of the index are one group.
  static let ministers = "-"

  var text: String { beginning + group + Self.separator + given }
  private var beginning: String { prefix + family + Self.separator }

  /// Nil where there is nothing to know a person by, as with a shorter name of no group.
  /// - Parameter group: the asker's party.
  init?(_ name: String, group: String?, _ field: FilterField, _ analyzer: Analyzer) {
    self.init(PersonName(name), field, analyzer)
    let party = group.map { analyzer.words(of: $0).map { JoinedWord($0).joined }.joined() }
    let group = field == .minister ? Self.ministers : party ?? ""
    guard !group.isEmpty || !given.isEmpty else { return nil }
    self = PersonTerm(prefix: prefix, family: family, group: group, given: given)
  }

  /// Without a group.
  private init?(_ name: PersonName, _ field: FilterField, _ analyzer: Analyzer) {
    guard let prefix = Schema.Prefix.person(of: field) else { return nil }
    let family = analyzer.words(of: name.family).joined(separator: " ")
    let given = analyzer.words(of: name.given ?? "").joined(separator: " ")
    guard !family.isEmpty else { return nil }
    self.init(
      prefix: prefix, family: family, group: "",
      given: name.isWhole || given.isEmpty ? given : "." + given.filter(\.isLetter))
  }

  private init(prefix: String, family: String, group: String, given: String) {
    self.prefix = prefix
    self.family = family
    self.group = group
    self.given = given
  }

  private init?(_ text: String, beginning: PersonTerm) {
    let parts = text.dropFirst(beginning.beginning.count)
      .split(separator: Self.separator, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(
      prefix: beginning.prefix, family: beginning.family, group: String(parts[0]),
      given: String(parts[1]))
  }

  /// Whether the first name is known.
  var isWhole: Bool { !given.isEmpty && !given.hasPrefix(".") }

  /// How much of the first name is known.
  private enum Fullness: Int {
    case none, initials, whole
  }

  private var fullness: Fullness {
    given.isEmpty ? .none : isWhole ? .whole : .initials
  }

  /// Whether it may be a shorter name of this one.
  private func mayBe(_ other: PersonTerm) -> Bool {
    fullness.rawValue < other.fullness.rawValue
      && (given.isEmpty || given.dropFirst().first == other.given.first)
  }
}

extension PersonTerm {
  /// More of one family name tell nobody apart.
  private static let most = 1_000

  /// All of this family name.
  private func known(in database: Database) throws(XapianError) -> [PersonTerm] {
    let terms = try database.terms(prefix: beginning, limit: Self.most + 1)
    guard terms.count <= Self.most else { return [] }
    return terms.compactMap { PersonTerm($0, beginning: self) }
  }

  /// The one of the index that is meant by a shorter name; nil where there are none, or several.
  func whole(in database: Database) throws(XapianError) -> PersonTerm? {
    Self.whole(of: self, among: try known(in: database))
  }

  private static func whole(of short: PersonTerm, among known: [PersonTerm]) -> PersonTerm? {
    guard !short.group.isEmpty else { return nil }
    let all = known.filter { short.mayBe($0) }
    for fullness in [Fullness.whole, .initials] {
      for group in [short.group, ""] {
        let meant = all.filter { $0.fullness == fullness && $0.group == group }
        if let first = meant.first { return meant.count == 1 ? first : nil }
      }
    }
    return nil
  }

  /// The terms of documents that name this person by less than the whole name.
  static func shorter(
    than name: String, _ field: FilterField, _ analyzer: Analyzer, in database: Database
  ) throws(XapianError) -> [String] {
    guard let asked = PersonTerm(PersonName(name), field, analyzer), !asked.given.isEmpty else {
      return []
    }
    let known = try asked.known(in: database)
    return known.filter { Self.whole(of: $0, among: known)?.given == asked.given }.map(\.text)
  }

  /// How a document that has this term writes the name.
  func written(in database: Database, _ analyzer: Analyzer) throws(XapianError) -> String? {
    guard let posting = try database.postings(of: text, limit: 1).first,
      let question = RecordCoder.decode(try database.data(of: posting.documentID))
    else { return nil }
    let names: [(String, String?)] =
      prefix == Schema.Prefix.askerPerson
      ? question.askers.map { ($0.name, $0.party) }
      : question.ministers.compactMap { $0.name.map { ($0, nil) } }
    let field = prefix == Schema.Prefix.askerPerson ? FilterField.asker : .minister
    return names.first { PersonTerm($0.0, group: $0.1, field, analyzer) == self }?.0
  }
}
