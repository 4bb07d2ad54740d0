import Text

/// The folded bytes of the token being read, with their hash and their places in the source.
struct FoldedWord: ~Copyable {
  /// Longer words are cut here, so that a term with its prefix fits the engine's 245 bytes.
  static let maximumLength = 200

  private(set) var count = 0
  private(set) var hash: UInt64 = 0
  /// Whether folded byte k is source byte start + k.
  private(set) var isAligned = true
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: maximumLength)
  /// Source start and end, from the token's start, of the character behind each folded byte.
  private let places = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * maximumLength)

  deinit {
    bytes.deallocate()
    places.deallocate()
  }

  var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

  @inline(__always)
  mutating func clear() {
    count = 0
    hash = 0
    isAligned = true
  }

  /// Takes a byte of a word in which nothing is folded. Call it for all bytes of a word or none.
  @inline(__always)
  mutating func appendAligned(_ byte: UInt8) {
    guard count < Self.maximumLength else { return }
    bytes[count] = byte
    hash = WordHash.extend(hash, byte)
    count += 1
  }

  /// Takes a byte that stands for the character at `start..<end`, counted from the token's start.
  mutating func append(_ byte: UInt8, from start: Int, to end: Int) {
    guard count < Self.maximumLength else { return }
    places[2 * count] = Int32(truncatingIfNeeded: start)
    places[2 * count + 1] = Int32(truncatingIfNeeded: end)
    if start != count || end != count + 1 { isAligned = false }
    appendAligned(byte)
  }

  /// Takes a scalar outside ASCII in its folded form.
  mutating func append(_ scalar: UInt32, from start: Int, to end: Int) {
    var ascii = Folding.ascii(scalar)
    if ascii != 0 {
      while ascii != 0 {
        append(UInt8(truncatingIfNeeded: ascii), from: start, to: end)
        ascii >>= 8
      }
    } else if let scalar = Unicode.Scalar(scalar) {
      for folded in Folding.other(scalar) {
        // A scalar is taken whole or not at all: a cut word stays valid UTF-8.
        guard count + UTF8.width(folded) <= Self.maximumLength else { return }
        for byte in UTF8.encode(folded).unsafelyUnwrapped {
          append(byte, from: start, to: end)
        }
      }
    }
  }

  /// Lets the last character reach to `end`: a mark follows it.
  mutating func extendLast(to end: Int) {
    guard count > 0 else { return }
    places[2 * count - 1] = Int32(truncatingIfNeeded: end)
    isAligned = false
  }

  /// The places as a token keeps them; nil when each folded byte is one source byte.
  func alignment() -> [Int32]? {
    isAligned ? nil : Array(UnsafeBufferPointer(start: places, count: 2 * count))
  }
}
