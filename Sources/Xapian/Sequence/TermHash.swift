/// A term's hash, as sequences know it.
struct TermHash: Sendable, Hashable {
  let value: UInt64

  /// FNV-1a, spread over all bits.
  static func of(_ term: UnsafeBufferPointer<UInt8>) -> TermHash {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    return TermHash(value: hash ^ hash >> 32)
  }

  static func of(_ term: String) -> TermHash {
    var term = term
    return term.withUTF8 { of($0) }
  }
}
