import Text

/// Which fields of a JSON record mean what: `id=doc_id,question=vraag,answer=antwoord`.
public struct FieldMapping: Sendable, Hashable {
  /// What a document has.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case id, number, date, title, question, answer, asker, party, minister, role, themes
    /// The day of the answer, or whether there is one.
    case answered
    case state, session
    /// Further names that a parliament gives the question.
    case identifiers
  }

  /// The record's fields for each part; of several each is read.
  public private(set) var fields: [Part: [String]]

  public init(_ fields: [Part: [String]]) { self.fields = fields }

  /// Reads `part=field,part=field`, or the name of a built-in mapping.
  public init(parsing text: String) throws(FieldMappingError) {
    if let builtIn = Self.builtIn[text] {
      self = builtIn
      return
    }
    fields = [:]
    for pair in text.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1).map {
        $0.trimming(where: \.isWhitespace)
      }
      guard sides.count == 2, !sides[1].isEmpty else { throw .notAPair(String(pair)) }
      guard let part = Part(rawValue: sides[0].lowercased()) else {
        throw .unknownPart(String(sides[0]))
      }
      fields[part, default: []].append(String(sides[1]))
    }
    guard fields[.question] != nil || fields[.answer] != nil else { throw .noText }
  }

  /// Mappings that go by a name. Records are recognised by their fields when none is named.
  public static let builtIn: [String: FieldMapping] = [
    "dekamer-2017": FieldMapping([
      .id: ["doc_id"], .date: ["depotdat"], .asker: ["aut_person"], .party: ["aut_party"],
      .question: ["question"], .answer: ["answer"], .role: ["answer_department"],
      .themes: ["question_theme_main", "question_theme"],
    ]),
    "dekamer-2020": FieldMapping([.id: ["doc_id"], .question: ["text_nl"]]),
    "kamervragen-answers": FieldMapping([.id: ["id"], .answer: ["answer"]]),
    "names": FieldMapping(
      Dictionary(uniqueKeysWithValues: Part.allCases.map { ($0, [$0.rawValue]) })),
  ]

  /// The mapping for a record with these fields, those that say something: of the export that they
  /// tell, filled with the fields that have a known name.
  static func detected(from fields: Set<String>) -> FieldMapping {
    let name =
      if fields.contains("doc_id"), !fields.isDisjoint(with: ownOf2017) {
        "dekamer-2017"
      } else if fields.isSuperset(of: ["doc_id", "text_nl"]), !fields.contains("question") {
        "dekamer-2020"
      } else {
        "names"
      }
    var mapping = builtIn[name] ?? FieldMapping([:])
    let sorted = fields.sorted()
    let lowercased = sorted.map { $0.lowercased() }
    let plainNames = sorted.map { JSONNames.plain($0) }
    for part in Part.allCases
    where !(mapping.fields[part] ?? []).contains(where: fields.contains) {
      // "Title" is as clear as "title".
      let plain = lowercased.firstIndex(of: part.rawValue).map { [sorted[$0]] }
      let others = ["dekamer-2017", "dekamer-2020"].compactMap { builtIn[$0]?.fields[part] }
      let found = others.first { !fields.isDisjoint(with: $0) }
      if let found = plain ?? found {
        mapping.fields[part] = found
      } else if let known = known(part, among: plainNames) {
        mapping.fields[part] = [sorted[known]]
      }
    }
    return mapping
  }

  /// The place of the clearest of the names that a part is known by.
  private static func known(_ part: Part, among plainNames: [String]) -> Int? {
    JSONNames.fields(of: part).lazy.compactMap { plainNames.firstIndex(of: $0) }.first
  }

  /// No other source has such names.
  private static let ownOf2017: Set = [
    "depotdat", "aut_person", "aut_party", "answer_department", "question_theme",
    "question_theme_main",
  ]

  /// Names that say what is in a field, as `JSONNames.plain` gives them.
  static let knownNames = Set(
    builtIn.values.flatMap { $0.fields.values.joined() }.map { JSONNames.plain($0) }
  ).union(Part.allCases.flatMap(JSONNames.fields))

  /// Fields of the known exports that repeat in other words what another says.
  static let repeating: Set = ["answer_subdepartment"]
}

/// A mapping that cannot be read.
public enum FieldMappingError: Error, Sendable, Equatable, CustomStringConvertible {
  case notAPair(String)
  case unknownPart(String)
  case noText

  public var description: String {
    let parts = FieldMapping.Part.allCases.map(\.rawValue).joined(separator: ", ")
    return switch self {
    case .notAPair(let text):
      "fields: \"\(text)\" is no pair; write question=FIELD,answer=FIELD, or one of \(FieldMapping.builtIn.keys.sorted().joined(separator: ", "))"
    case .unknownPart(let name): "fields: a document has no \"\(name)\"; it has \(parts)"
    case .noText: "fields: name at least question=FIELD or answer=FIELD"
    }
  }
}
