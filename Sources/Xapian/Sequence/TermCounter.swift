import CXapianShim

/// Counts chosen terms in each section of a document, and says where others stand, by its stored
/// `TermSequence`.
///
/// ```swift
/// let counter = TermCounter(["inburger", "wetgev"], placing: ["asymmetrisch", "beleid"])
/// for section in counter.sections(in: hit.values[7] ?? []) { print(section.places, section.placed) }
/// ```
///
/// A term that the document does not have may be taken for one that it has, in one of some hundred
/// documents; for terms that it has the counts are exact.
public struct TermCounter {
  public struct Section: Sendable, Equatable {
    public var number: TermSequence.Section
    /// How many terms have a place of their own.
    public var places = 0
    /// For each of the counter's terms how often it has a place of its own.
    public var placed: [Int]
    /// And how often it has none and is not beside a term that is counted.
    public var unplaced: [Int]
    /// The terms to be placed that have a place of their own, in their order: by their index, and
    /// with their place, from 1.
    public var order: [Placed] = []
  }

  public struct Placed: Sendable, Equatable {
    public var place: Int
    public var term: Int

    public init(place: Int, term: Int) {
      self.place = place
      self.term = term
    }
  }

  private let hashes: [TermHash]
  private let placing: [TermHash]

  /// - Parameters:
  ///   - terms: are counted.
  ///   - placing: may be of the same.
  public init(_ terms: [String], placing: [String] = []) {
    hashes = terms.map(TermHash.of)
    self.placing = placing.map(TermHash.of)
  }

  /// Empty for bytes that are no sequence.
  public func sections(in bytes: [UInt8]) -> [Section] {
    guard let coding = Coding(bytes) else { return [] }
    let numbers = hashes.map(coding.number)
    let placing = self.placing.map(coding.number)
    // Most codes are of no term that is looked for: a bit tells.
    let filter = Filter(numbers + placing)
    let zeros = [Int](repeating: 0, count: hashes.count)
    var sections: [Section] = []
    var isCounted = false
    var place = 2
    while place + coding.width <= bytes.count {
      var code: UInt64 = 0
      for index in 0..<coding.width { code |= UInt64(bytes[place + index]) << UInt64(8 * index) }
      place += coding.width
      if code == UInt64(XAP_SEQUENCE_APART) {
        isCounted = false
        continue
      }
      if code < UInt64(XAP_SEQUENCE_APART) {
        guard let number = TermSequence.Section(rawValue: UInt8(code)) else { return [] }
        sections.append(Section(number: number, placed: zeros, unplaced: zeros))
        isCounted = false
        continue
      }
      guard !sections.isEmpty else { return [] }
      let last = sections.count - 1
      let isPlaced = code & 1 == 0
      if isPlaced {
        sections[last].places += 1
        isCounted = false
      }
      guard isPlaced || !isCounted, filter.mayHave(code >> 1) else { continue }
      // Those that the document does not have may share a number.
      for index in numbers.indices where numbers[index] == code >> 1 {
        if isPlaced {
          sections[last].placed[index] += 1
          isCounted = true
        } else {
          sections[last].unplaced[index] += 1
        }
      }
      guard isPlaced else { continue }
      for index in placing.indices where placing[index] == code >> 1 {
        sections[last].order.append(Placed(place: sections[last].places, term: index))
      }
    }
    return sections
  }

  private struct Filter {
    private static let size = 4096
    private var bits = [Bool](repeating: false, count: size)

    init(_ numbers: [UInt64]) {
      for number in numbers { bits[Int(number % UInt64(Self.size))] = true }
    }

    func mayHave(_ number: UInt64) -> Bool { bits[Int(number % UInt64(Self.size))] }
  }
}
