import SystemPackage

/// Paths as texts that lose nothing: names of files are any bytes.
package enum PathText {
  /// Of the characters that stand for bytes, less the byte.
  private static let base: UInt32 = 0x10fe00

  /// The byte that a character stands for.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    0x80...0xff ~= Int(scalar.value) - Int(base) ? UInt8(scalar.value - base) : nil
  }

  package static func decode(_ bytes: UnsafePointer<CChar>) -> String {
    let text = String(cString: bytes)
    // What was repaired has a replacement character.
    guard text.utf8.contains(where: { $0 == 0xef || $0 == 0xf4 }) else { return text }
    var scalars = String.UnicodeScalarView()
    var rest = UnsafeBufferPointer(start: bytes, count: length(bytes))
      .map { UInt8(bitPattern: $0) }[...]
    while let first = rest.first {
      let count = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      let part = rest.prefix(count)
      if let scalar = String(validating: part, as: UTF8.self)?.unicodeScalars.first,
        byte(scalar) == nil
      {
        scalars.append(scalar)
        rest = rest.dropFirst(count)
      } else if let scalar = Unicode.Scalar(base + UInt32(first)) {
        scalars.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  private static func length(_ bytes: UnsafePointer<CChar>) -> Int {
    var length = 0
    while bytes[length] != 0 { length += 1 }
    return length
  }

  /// Whether characters of the text stand for bytes.
  package static func hasBytes(_ text: String) -> Bool {
    text.utf8.contains(0xf4) && text.unicodeScalars.contains { byte($0) != nil }
  }

  /// Lends a path to a call of the system.
  package static func withSystemPath<Result>(
    _ text: String, _ body: (UnsafePointer<CChar>) throws -> Result
  ) rethrows -> Result {
    guard hasBytes(text) else { return try text.withCString(body) }
    var bytes: [CChar] = []
    for scalar in text.unicodeScalars {
      if let byte = byte(scalar) {
        bytes.append(CChar(bitPattern: byte))
      } else {
        bytes += scalar.utf8.map { CChar(bitPattern: $0) }
      }
    }
    return try body(bytes + [0])
  }

  /// For people: bytes that are not UTF-8 as `%E9`.
  package static func printable(_ text: String) -> String {
    guard hasBytes(text) else { return text }
    return text.unicodeScalars.reduce(into: "") { printed, scalar in
      if let byte = byte(scalar) {
        printed += escape(byte)
      } else {
        printed.unicodeScalars.append(scalar)
      }
    }
  }

  /// `%E9`
  package static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "%0" + digits : "%" + digits
  }
}

extension FilePath {
  package init(text: String) {
    self = PathText.withSystemPath(text) { FilePath(platformString: $0) }
  }
}
