/// Where the next page of a search begins: opaque to who asks, of one query alone.
struct Cursor: Equatable {
  let offset: Int
  /// Of the index when it was made.
  let token: String
  /// A hash of what was searched for.
  let query: UInt64

  init(offset: Int, token: String, query: UInt64) {
    self.offset = offset
    self.token = token
    self.query = query
  }

  /// Nil for what no server has made.
  init?(_ text: String) {
    guard let bytes = Base64URL.decode(text),
      let parts = String(validating: bytes, as: UTF8.self)?.split(separator: " "),
      parts.count == 4, parts[0] == Self.version, let offset = Int(parts[1]), offset >= 0,
      let query = UInt64(parts[2], radix: 36),
      parts[3].utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x7a ~= $0 || $0 == 0x2d })
    else { return nil }
    self.init(offset: offset, token: String(parts[3]), query: query)
    guard self.text == text else { return nil }
  }

  var text: String {
    Base64URL.encode(
      Array("\(Self.version) \(offset) \(String(query, radix: 36)) \(token)".utf8))
  }

  private static let version = "1"

  /// FNV-1a of the values, each with its end.
  static func hash(_ values: [String]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in values {
      for byte in Array(value.utf8) + [0xff] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    return hash
  }
}

/// Bytes in 64 signs that a URL may have as they are, without padding.
enum Base64URL {
  private static let signs = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0...group.count { text.append(signs[bits >> (18 - 6 * place) & 63]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for what holds another sign, or is no whole bytes.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for sign in text.utf8 {
      guard let value = signs.firstIndex(of: sign) else { return nil }
      bits = (bits << 6 | value) & 0xffff
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xff))
      }
    }
    return count < 6 ? bytes : nil
  }
}
