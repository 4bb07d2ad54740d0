/// One page of hits and what is known of all matches.
public struct MSet: Sendable, Equatable {
  /// How many documents match: between the bounds, probably `estimate`.
  public struct Matches: Sendable, Equatable {
    public let lowerBound, estimate, upperBound: Int
    public var isExact: Bool { lowerBound == upperBound }
  }

  public struct Hit: Sendable, Equatable {
    public let documentID: Int
    public let weight: Double
    public let data: [UInt8]
    /// By slot, for the slots asked for.
    public let values: [Int: [UInt8]]
  }

  public struct FacetValue: Sendable, Equatable {
    public let value: [UInt8]
    /// Documents seen that have it.
    public let count: Int
  }

  /// The values of a slot in all matches, if `checkAtLeast` was high enough.
  public struct Facet: Sendable, Equatable {
    public let slot: Int
    public let values: [FacetValue]
  }

  public struct QueryTerm: Sendable, Equatable {
    public let term: String
    /// The most that it can add to a document's weight, before scaling.
    public let weight: Double
  }

  /// What the search saw of a sequence test of its query. It need not look at all documents: others
  /// may not meet the rest of the query, or weigh too little for the page and for `checkAtLeast`.
  public struct SequenceCount: Sendable, Equatable {
    /// How many documents with all the terms it looked at, and how many of them passed.
    public let tested, passed: Int
  }

  public let matches: Matches
  public let hits: [Hit]
  public let facets: [Facet]
  public let queryTerms: [QueryTerm]
  /// Of a test that the query has twice, the one that more documents passed.
  public let sequenceCounts: [SequenceTest: SequenceCount]

  init(_ block: inout BlockReader, valueSlots: [Int], facetSlots: [Int], tests: [SequenceTest]) {
    matches = Matches(&block)
    hits = block.list { block in
      let id = block.u32()
      let weight = block.f64()
      let data = block.bytesWithLength()
      let values = valueSlots.map { ($0, block.bytesWithLength()) }
      return Hit(
        documentID: id, weight: weight, data: data, values: Dictionary(values) { first, _ in first }
      )
    }
    facets = facetSlots.map { slot in
      Facet(
        slot: slot,
        values: block.list { FacetValue(value: $0.bytesWithLength(), count: $0.u32()) })
    }
    queryTerms = block.list {
      QueryTerm(term: $0.string(), weight: $0.f64())
    }
    let counts = block.list { SequenceCount(tested: $0.u32(), passed: $0.u32()) }
    sequenceCounts = Dictionary(zip(tests, counts)) { $0.passed < $1.passed ? $1 : $0 }
  }
}

extension MSet.Matches {
  init(_ block: inout BlockReader) {
    self.init(lowerBound: block.u32(), estimate: block.u32(), upperBound: block.u32())
  }
}
