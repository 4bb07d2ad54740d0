import CXapianShim

/// A document's terms in their order, as the value of a slot: what finds phrases, words near each
/// other, and words of one kind of section.
///
/// ```swift
/// var sequence = TermSequence()
/// sequence.beginSection(.answer)
/// for word in ["asymmetrisch", "beleid"] { sequence.append(document.addTerm(word)) }
/// document.setSequence(sequence, slot: 7)
///
/// let query = Query.phrase(["asymmetrisch", "beleid"], .init(slot: 7, sections: [.answer]))
/// ```
///
/// Xapian's own positions have a key for each term of each document: on 10,000 records they were 1.5
/// times as large as the source text, where this is two fifths of it. The shim's header has the form.
public struct TermSequence: Sendable {
  /// Kinds of section. A phrase never reaches from one section into the next.
  public enum Section: UInt32, Sendable, CaseIterable {
    case other, introduction, question, answer
  }

  /// Where a query looks: in these kinds of section of the slot's sequence.
  public struct Place: Sendable, Hashable {
    public var slot: Int
    public var sections: Set<Section>

    public init(slot: Int, sections: Set<Section> = Set(Section.allCases)) {
      self.slot = slot
      self.sections = sections
    }

    /// A bit for each kind.
    var mask: Int { sections.reduce(0) { $0 | 1 << Int($1.rawValue) } }
  }

  /// As the codes, but with the terms' numbers in the document.
  private var items: [UInt32] = []
  private static let terms = UInt32(XAP_SEQUENCE_TERMS)

  public init() {}

  public mutating func beginSection(_ kind: Section) {
    items.append(kind.rawValue)
  }

  /// The next term, by its number in the document.
  public mutating func append(_ term: Document.TermNumber) {
    items.append(Self.terms + UInt32(term) << 1)
  }

  /// A part of the compound before it.
  public mutating func append(part: Document.TermNumber) {
    items.append(Self.terms + UInt32(part) << 1 | 1)
  }

  /// What has no place of its own and belongs to no word, as a date whose words follow it.
  public mutating func append(apart term: Document.TermNumber) {
    items.append(UInt32(XAP_SEQUENCE_APART))
    append(part: term)
  }

  /// The value to store, for a document with these terms.
  func bytes(terms: [TermHash]) -> [UInt8] {
    let coding = Coding(for: terms)
    let codes = terms.map { coding.number($0) << 1 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 + items.count * coding.width)
    bytes.append(UInt8(coding.width))
    bytes.append(UInt8(coding.seed))
    for item in items {
      var code =
        item < Self.terms
        ? UInt64(item) : codes[Int((item - Self.terms) >> 1)] | UInt64(item & 1)
      for _ in 0..<coding.width {
        bytes.append(UInt8(truncatingIfNeeded: code))
        code >>= 8
      }
    }
    return bytes
  }
}

/// How the terms of one document are numbered, each differently.
struct Coding {
  private static let first = UInt64(XAP_SEQUENCE_TERMS) / 2
  private static let seeds = 0..<64

  var width = Int(XAP_SEQUENCE_LEAST_WIDTH)
  var seed = 0

  init(for terms: [TermHash]) {
    while width < Int(XAP_SEQUENCE_MOST_WIDTH) {
      // Of n terms in 2^b numbers, all differ with a chance of some exp(-n² / 2^(b+1)).
      let pairs = Double(terms.count) * Double(terms.count)
      if pairs / Double(1 << (8 * width)) < 5 {
        for seed in Self.seeds {
          self.seed = seed
          if isInjective(on: terms) { return }
        }
      }
      width += 1
    }
    seed = 0
  }

  /// That of a stored sequence; nil for bytes that are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return nil }
    width = Int(bytes[0])
    seed = Int(bytes[1])
    let widths = Int(XAP_SEQUENCE_LEAST_WIDTH)...Int(XAP_SEQUENCE_MOST_WIDTH)
    guard widths.contains(width) else { return nil }
  }

  func number(_ term: TermHash) -> UInt64 {
    let factor = XAP_SEQUENCE_FACTOR &* UInt64(2 * seed + 1)
    return (term.value &* factor) >> UInt64(64 - (8 * width - 1))
  }

  private func isInjective(on terms: [TermHash]) -> Bool {
    // A bit for each number is fastest, where there are not too many.
    guard width == 2 else {
      let numbers = Set(terms.map(number))
      return numbers.count == terms.count && numbers.allSatisfy { $0 >= Self.first }
    }
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 512) { seen in
      seen.initialize(repeating: 0)
      for term in terms {
        let number = number(term)
        let (word, bit) = (Int(number >> 6), UInt64(1) << (number & 63))
        guard number >= Self.first, seen[word] & bit == 0 else { return false }
        seen[word] |= bit
      }
      return true
    }
  }
}

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
