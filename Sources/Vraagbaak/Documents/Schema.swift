import Extraction
import Text
import WrittenQuestions
import Xapian

/// How a written question lies in the database: one document each, all its text as terms, the
/// passages in its data.
enum Schema {
  /// Changes with everything below; an index of another version is not read.
  static let version = 9

  /// Prefixes of terms. Stems never begin with a capital.
  enum Prefix {
    static let title = "S"
    static let id = "Q"
    static let number = "XN"
    /// The last part of an id that has several, by which people call it.
    static let name = "XI"
    static let kind = "XK"
    static let source = "XF"
    /// What registers may call the question by (`QuestionKeys`).
    static let join = "XJ"
    /// Words of names and labels; each name is a section of the sequence, so that it is found as a
    /// phrase.
    static let asker = "XA"
    static let party = "XP"
    /// A party under all of its names (`Party`).
    static let partyKey = "XG"
    static let minister = "XM"
    static let theme = "XT"
    static let status = "XS"
    static let session = "XY"
    /// Askers and ministers as persons: see `PersonTerm`.
    static let askerPerson = "XB"
    static let ministerPerson = "XD"

    /// Nil for fields whose values are no names.
    static func name(of field: FilterField) -> String? {
      switch field {
      case .asker: asker
      case .party: party
      case .minister: minister
      case .theme: theme
      case .number, .kind, .status, .session, .id, .source: nil
      }
    }

    /// Nil for fields whose values are no persons.
    static func person(of field: FilterField) -> String? {
      switch field {
      case .asker: askerPerson
      case .minister: ministerPerson
      default: nil
      }
    }

    /// All but plain text begin with one of these bytes.
    static let firstBytes: [UInt8] = Array("SQX".utf8)
  }

  /// Slots for facets hold every value that the document has, joined by `separator`; what else a
  /// filter finds it by follows a value behind a `detail`: the role of a minister with a name. The name
  /// of a person is followed by the `group` in which it may be known in full (`PersonTerm`), and that of
  /// a party by the party's key.
  enum Slot {
    /// `20230310`; empty for documents without a date.
    static let date = 0
    static let asker = 1
    static let party = 2
    static let minister = 3
    static let year = 4
    static let theme = 5
    static let kind = 6
    /// The document's terms in their order (`TermSequence`), in sections: the title, every passage,
    /// the title once more under its prefix, every name. Parts of a compound stand beside it, and a
    /// date apart, before the words that it is written with: a phrase in quotes means whole words.
    static let sequence = 7
    /// The forms of the words in it: in quotes `scholen` is not `school`.
    static let forms = 8
    static let status = 9
    static let session = 10
    /// When it was answered, as `date`.
    static let answered = 11
    /// Working days until the answer, in five figures.
    static let days = 12
  }

  /// The stem of a term of text or title.
  static func stem(ofTerm term: String) -> String {
    term.hasPrefix(Prefix.title) ? String(term.dropFirst(Prefix.title.count)) : term
  }

  /// Metadata keys: every word of the corpus under its prefix, so that `inburger*` finds words by
  /// their beginning although stems are indexed; of a word with a hyphen or the like also its pieces,
  /// and the whole without them (`JoinedWord`).
  static let wordKeyPrefix = "W"
  /// Something, since a key without a value is not kept.
  static let wordValue: [UInt8] = [1]

  /// Metadata: what was indexed of a file, under its path; files with records that were passed over
  /// because another file has their id; the paths that were indexed; the number of passages; where the
  /// same content lies, under its hash.
  static let sourceKeyPrefix = "F"
  static let repeatedKeyPrefix = "R"
  static let rootsKey = "P"
  static let passagesKey = "N"
  static let placesKeyPrefix = "H"

  /// Metadata: records of registers, under their places; these places, under what the questions are
  /// called by.
  static let registerKeyPrefix = "M"
  static let joinKeyPrefix = "K"

  /// Metadata: what an abbreviation stands for and what abbreviates an expression, under the stems.
  private static let abbreviationKeyPrefix = "B"

  static func abbreviationKey(_ stems: String) -> String { limited(abbreviationKeyPrefix + stems) }

  /// Between the values of a slot that has several.
  static let separator: UInt8 = 0x1F
  /// Before what belongs to a value and is not shown.
  static let detail: UInt8 = 0x1E
  /// Before the group of a person, and the key of a party.
  static let group: UInt8 = 0x1D

  /// Longest word kept as a filter term, in bytes of a key.
  static let longestTerm = 240

  static func idTerm(_ id: String) -> String { limited(Prefix.id + id) }

  static func nameTerm(_ name: String) -> String { limited(Prefix.name + name) }

  /// What people call a document with such an id: `230` and `230.pdf` for `2019/230.pdf`.
  static func names(ofID id: String) -> [String] {
    let last = id.split(separator: "/").last.map(String.init) ?? id
    var names = [last]
    if let dot = last.lastIndex(of: "."), dot > last.startIndex {
      let ending = last[last.index(after: dot)...]
      let isExtension = ending.first?.isLetter == true && ending.utf8.count <= 5
      if isExtension { names.append(String(last[..<dot])) }
    }
    return names.filter { !$0.utf8.elementsEqual(id.utf8) }
  }

  static func sourceTerm(_ path: SourcePath) -> String { limited(Prefix.source + path.text) }

  static func joinTerm(_ key: String) -> String { limited(Prefix.join + key) }

  /// Of a question's number, or another name that its parliament gives it.
  static func numberTerm(_ number: String) -> String {
    let identifier = DocumentIdentifier(number)
    return limited(
      Prefix.number
        + (identifier.kind == .other ? normalized(number: number) : identifier.key))
  }

  /// Those of all names that a document has.
  static func numberTerms(of document: WrittenQuestion.Heading) -> Set<String> {
    let given = (document.number.map { [$0] } ?? []) + document.identifiers
    return Set((given + document.names.flatMap(\.keys)).map(numberTerm))
  }

  static func statusTerm(_ state: QuestionState) -> String { Prefix.status + state.rawValue }

  static func sessionTerm(_ session: String) -> String {
    limited(Prefix.session + Session.key(session))
  }

  /// A question's number however it is written: `012`, ` 12 ` and `12` are one, and so are `1.234` and
  /// `1234`.
  static func normalized(number: String) -> String {
    var number = number.lowercased().filter { !$0.isWhitespace }
    let groups = number.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && 1...3 ~= groups[0].count
      && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.joined().allSatisfy { $0.isASCII && $0.isNumber }
    if isGrouped { number = groups.joined() }
    let zeros = number.prefix { $0 == "0" }.count
    let rest = number.dropFirst(zeros)
    // A nought that no digit follows is one.
    return rest.first?.isNumber == true ? String(rest) : number
  }

  /// Cut where it is too long for a term. A NUL takes two bytes in a key.
  private static func limited(_ term: String) -> String {
    var length = 0
    let kept = term.utf8.prefix { byte in
      length += byte == 0 ? 2 : 1
      return length <= longestTerm
    }
    return String(term.prefix(bytes: kept.count))
  }
}

/// What the numbers of sections mean.
extension TermSequence.Section {
  /// Title and names.
  static let other = a

  init(of kind: PassageKind) {
    switch kind {
    // No document has both.
    case .introduction, .text: self = .b
    case .subQuestion: self = .c
    case .answerPart: self = .d
    case .note: self = .e
    }
  }
}
