#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Results and documents as JSON: what the command prints, and what a server answers with. The
/// members are in `docs/json.md`.
///
/// ```swift
/// let response = SearchResponse(results, query: "taal")
/// let bytes = try WireFormat.encode(Versioned(response))
/// let same = try WireFormat.decode(Versioned<SearchResponse>.self, from: bytes).content
/// ```
public enum WireFormat {
  /// The version of the shape: a change that could break a reader raises it, new members do not.
  public static let schema = 2

  /// UTF-8, the same bytes for the same value: members in alphabetical order, and escapes for
  /// characters that steer terminals or the direction of text.
  /// - Parameter isPretty: with line breaks and indentation; else one line.
  /// - Throws: `EncodingError` for a number that is none.
  public static func encode(_ value: some Encodable, isPretty: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return escaped([UInt8](try encoder.encode(value)))
  }

  /// - Throws: `DecodingError`.
  public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  /// Outside of strings JSON is ASCII, so that what is not stands in one.
  private static func escaped(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(where: { $0 >= 0x7f }) else { return json }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(json.count + 64)
    // Copied up to here.
    var copied = 0
    var place = 0
    while place < json.count {
      let first = json[place]
      let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      let next = min(place + length, json.count)
      defer { place = next }
      guard first >= 0x7f,
        let scalar = String(decoding: json[place..<next], as: UTF8.self).unicodeScalars.first,
        scalar.steersText
      else { continue }
      escaped.append(contentsOf: json[copied..<place])
      copied = next
      for unit in scalar.utf16 {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        escaped.append(contentsOf: "\\u\(zeros)\(digits)".utf8)
      }
    }
    escaped.append(contentsOf: json[copied...])
    return escaped
  }
}
