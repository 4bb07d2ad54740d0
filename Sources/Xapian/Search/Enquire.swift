import CXapianShim

/// How a query is run: weights, order, collapsing, facets. A value; `run` does the work.
///
/// ```swift
/// var enquire = Enquire(.term("inburger"))
/// enquire.weighting = .bm25(k1: 1.2, b: 0.75)
/// enquire.collapse = .init(slot: 3)
/// let page = try enquire.run(on: database, maxItems: 10)
/// ```
public struct Enquire: Sendable {
  public enum Weighting: Sendable, Equatable {
    case bm25(
      k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minNormLength: Double = 0.5)
    case bm25Plus(
      k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minNormLength: Double = 0.5,
      delta: Double = 1)
    case traditional(k: Double = 1)
    case pl2(c: Double = 1)
    case dlh
    case dph
    /// How many of the terms match.
    case coordination
    /// All weights 0.
    case boolean
  }

  public enum Order: Sendable, Equatable {
    case relevance
    case value(slot: Int, descending: Bool)
    case valueThenRelevance(slot: Int, descending: Bool)
    case relevanceThenValue(slot: Int, descending: Bool)
  }

  /// At most `maximum` hits with the same value in the slot.
  public struct Collapse: Sendable, Equatable {
    public var slot: Int
    public var maximum: Int
    public init(slot: Int, maximum: Int = 1) {
      self.slot = slot
      self.maximum = maximum
    }
  }

  public var query: Query
  public var weighting: Weighting = .bm25()
  public var order: Order = .relevance
  public var collapse: Collapse?
  /// Hits below so many percent of the best are left out.
  public var percentThreshold = 0
  /// Hits with less weight are left out.
  public var weightThreshold = 0.0
  /// Seconds after which the match stops looking for more than the first page; nil: none.
  public var timeLimit: Double?
  /// Slots whose values are counted over all documents seen; see `MSet.facets`.
  public var facetSlots: [Int] = []
  /// Slots whose values come with each hit.
  public var valueSlots: [Int] = []
  /// Whether the documents' data come with the hits.
  public var bringsData = true
  /// Whether each hit says which terms it has.
  public var bringsMatchingTerms = false

  public init(_ query: Query) { self.query = query }

  /// Hits `first ..< first + maxItems` by rank.
  /// - Parameter checkAtLeast: counts are exact up to so many matches.
  public func run(on database: Database, first: Int = 0, maxItems: Int, checkAtLeast: Int = 0)
    throws(XapianError) -> MSet
  {
    let slots = valueSlots.map(UInt32.init)
    let facets = facetSlots.map(UInt32.init)
    return try attemptBlock { block, error in
      withShimString(query.block) { query in
        slots.withUnsafeBufferPointer { slots in
          facets.withUnsafeBufferPointer { facets in
            var request = shimRequest
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
      MSet(&$0, first: first, valueSlots: valueSlots, facetSlots: facetSlots)
    }
  }

  public struct ExpansionTerm: Sendable, Equatable {
    public let term: String
    public let weight: Double
  }

  /// Terms that set the given documents apart from the rest, best first (Xapian's ESet).
  /// - Parameter excludedFirstBytes: terms that begin with one of these are left out.
  public func expansion(
    on database: Database, relevant: [Int], maxItems: Int, includesQueryTerms: Bool = false,
    excludedFirstBytes: [UInt8] = []
  ) throws(XapianError) -> [ExpansionTerm] {
    let ids = relevant.map(UInt32.init)
    return try attemptBlock { block, error in
      withShimString(query.block) { query in
        withShimString(excludedFirstBytes) { excluded in
          ids.withUnsafeBufferPointer { ids in
            xap_expand(
              database.handle, query, ids.baseAddress, ids.count, UInt32(maxItems),
              includesQueryTerms, excluded, &block, &error)
          }
        }
      }
    } read: {
      $0.all { ExpansionTerm(term: $0.string(), weight: $0.f64()) }
    }
  }

  private var shimRequest: xap_search_request {
    var request = xap_search_request()
    request.percent_threshold = Int32(percentThreshold)
    request.weight_threshold = weightThreshold
    request.time_limit = timeLimit ?? 0
    request.with_data = bringsData
    request.with_terms = bringsMatchingTerms
    if let collapse {
      request.collapses = true
      request.collapse_slot = UInt32(collapse.slot)
      request.collapse_max = UInt32(collapse.maximum)
    }
    let weighting: (code: Int, parameters: [Double]) =
      switch weighting {
      case .bm25(let k1, let k2, let k3, let b, let norm):
        (Int(XAP_WEIGHT_BM25), [k1, k2, k3, b, norm])
      case .bm25Plus(let k1, let k2, let k3, let b, let norm, let delta):
        (Int(XAP_WEIGHT_BM25_PLUS), [k1, k2, k3, b, norm, delta])
      case .traditional(let k): (Int(XAP_WEIGHT_TRAD), [k])
      case .pl2(let c): (Int(XAP_WEIGHT_PL2), [c])
      case .dlh: (Int(XAP_WEIGHT_DLH), [])
      case .dph: (Int(XAP_WEIGHT_DPH), [])
      case .coordination: (Int(XAP_WEIGHT_COORD), [])
      case .boolean: (Int(XAP_WEIGHT_BOOL), [])
      }
    request.weighting = Int32(weighting.code)
    withUnsafeMutableBytes(of: &request.weighting_parameters) { bytes in
      let parameters = bytes.bindMemory(to: Double.self)
      for (index, parameter) in weighting.parameters.enumerated() { parameters[index] = parameter }
    }
    let order: (code: Int, slot: Int, descending: Bool) =
      switch order {
      case .relevance: (Int(XAP_SORT_RELEVANCE), 0, true)
      case .value(let slot, let descending): (Int(XAP_SORT_VALUE), slot, descending)
      case .valueThenRelevance(let slot, let descending):
        (Int(XAP_SORT_VALUE_THEN_RELEVANCE), slot, descending)
      case .relevanceThenValue(let slot, let descending):
        (Int(XAP_SORT_RELEVANCE_THEN_VALUE), slot, descending)
      }
    request.sort = Int32(order.code)
    request.sort_slot = UInt32(order.slot)
    request.sort_descending = order.descending
    return request
  }
}
