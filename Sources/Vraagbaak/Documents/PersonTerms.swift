import WrittenQuestions
import Xapian

/// A person in a term: the name as it is compared (`PersonKey`), and the group in which nobody else is
/// meant by the family name alone.
///
/// Sources name a member now "Marianne Thieme", now "het lid Thieme (PvdD)". The second is the first
/// where all members of the party that the index knows by this family name in full are that one; where it
/// knows none in the party, those count whose party no source says. So it is counted and found with her,
/// and no longer when an update brings another. "Yeşilgöz" is "Dilan Yeşilgöz-Zegerius" in the same way,
/// and "Dilan Yeşilgöz" is too.
struct PersonTerm: Hashable {
  let prefix: String
  let key: PersonKey
  /// Of a member the party's key; empty where no source says it.
  let group: String

  /// Between the parts of the term.
  private static let separator = "\u{1}"
  /// Before the half of a double name.
  private static let half = "\u{2}"
  /// Ministers are few: all of the index are one group.
  static let ministers = "-"

  var text: String { Self.beginning(prefix, key.family) + group + Self.separator + key.given }

  /// Those by which the halves of a double name find it.
  private var halves: [String] {
    key.halves.map { half in
      [Self.beginning(prefix + Self.half, half) + group, key.given, key.family]
        .joined(separator: Self.separator)
    }
  }

  /// All that a document has of the person; none that are too long.
  var texts: [String] { ([text] + halves).filter { $0.utf8.count <= Schema.longestTerm } }

  private static func beginning(_ prefix: String, _ family: String) -> String {
    prefix + family + separator
  }

  private init(_ prefix: String, _ key: PersonKey, group: String) {
    self.prefix = prefix
    self.key = key
    self.group = group
  }

  /// Nil where there is nothing to know a person by, as with a shorter name of no group.
  /// - Parameter group: the key of the asker's party.
  init?(_ name: String, group: String, _ field: FilterField) {
    guard let prefix = Schema.Prefix.person(of: field) else { return nil }
    let key = PersonKey(name)
    guard !key.family.isEmpty, !group.isEmpty || !key.given.isEmpty else { return nil }
    self.init(prefix, key, group: group)
  }

  /// Of a term that begins with a family name, or with the half of one.
  private init?(_ text: String, _ prefix: String, family: String, isHalf: Bool) {
    let beginning = Self.beginning(isHalf ? prefix + Self.half : prefix, family)
    let parts = text.dropFirst(beginning.count)
      .split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == (isHalf ? 3 : 2) else { return nil }
    let key = PersonKey(family: isHalf ? parts[2] : family, given: parts[1])
    self.init(prefix, key, group: parts[0])
  }
}

extension PersonTerm {
  /// More of one family name tell nobody apart.
  private static let most = 1_000

  /// All of a family name, and of those that it is half of.
  private static func known(
    _ prefix: String, _ family: String, in database: Database
  ) throws(XapianError) -> [PersonTerm] {
    var known: [PersonTerm] = []
    for isHalf in [false, true] {
      let beginning = beginning(isHalf ? prefix + half : prefix, family)
      let terms = try database.terms(prefix: beginning, limit: most + 1)
      guard terms.count <= most else { return [] }
      known += terms.compactMap { PersonTerm($0, prefix, family: family, isHalf: isHalf) }
    }
    return known
  }

  /// The halves of all double names, without which a whole name is nobody's shorter one.
  static func halves(_ field: FilterField, in database: Database) throws(XapianError) -> Set<String>
  {
    guard let prefix = Schema.Prefix.person(of: field) else { return [] }
    let beginning = prefix + half
    let terms = try database.terms(prefix: beginning, limit: 100_000)
    return Set(
      terms.compactMap { $0.dropFirst(beginning.count).split(separator: separator).first }
        .map(String.init))
  }

  /// The one of the index that is meant by a shorter name; nil where there are none, or several.
  func whole(in database: Database) throws(XapianError) -> PersonTerm? {
    try wholes(in: database).last
  }

  /// Each is a shorter name of the next: "Yeşilgöz", "Dilan Yeşilgöz", "Dilan Yeşilgöz-Zegerius".
  private func wholes(in database: Database) throws(XapianError) -> [PersonTerm] {
    var wholes: [PersonTerm] = []
    var short = self
    while wholes.count < 4,
      let next = Self.whole(
        of: short, among: try Self.known(prefix, short.key.family, in: database))
    {
      wholes.append(next)
      short = PersonTerm(prefix, next.key, group: group)
    }
    return wholes
  }

  private static func whole(of short: PersonTerm, among known: [PersonTerm]) -> PersonTerm? {
    guard !short.group.isEmpty else { return nil }
    let all = known.filter { short.key.isShorter(than: $0.key) }
    // Whoever is known in another party is not meant by one without.
    let others = Set(known.filter { ![short.group, ""].contains($0.group) }.map(\.key))
    for fullness in [PersonKey.Fullness.whole, .initials] {
      for group in [short.group, ""] {
        let meant = all.filter {
          $0.key.fullness == fullness && $0.group == group
            && (!group.isEmpty || !others.contains($0.key))
        }
        // A name as long comes before a double one.
        let exact = meant.filter { $0.key.family == short.key.family }
        let nearest = exact.isEmpty ? meant : exact
        if let first = nearest.first { return nearest.count == 1 ? first : nil }
      }
    }
    return nil
  }

  /// The terms of documents that name this person by less than the whole name.
  static func shorter(
    than name: String, _ field: FilterField, in database: Database
  ) throws(XapianError) -> [String] {
    let key = PersonKey(name)
    guard let prefix = Schema.Prefix.person(of: field), !key.family.isEmpty, !key.given.isEmpty
    else { return [] }
    var found: [String] = []
    for family in [key.family] + key.halves {
      for short in try known(prefix, family, in: database)
      where short.key.family == family && short.key != key {
        let wholes = try short.wholes(in: database)
        if wholes.contains(where: { $0.key == key }) { found.append(short.text) }
      }
    }
    return found
  }

  /// How a document that has this term writes the name.
  func written(in database: Database) throws(XapianError) -> String? {
    guard let posting = try database.postings(of: text, limit: 1).first,
      let question = RecordCoder.decode(try database.data(of: posting.documentID))
    else { return nil }
    let names =
      prefix == Schema.Prefix.askerPerson
      ? question.askers.map(\.name) : question.ministers.compactMap(\.name)
    return names.first { PersonKey($0) == key }
  }
}
