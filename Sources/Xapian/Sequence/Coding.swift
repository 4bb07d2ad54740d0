import CXapianShim

/// How the terms of one document are numbered, each differently.
struct Coding {
  private static let first = UInt64(XAP_SEQUENCE_TERMS) / 2
  private static let seeds = 0..<64

  static let leastWidth = Int(XAP_SEQUENCE_LEAST_WIDTH)

  private(set) var width: Int
  private(set) var seed = 0

  init(for terms: [TermHash], leastWidth: Int = leastWidth) {
    width = leastWidth
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
    let widths = Self.leastWidth...Int(XAP_SEQUENCE_MOST_WIDTH)
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
