/// One page of hits and what is known of all matches.
public struct MSet: Sendable, Equatable {
  /// How many documents match: between the bounds, probably `estimate`.
  public struct Matches: Sendable, Equatable {
    public let lowerBound, estimate, upperBound: Int
    public var isExact: Bool { lowerBound == upperBound }
  }

  public struct Hit: Sendable, Equatable {
    public let documentID: Int
    /// From 0.
    public let rank: Int
    public let weight: Double
    public let percent: Int
    /// A lower bound of how many others with the same collapse key were left out.
    public let collapseCount: Int
    public let collapseKey: [UInt8]
    public let data: [UInt8]
    /// By slot, for the slots asked for.
    public let values: [Int: [UInt8]]
    public let matchingTerms: [String]
  }

  public struct FacetValue: Sendable, Equatable {
    public let value: [UInt8]
    /// Documents seen that have it.
    public let count: Int
  }

  public struct Facet: Sendable, Equatable {
    public let slot: Int
    /// How many documents were looked at: all matches, if `checkAtLeast` was high enough.
    public let documentsSeen: Int
    public let values: [FacetValue]
  }

  public struct QueryTerm: Sendable, Equatable {
    public let term: String
    public let documentFrequency: Int
    /// The most that it can add to a document's weight, before scaling.
    public let weight: Double
  }

  public let matches: Matches
  /// The same before collapsing.
  public let uncollapsedMatches: Matches
  public let maxPossibleWeight, maxAttainedWeight: Double
  public let hits: [Hit]
  public let facets: [Facet]
  public let queryTerms: [QueryTerm]

  init(_ block: inout BlockReader, first: Int, valueSlots: [Int], facetSlots: [Int]) {
    matches = Matches(&block)
    uncollapsedMatches = Matches(&block)
    maxPossibleWeight = block.f64()
    maxAttainedWeight = block.f64()
    var rank = first
    hits = block.list { block in
      defer { rank += 1 }
      let id = block.u32()
      let weight = block.f64()
      let percent = block.u32()
      let collapseCount = block.u32()
      let collapseKey = block.bytesWithLength()
      let data = block.bytesWithLength()
      let values = valueSlots.map { ($0, block.bytesWithLength()) }
      return Hit(
        documentID: id, rank: rank, weight: weight, percent: percent,
        collapseCount: collapseCount, collapseKey: collapseKey, data: data,
        values: Dictionary(values) { first, _ in first },
        matchingTerms: block.list { $0.string() })
    }
    facets = facetSlots.map { slot in
      Facet(
        slot: slot, documentsSeen: block.u32(),
        values: block.list { FacetValue(value: $0.bytesWithLength(), count: $0.u32()) })
    }
    queryTerms = block.list {
      QueryTerm(term: $0.string(), documentFrequency: $0.u32(), weight: $0.f64())
    }
  }
}

extension MSet.Matches {
  init(_ block: inout BlockReader) {
    self.init(lowerBound: block.u32(), estimate: block.u32(), upperBound: block.u32())
  }
}
