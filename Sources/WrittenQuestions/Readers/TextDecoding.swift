import Text

/// Bytes of a text file as UTF-8, whatever the encoding they came in.
enum TextDecoding {
  static let utf8Mark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// UTF-8 where it is valid, UTF-16 where the file says so, Windows-1252 otherwise. Nil: binary.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: utf8Mark) { return utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xff, 0xfe]) { return utf16(bytes.dropFirst(2), littleEndian: true) }
    if bytes.starts(with: [0xfe, 0xff]) { return utf16(bytes.dropFirst(2), littleEndian: false) }
    guard !isBinary(bytes) else { return nil }
    return firstInvalidUTF8(in: bytes) == nil ? bytes : windows1252(bytes)
  }

  /// Whether bytes hold what no text does: NUL, but for UTF-16, or many control characters.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) { return false }
    let controls = bytes.count { $0 < 0x20 && !$0.isSpace && $0 != 0x1b }
    return bytes.contains(0) || controls * 100 > bytes.count
  }

  /// The offset of the first byte that begins no valid sequence; nil when all is valid.
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return offset
      }
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9f).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(code) ?? "\u{fffd}")
    }
    return Array(String(text).utf8)
  }

  /// What Windows-1252 has where Latin-1 has control characters.
  private static let upperControls: [UInt32] = [
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
  ]
}
