import Extraction
import Text

/// Reads one value of JSON. The decoder of FoundationEssentials does not say where JSON breaks, and
/// knows numbers by their value alone: of an id of twenty digits it loses the last.
struct JSONParser {
  /// Deeper nesting is refused.
  static let depthLimit = 500

  private let bytes: [UInt8]
  private var index = 0

  /// A byte order mark before it is passed over; places count it.
  static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    if bytes.starts(with: TextEncoding.utf8Mark) { parser.index = 3 }
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard let next = parser.next else { return value }
    throw next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
      ? parser.fault("a second value begins")
      : parser.unexpected("the end of the line")
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Behind the last byte, or before the first of CR LF.
  private var isLineEnd: Bool {
    index >= bytes.count || index == bytes.count - 1 && bytes[index] == UInt8(ascii: "\r")
  }

  private mutating func skipSpace() {
    while let next, next == 0x20 || 0x09...0x0d ~= next { index += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < Self.depthLimit else {
      throw fault("values are nested deeper than \(Self.depthLimit)")
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    default: return try literal()
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    index += 1
    var members: [JSONMember] = []
    while try hasMore("}", isFirst: members.isEmpty) {
      guard next == UInt8(ascii: "\"") else { throw unexpected("a name in quotation marks") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw unexpected("a colon") }
      members.append(JSONMember(name: name.text, value: try value(depth: depth + 1)))
    }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    while try hasMore("]", isFirst: elements.isEmpty) {
      elements.append(try value(depth: depth + 1))
    }
    return .array(elements)
  }

  /// Goes to the next member, or behind the closing bracket.
  private mutating func hasMore(_ closing: Unicode.Scalar, isFirst: Bool) throws(JSONFault) -> Bool
  {
    skipSpace()
    if take(closing) { return false }
    guard !isFirst else { return true }
    let comma = index
    guard take(",") else { throw unexpected("a comma or \(closing)") }
    skipSpace()
    guard next != UInt8(ascii: closing) else {
      index = comma
      throw fault("a comma before \(closing) is no JSON,")
    }
    return true
  }

  private mutating func string() throws(JSONFault) -> JSONString {
    index += 1
    let start = index
    var hasEscapes = false
    while let next, next != UInt8(ascii: "\""), !isLineEnd {
      if next == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape(of: start)
      } else if next < 0x20 {
        throw fault("control character \(Self.name(UnicodeScalar(next)))", " inside a text")
      } else {
        index += 1
      }
    }
    guard next == UInt8(ascii: "\"") else { throw end(of: start) }
    index += 1
    return JSONString(bytes: bytes[start..<(index - 1)], hasEscapes: hasEscapes)
  }

  private mutating func skipEscape(of start: Int) throws(JSONFault) {
    index += 1
    guard !isLineEnd else {
      index = bytes.count
      throw end(of: start)
    }
    index -= 1
    let sign = bytes[index + 1]
    if sign == UInt8(ascii: "u") {
      let digits = bytes[(index + 2)...].prefix(4).prefix { $0 != UInt8(ascii: "\r") }
      let isWhole = digits.count == 4
      guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }) else {
        throw fault("\\u needs four hexadecimal digits,")
      }
      guard isWhole else {
        index += 2 + digits.count
        guard isLineEnd else { throw fault("\\u needs four hexadecimal digits,") }
        throw end(of: start)
      }
      index += 6
    } else if "\"\\/bfnrt".utf8.contains(sign) {
      index += 2
    } else {
      throw fault("a backslash with no escape of JSON behind it,")
    }
  }

  private mutating func literal() throws(JSONFault) -> JSONValue {
    let start = index
    while let next,
      next.isDigit || next.isUppercaseLetter || next.isLowercaseLetter
        || "+-._".utf8.contains(next)
    {
      index += 1
    }
    let word = bytes[start..<index]
    let text = String(decoding: word, as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    if Self.isNumber(word) { return .number(text) }
    index = start
    let shown = text.prefix(bytes: 40)
    if Self.foreign.contains(text.lowercased()) { throw fault("\(shown) is no JSON,") }
    if let first = word.first, first.isDigit || "+-.".utf8.contains(first) {
      throw fault("\(shown) is no number of JSON,")
    }
    throw unexpected("a value")
  }

  /// What other languages write, in small letters.
  private static let foreign: Set<String> = [
    "nan", "-nan", "+nan", "infinity", "-infinity", "+infinity", "inf", "-inf", "+inf", "undefined",
    "none", "true", "false", "null", "nil",
  ]

  /// `-1`, `20`, `1.5`, `1e3`; no zeros before other digits.
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: \.isDigit)
    guard whole.count == 1 || whole.count > 1 && whole.first != UInt8(ascii: "0") else {
      return false
    }
    rest = rest[whole.endIndex...]
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: \.isDigit)
      guard !digits.isEmpty else { return false }
      rest = rest[digits.endIndex...]
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if isSign(rest.first) { rest = rest.dropFirst() }
      let digits = rest.prefix(while: \.isDigit)
      guard !digits.isEmpty else { return false }
      rest = rest[digits.endIndex...]
    }
    return rest.isEmpty
  }

  // MARK: Faults

  private func fault(_ what: String, _ more: String = "") -> JSONFault {
    JSONFault(byte: index, reason: "\(what) at byte \(index + 1)\(more)", isAtEnd: false)
  }

  private func end(of start: Int) -> JSONFault {
    JSONFault(
      byte: index, reason: "the line ends inside the text that begins at byte \(start)",
      isAtEnd: true, isInText: true)
  }

  /// Something else stands here, which is named where it is likely to be meant for JSON.
  private func unexpected(_ expected: String) -> JSONFault {
    guard let next else {
      return JSONFault(
        byte: index, reason: "the line ends at byte \(index), where \(expected) is expected",
        isAtEnd: true)
    }
    switch next {
    case UInt8(ascii: "'"): return fault("a single quotation mark is no JSON,")
    case UInt8(ascii: "#"): return fault("a comment is no JSON,")
    case UInt8(ascii: "/"): return fault("a comment is no JSON,")
    case 0..<0x20: return fault("control character \(Self.name(UnicodeScalar(next)))")
    case 0x80...:
      let rest = String(decoding: bytes[index...].prefix(4), as: UTF8.self)
      let name = rest.unicodeScalars.first.map(Self.name) ?? ""
      return fault("the character \(name) is no JSON,")
    default: return fault("\(expected) is expected")
    }
  }

  private static func name(_ scalar: UnicodeScalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
