import CXapianShim

/// A document's terms in their order, as the value of a slot: what finds phrases, words near each
/// other, and words of one kind of section.
///
/// ```swift
/// var sequence = TermSequence()
/// sequence.beginSection(.question)
/// sequence.append("inburgeringswetgev", parts: ["inburger", "wetgev"])
/// document.setValue(7, sequence.bytes)
/// …
/// let query = Query.phrase(["asymmetrisch", "beleid"], .init(slot: 7, sections: [.answer]))
/// ```
///
/// Xapian's own positions have a key for each term of each document: on 10,000 records they were 1.5
/// times as large as the source text, where this is a third of it. The shim's header has the form.
public struct TermSequence: Sendable {
  /// Kinds of section. A phrase never reaches from one section into the next.
  public struct Sections: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let other = Sections(rawValue: 1)
    public static let question = Sections(rawValue: 2)
    public static let answer = Sections(rawValue: 4)
    public static let all: Sections = [.other, .question, .answer]
  }

  /// Where a query looks: in these sections of the slot's sequence.
  public struct Place: Sendable, Hashable {
    public var slot: Int
    public var sections: Sections

    public init(slot: Int, sections: Sections = .all) {
      self.slot = slot
      self.sections = sections
    }
  }

  private enum Item {
    case section(UInt64)
    case term(TermHash)
    case part(TermHash)
  }

  private var items: [Item] = []

  public init() {}

  /// Begins a section of one kind.
  public mutating func beginSection(_ kind: Sections) {
    items.append(.section(UInt64(kind.rawValue.trailingZeroBitCount)))
  }

  public mutating func append(_ term: TermHash) { items.append(.term(term)) }

  /// A part of the compound before it.
  public mutating func append(part: TermHash) { items.append(.part(part)) }

  /// The value to store.
  public var bytes: [UInt8] {
    var distinct = Set<TermHash>(minimumCapacity: items.count)
    for case .term(let hash) in items { distinct.insert(hash) }
    for case .part(let hash) in items { distinct.insert(hash) }
    let coding = Coding(for: distinct)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 + items.count * coding.width)
    bytes.append(UInt8(coding.width))
    bytes.append(UInt8(coding.seed))
    for item in items {
      var code =
        switch item {
        case .section(let kind): kind
        case .term(let hash): coding.number(hash) << 1
        case .part(let hash): coding.number(hash) << 1 | 1
        }
      for _ in 0..<coding.width {
        bytes.append(UInt8(truncatingIfNeeded: code))
        code >>= 8
      }
    }
    return bytes
  }
}

/// How the terms of one document are numbered, each differently.
private struct Coding {
  /// Numbers below belong to sections.
  private static let first = UInt64(XAP_SEQUENCE_SECTIONS) / 2
  private static let seeds = 0..<64

  var width = Int(XAP_SEQUENCE_LEAST_WIDTH)
  var seed = 0

  init(for terms: Set<TermHash>) {
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

  func number(_ term: TermHash) -> UInt64 {
    let factor = XAP_SEQUENCE_FACTOR &* UInt64(2 * seed + 1)
    return (term.value &* factor) >> UInt64(64 - (8 * width - 1))
  }

  private func isInjective(on terms: Set<TermHash>) -> Bool {
    var numbers = Set<UInt64>(minimumCapacity: terms.count)
    return terms.allSatisfy { term in
      let number = number(term)
      return number >= Self.first && numbers.insert(number).inserted
    }
  }
}

/// A term's hash in a sequence.
public struct TermHash: Sendable, Hashable {
  public let value: UInt64

  /// FNV-1a, spread over all bits.
  public static func of(_ term: String) -> TermHash {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    return TermHash(value: hash ^ hash >> 32)
  }
}
