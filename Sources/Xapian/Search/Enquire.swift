import CXapianShim

/// How a query is run: weights, order, facets. A value; `run` does the work.
///
/// ```swift
/// var enquire = Enquire(.term("inburger"))
/// enquire.weighting = .bm25(k1: 1.2, b: 0.75)
/// enquire.facetSlots = [3]
/// let page = try enquire.run(on: database, maxItems: 10)
/// ```
public struct Enquire: Sendable {
  /// The parameters of BM25, which Xapian's `BM25Weight` explains.
  public struct Weighting: Sendable, Equatable {
    fileprivate var k1, k2, k3, b, minNormLength: Double

    public static func bm25(
      k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minNormLength: Double = 0.5
    ) -> Weighting {
      Weighting(k1: k1, k2: k2, k3: k3, b: b, minNormLength: minNormLength)
    }
  }

  public enum Order: Sendable, Equatable {
    case relevance
    case valueThenRelevance(slot: Int, descending: Bool)
  }

  public var query: Query
  public var weighting: Weighting = .bm25()
  public var order: Order = .relevance
  /// Seconds after which the match stops looking for more than the first page; nil: none.
  public var timeLimit: Double?
  /// Slots whose values are counted over all documents seen; see `MSet.facets`.
  public var facetSlots: [Int] = []
  /// Slots whose values come with each hit.
  public var valueSlots: [Int] = []
  /// Whether the documents' data come with the hits.
  public var bringsData = true

  public init(_ query: Query) { self.query = query }

  /// Hits `first ..< first + maxItems` by rank.
  /// - Parameter checkAtLeast: counts are exact up to so many matches.
  public func run(on database: Database, first: Int = 0, maxItems: Int, checkAtLeast: Int = 0)
    throws(XapianError) -> MSet
  {
    let slots = try valueSlots.map(engineNumber)
    let facets = try facetSlots.map(engineNumber)
    var request = try shimRequest
    let query = QueryBlock(query)
    return try attemptBlock { block, error in
      withShimString(query.bytes) { query in
        slots.withUnsafeBufferPointer { slots in
          facets.withUnsafeBufferPointer { facets in
            request.first = UInt32(clamping: first)
            request.max_items = UInt32(clamping: maxItems)
            request.check_at_least = UInt32(clamping: checkAtLeast)
            request.value_slots = slots.baseAddress
            request.value_slot_count = slots.count
            request.facet_slots = facets.baseAddress
            request.facet_slot_count = facets.count
            return xap_search(database.handle, query, &request, &block, &error)
          }
        }
      }
    } read: {
      MSet(&$0, valueSlots: valueSlots, facetSlots: facetSlots, tests: query.tests)
    }
  }

  public struct ExpansionTerm: Sendable, Equatable {
    public let term: String
    public let weight: Double
  }

  /// Terms that set the given documents apart from the rest, best first (Xapian's ESet); none of
  /// the query.
  /// - Parameter excludedFirstBytes: terms that begin with one of these are left out.
  public func expansion(
    on database: Database, relevant: [Int], maxItems: Int,
    excludedFirstBytes: [UInt8] = []
  ) throws(XapianError) -> [ExpansionTerm] {
    let ids = try relevant.map(engineNumber)
    return try attemptBlock { block, error in
      withShimString(QueryBlock(query).bytes) { query in
        withShimString(excludedFirstBytes) { excluded in
          ids.withUnsafeBufferPointer { ids in
            xap_expand(
              database.handle, query, ids.baseAddress, ids.count, UInt32(clamping: maxItems),
              excluded, &block, &error)
          }
        }
      }
    } read: {
      $0.all { ExpansionTerm(term: $0.string(), weight: $0.f64()) }
    }
  }

  private var shimRequest: xap_search_request {
    get throws(XapianError) {
      var request = xap_search_request()
      request.time_limit = timeLimit ?? 0
      request.with_data = bringsData
      request.k1 = weighting.k1
      request.k2 = weighting.k2
      request.k3 = weighting.k3
      request.b = weighting.b
      request.min_norm_length = weighting.minNormLength
      switch order {
      case .relevance: request.sort = Int32(XAP_SORT_RELEVANCE)
      case .valueThenRelevance(let slot, let descending):
        request.sort = Int32(XAP_SORT_VALUE_THEN_RELEVANCE)
        request.sort_slot = try engineNumber(slot)
        request.sort_descending = descending
      }
      return request
    }
  }
}
