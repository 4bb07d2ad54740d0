/// What the lexicon knows of a word, in 24 bits.
struct LexiconEntry {
  let bits: UInt32

  /// In the word list, in lower case.
  static let listed: UInt32 = 1 << 16
  /// In the word list, with a capital only: a name.
  static let name: UInt32 = 1 << 17

  @inline(__always) var isKnown: Bool { bits != 0 }
  @inline(__always) var isListed: Bool { bits & Self.listed != 0 }
  @inline(__always) var isName: Bool { bits & Self.name != 0 }
  /// The corpus count's logarithm: 8 × log₂(count + 1).
  @inline(__always) var level: Int { Int(bits & 0xFF) }

  static func level(ofCount count: UInt32) -> UInt32 {
    guard count > 0 else { return 0 }
    // Whole powers of two from the leading bit, eighths from the three bits behind it.
    let number = UInt64(count) + 1
    let power = 63 - number.leadingZeroBitCount
    let eighths = power >= 3 ? (number >> UInt64(power - 3)) & 7 : (number << UInt64(3 - power)) & 7
    return UInt32(min(255, power * 8 + Int(eighths)))
  }
}

/// Look-ups in a compiled lexicon: an open-addressed table of 64-bit slots, each the upper 40 bits
/// of a word's hash and its entry. With the place in the table some 60 bits tell words apart, so
/// that no word need be stored.
struct LexiconTable {
  private let slots: UnsafePointer<UInt64>
  private let mask: Int

  init(_ bytes: UnsafeRawBufferPointer) {
    // The header is there: `Lexicon` checks it before it gives a table. 24 bytes in, so aligned.
    let start = bytes.baseAddress.unsafelyUnwrapped
    slots = (start + Lexicon.Layout.headerSize).assumingMemoryBound(to: UInt64.self)
    mask = (bytes.count - Lexicon.Layout.headerSize) / 8 - 1
  }

  /// What is known of the word whose polynomial hash is `hash`.
  @inline(__always)
  func entry(_ hash: UInt64) -> LexiconEntry {
    let mixed = WordHash.mix(hash)
    var slot = Int(truncatingIfNeeded: mixed) & mask
    while true {
      let value = slots[slot]
      if value == 0 { return LexiconEntry(bits: 0) }
      if (value ^ mixed) >> 24 == 0 {
        return LexiconEntry(bits: UInt32(truncatingIfNeeded: value) & 0xFF_FFFF)
      }
      slot = (slot + 1) & mask
    }
  }

  func entry(_ word: String) -> LexiconEntry { entry(WordHash.of(word.utf8)) }
}
