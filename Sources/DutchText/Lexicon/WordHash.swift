/// A polynomial hash of bytes, so that the hash of any substring comes from two prefix hashes.
///
/// The compound splitter asks the lexicon about every substring of a word; with prefix hashes
/// each question costs one multiplication instead of a walk over the bytes.
enum WordHash {
  static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// `base` to the power of 0, 1, 2, …: as many as the longest word has bytes.
  static let powers: [UInt64] = {
    var powers: [UInt64] = [1]
    for _ in 0..<256 { powers.append(powers[powers.count - 1] &* base) }
    return powers
  }()

  @inline(__always)
  static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    hash &* base &+ UInt64(byte)
  }

  /// Spreads a polynomial hash over all bits, for use as a place in a table.
  @inline(__always)
  static func mix(_ hash: UInt64) -> UInt64 {
    var h = hash
    h ^= h >> 32
    h = h &* 0xD6E8_FEB8_6659_FD93
    h ^= h >> 29
    h = h &* 0xFF51_AFD7_ED55_8CCD
    h ^= h >> 32
    return h
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0, extend)
  }
}
