import Text

/// Where a text stops being JSON, and what was expected there. The decoder of FoundationEssentials
/// only says that something is wrong; this looks again at the rare record that it refuses.
struct JSONFault: Error, Equatable {
  /// Offset of the first byte that does not fit.
  let byte: Int
  let expected: String
  /// Whether the bytes end where something more was expected.
  let isAtEnd: Bool

  /// Nil when the bytes are one JSON value.
  static func find(in bytes: [UInt8]) -> JSONFault? {
    var scanner = JSONScanner(bytes)
    do throws(JSONFault) {
      try scanner.value(depth: 0)
      try scanner.end()
      return nil
    } catch {
      return error
    }
  }
}

private struct JSONScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ expected: String) -> JSONFault {
    let isAtEnd = index >= bytes.count
    return JSONFault(
      byte: index, expected: isAtEnd ? expected + " before the end" : expected, isAtEnd: isAtEnd)
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isSpace { index += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
    index += 1
    return true
  }

  mutating func end() throws(JSONFault) {
    skipSpace()
    guard index == bytes.count else { throw fault("the end of the line") }
  }

  mutating func value(depth: Int) throws(JSONFault) {
    guard depth < 500 else { throw fault("less nesting") }
    skipSpace()
    if take("{") {
      try members(closing: "}") { scanner throws(JSONFault) in
        try scanner.string("a name in quotation marks")
        scanner.skipSpace()
        guard scanner.take(":") else { throw scanner.fault("a colon") }
        try scanner.value(depth: depth + 1)
      }
    } else if take("[") {
      try members(closing: "]") { scanner throws(JSONFault) in
        try scanner.value(depth: depth + 1)
      }
    } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      try string("a string")
    } else {
      try literal()
    }
  }

  private mutating func members(
    closing: Character, _ member: (inout JSONScanner) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    skipSpace()
    if take(closing) { return }
    repeat {
      skipSpace()
      try member(&self)
      skipSpace()
    } while take(",")
    guard take(closing) else { throw fault("a comma or \(closing)") }
  }

  private mutating func string(_ expected: String) throws(JSONFault) {
    guard take("\"") else { throw fault(expected) }
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 0x20 else { throw fault("no control character in a string") }
      if bytes[index] == UInt8(ascii: "\\") { index += 1 }
      index += 1
    }
    guard take("\"") else { throw fault("a closing quotation mark") }
  }

  private mutating func literal() throws(JSONFault) {
    let start = index
    while index < bytes.count,
      bytes[index].isLetter || bytes[index].isDigit || "+-.".utf8.contains(bytes[index])
    {
      index += 1
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || Double(text) != nil else {
      index = start
      throw fault("a value")
    }
  }
}
