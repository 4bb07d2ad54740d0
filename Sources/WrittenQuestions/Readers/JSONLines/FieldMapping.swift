import Text

/// Which fields of a JSON record mean what: `id=doc_id,question=vraag,answer=antwoord`.
public struct FieldMapping: Sendable, Hashable {
  /// What a document has.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case id, number, date, title, question, answer, asker, party, minister, role, themes
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

  /// The mapping for a record with these fields.
  static func detected(from fields: Set<String>) -> FieldMapping {
    let name =
      if fields.contains("text_nl") {
        "dekamer-2020"
      } else if fields.contains("doc_id") {
        "dekamer-2017"
      } else {
        "names"
      }
    return builtIn[name] ?? FieldMapping([:])
  }
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
