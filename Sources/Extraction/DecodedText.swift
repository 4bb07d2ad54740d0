import Text

/// The text of a file as UTF-8 that knows which of the file's bytes it came from.
package struct DecodedText: Sendable, Hashable {
  /// Places are summed for so many bytes of text at a time.
  private static let blockSize = 64

  package let encoding: TextEncoding
  /// Without a byte order mark.
  package let bytes: [UInt8]
  /// Where the text begins in the file.
  private let start: Int
  /// Where the blocks of `bytes` begin in the file; none where each byte is one of the file's.
  private var blocks: [Int] = []

  /// A mark decides about the encoding; without one it is UTF-8 where that is valid, else
  /// Windows-1252. Nil: the file is no text.
  package init?(_ file: [UInt8]) {
    guard let (encoding, mark) = Self.encoding(of: file),
      let bytes = encoding.utf8(of: file[mark...])
    else { return nil }
    self.encoding = encoding
    self.bytes = bytes
    start = mark
    guard encoding != .utf8 else { return }
    var place = start
    for (index, byte) in bytes.enumerated() {
      if index % Self.blockSize == 0 { blocks.append(place) }
      place += encoding.length(ofCharacterAt: byte)
    }
    blocks.append(place)
  }

  /// The bytes of the file that a part of the text came from.
  package func fileRange(of range: Range<Int>) -> Range<Int> {
    fileOffset(range.lowerBound)..<fileOffset(range.upperBound)
  }

  private func fileOffset(_ offset: Int) -> Int {
    guard encoding != .utf8 else { return start + offset }
    guard offset < bytes.count else { return blocks[blocks.count - 1] }
    let block = offset / Self.blockSize
    return bytes[(block * Self.blockSize)..<offset].reduce(blocks[block]) {
      $0 + encoding.length(ofCharacterAt: $1)
    }
  }

  /// Whether bytes hold what no text does: NUL, but for UTF-16 with a mark, or many control
  /// characters.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) { return false }
    let controls = bytes.count { $0 < 0x20 && !$0.isSpace && $0 != 0x1b }
    return bytes.contains(0) || controls * 100 > bytes.count
  }

  private static func encoding(of bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int)? {
    if bytes.starts(with: [0xff, 0xfe]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xfe, 0xff]) { return (.utf16BigEndian, 2) }
    guard !isBinary(bytes) else { return nil }
    var mark = 0
    while bytes[mark...].starts(with: TextEncoding.utf8Mark) { mark += 3 }
    return (TextEncoding.firstInvalidUTF8(in: bytes) == nil ? .utf8 : .windows1252, mark)
  }
}

extension TextEncoding {
  package static let utf8Mark: [UInt8] = [0xef, 0xbb, 0xbf]

  package static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: utf8Mark) ? bytes.dropFirst(utf8Mark.count) : bytes
  }

  /// The offset of the first byte that begins no valid sequence; nil when all is valid.
  package static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
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

  /// The text of bytes in this encoding as UTF-8; nil where they are not whole characters.
  func utf8(of bytes: ArraySlice<UInt8>) -> [UInt8]? {
    switch self {
    case .utf8: Self.firstInvalidUTF8(in: Array(bytes)) == nil ? Array(bytes) : nil
    case .utf16LittleEndian: Self.utf16(bytes) { UInt16($1) << 8 | UInt16($0) }
    case .utf16BigEndian: Self.utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
    case .windows1252: Self.windows1252(bytes)
    }
  }

  /// How many bytes a character takes in a file, told by its first byte in UTF-8; 0 for a later
  /// one, so that these are the bytes of a text when they are added up.
  fileprivate func length(ofCharacterAt byte: UInt8) -> Int {
    let isFirst = byte & 0xc0 != 0x80
    return switch self {
    case .utf8: 1
    case .windows1252: isFirst ? 1 : 0
    // What takes four bytes in UTF-8 is a pair of surrogates.
    case .utf16LittleEndian, .utf16BigEndian: isFirst ? (byte >= 0xf0 ? 4 : 2) : 0
    }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, unit: (UInt8, UInt8) -> UInt16) -> [UInt8]?
  {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
      unit(bytes[$0], bytes[$0 + 1])
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
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
