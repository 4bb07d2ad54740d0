/// What the lexicon knows of a word, in 24 bits.
///
/// Levels are logarithms: 8 × log₂(count + 1) for a part, 4 × log₂(count + 1) for the whole word.
struct LexiconEntry {
  private(set) var bits: UInt32 = 0

  static let staysWholeFlag: UInt32 = 1 << 23

  /// A level of 2 as a first part, which no count gives.
  private static let neverPart: UInt32 = 2 << 8

  init(bits: UInt32) { self.bits = bits }

  init(whole: Int, modifier: Int, head: Int, staysWhole: Bool, isNeverPart: Bool) {
    bits = UInt32(Self.level(whole, steps: 4, limit: 127)) << 16
    // A known word has a level of 1 at least, so that its bits are not those of an unknown one.
    let first = max(1, Self.level(modifier, steps: 8, limit: 255))
    let last = Self.level(head, steps: 8, limit: 255)
    bits |= isNeverPart ? Self.neverPart : UInt32(first) << 8 | UInt32(last)
    if staysWhole { bits |= Self.staysWholeFlag }
  }

  @inline(__always) var isKnown: Bool { bits != 0 }
  /// A name or another word that is never split.
  @inline(__always) var staysWhole: Bool { bits & Self.staysWholeFlag != 0 }
  @inline(__always) var isNeverPart: Bool { bits & 0xFFFF == Self.neverPart }
  /// How much the word itself is used, on the scale of the parts.
  @inline(__always) var level: Int { Int(bits >> 16 & 0x7F) * 2 }
  /// How much it is used as a first part, 0 when it cannot be one.
  @inline(__always) var modifierLevel: Int { Int(bits >> 8 & 0xFF) }
  /// How much it is used as a last part, 0 when it cannot be one.
  @inline(__always) var headLevel: Int { Int(bits & 0xFF) }

  /// steps × log₂(count + 1), from the leading bit and the bits behind it: the same everywhere.
  static func level(_ count: Int, steps: Int, limit: Int) -> Int {
    let number = UInt64(max(count, 0)) + 1
    let power = 63 - number.leadingZeroBitCount
    let fraction = Int((number << 10) >> UInt64(power)) & 1023
    return min(limit, power * steps + fraction * steps / 1024)
  }
}

/// Look-ups in a compiled lexicon: an open-addressed table of 64-bit slots, each the upper 40 bits
/// of a word's hash and its entry. With the place in the table some 60 bits tell words apart, so
/// that no word need be stored.
struct LexiconTable {
  private let slots: UnsafePointer<UInt64>
  private let capacity: Int
  private static let longestProbe = 10_000

  init(_ bytes: UnsafeRawBufferPointer) {
    // The header is there: `Lexicon` checks it before it gives a table. 24 bytes in, so aligned.
    let start = bytes.baseAddress.unsafelyUnwrapped
    slots = (start + Lexicon.Layout.headerSize).assumingMemoryBound(to: UInt64.self)
    capacity = (bytes.count - Lexicon.Layout.headerSize) / 8
  }

  /// The slot of a word, by the 24 bits of its mixed hash that are not stored. The capacity need
  /// not be a power of two: a table is as large as its words need.
  @inline(__always)
  static func place(of mixed: UInt64, in capacity: Int) -> Int {
    Int(((mixed & 0xFF_FFFF) &* UInt64(capacity)) >> 24)
  }

  /// What is known of the word whose polynomial hash is `hash`.
  @inline(__always)
  func entry(_ hash: UInt64) -> LexiconEntry {
    let mixed = WordHash.mix(hash)
    var slot = Self.place(of: mixed, in: capacity)
    // In a sound table an empty slot comes soon. A damaged one may have none.
    for _ in 0..<Self.longestProbe {
      let value = slots[slot]
      if value == 0 { break }
      if (value ^ mixed) >> 24 == 0 {
        return LexiconEntry(bits: UInt32(truncatingIfNeeded: value) & 0xFF_FFFF)
      }
      slot = slot + 1 == capacity ? 0 : slot + 1
    }
    return LexiconEntry(bits: 0)
  }

  func entry(_ word: String) -> LexiconEntry { entry(WordHash.of(word.utf8)) }
}
