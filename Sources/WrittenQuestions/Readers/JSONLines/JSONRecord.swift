#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The mapped fields of a JSON record. Other fields are not decoded.
struct JSONRecord: Decodable {
  // Any string makes a key.
  // swift-format-ignore: NeverForceUnwrap
  static let mappingKey = CodingUserInfoKey(rawValue: "mapping")!

  let presentFields: [String]
  private let values: [FieldMapping.Part: [Value]]
  let mapping: FieldMapping

  /// A text and the field that has it.
  typealias Value = (field: String, text: String)

  /// A value that stands for text: a string, a number, or a list of strings.
  private enum Text: Decodable {
    case none
    case one(String)
    case many([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let text = try? container.decode(String.self) {
        self = .one(text)
      } else if let number = try? container.decode(Int.self) {
        self = .one(String(number))
      } else if let number = try? container.decode(Double.self) {
        self = .one(String(number))
      } else if let texts = try? container.decode([String].self) {
        self = .many(texts)
      } else {
        self = .none
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let names = container.allKeys.map(\.stringValue)
    presentFields = names.sorted()
    let present = Set(names)
    mapping =
      decoder.userInfo[Self.mappingKey] as? FieldMapping ?? FieldMapping.detected(from: present)
    var values: [FieldMapping.Part: [Value]] = [:]
    for (part, fields) in mapping.fields {
      for field in fields where present.contains(field) {
        switch try container.decode(Text.self, forKey: Key(stringValue: field)) {
        case .none: break
        case .one(let text): values[part, default: []].append((field, text))
        case .many(let texts): values[part, default: []] += texts.map { (field, $0) }
        }
      }
    }
    self.values = values
  }

  /// The part's text and its field, nil when it is absent, null or blank.
  func value(_ part: FieldMapping.Part) -> Value? {
    guard let value = values[part]?.first, value.text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return value
  }

  func text(_ part: FieldMapping.Part) -> String? { value(part)?.text }

  func all(_ part: FieldMapping.Part) -> [String] { (values[part] ?? []).map(\.text) }
}
