import Text

/// A value of JSON as it is written: numbers keep their digits, members their order.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(JSONString)
  case array([JSONValue])
  case object([JSONMember])

  /// Whether it says nothing: null, a blank text, an empty list or object.
  var isEmpty: Bool {
    switch self {
    case .null: true
    case .bool, .number: false
    case .string(let string): string.text.allSatisfy(\.isWhitespace)
    case .array(let elements): elements.allSatisfy(\.isEmpty)
    case .object(let members): members.allSatisfy(\.value.isEmpty)
    }
  }
}

struct JSONMember: Equatable {
  let name: String
  let value: JSONValue
}

/// A text between its quotation marks; decoded when it is asked for, as most fields never are.
struct JSONString: Equatable {
  let bytes: ArraySlice<UInt8>
  let hasEscapes: Bool

  var text: String { decoded.text }

  /// The text, and whether half a surrogate pair stood there, which no text can have: U+FFFD
  /// stands for it.
  var decoded: (text: String, hasHalfPair: Bool) {
    guard hasEscapes else { return (String(decoding: bytes, as: UTF8.self), false) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var hasHalfPair = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      let sign = bytes[index + 1]
      index += 2
      guard sign == UInt8(ascii: "u") else {
        text.append(Self.escapes[sign] ?? sign)
        continue
      }
      var value = unit(at: index)
      index += 4
      if 0xd800..<0xdc00 ~= value, bytes[index...].starts(with: [0x5c, 0x75]) {
        let low = unit(at: index + 2)
        if 0xdc00..<0xe000 ~= low {
          value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
          index += 6
        }
      }
      let scalar = Unicode.Scalar(value)
      if scalar == nil { hasHalfPair = true }
      text.append(contentsOf: String(scalar ?? "\u{fffd}").utf8)
    }
    return (String(decoding: text, as: UTF8.self), hasHalfPair)
  }

  /// The parser has seen four digits there.
  private func unit(at index: Int) -> UInt32 {
    bytes[index..<(index + 4)].reduce(0) { value, digit in
      value << 4 | UInt32(digit.isDigit ? digit & 0xf : digit & 0xf + 9)
    }
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]
}

/// As JSON again, to be shown.
extension JSONValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): String(value)
    case .number(let digits): digits
    case .string(let string): "\"\(String(decoding: string.bytes, as: UTF8.self))\""
    case .array(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", "))}"
    }
  }
}
