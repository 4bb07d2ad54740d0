import CXapianShim

/// A query as a value: built in any task, run by `Enquire`.
///
/// ```swift
/// let query = Query.and([.or([.term("inburger"), .term("wetgev", wqf: 2)]), .term("XKanswerPart")])
/// ```
public indirect enum Query: Sendable, Hashable {
  case nothing
  case everything
  /// `wqf`: how often the query has the term.
  case term(String, wqf: Int = 1)
  case and([Query])
  case or([Query])
  case xor([Query])
  /// Matches the left and not the right.
  case andNot(Query, Query)
  /// Matches the left; the right adds to the weight.
  case andMaybe(Query, Query)
  /// Matches both; only the left weighs.
  case filter(Query, Query)
  /// Terms next to each other in this order; weighs as all of them.
  case phrase([String], TermSequence.Place)
  /// Terms in any order among so many; weighs as all of them.
  case near([String], window: Int, TermSequence.Place)
  /// A term, or a part of a compound, in a kind of section.
  case occurs(String, TermSequence.Place)
  /// Weighed as if it were one term.
  case synonym([Query])
  /// Weighs as much as the best of them.
  case max([Query])
  /// An OR of the `count` best only.
  case eliteSet([Query], count: Int)
  case scale(Query, by: Double)
  /// Values between two, both included, in byte order.
  case valueRange(slot: Int, [UInt8], [UInt8])
  case valueAtLeast(slot: Int, [UInt8])
  case valueAtMost(slot: Int, [UInt8])
  /// Terms that begin so, as synonyms; an error above the limit. Weights are wrong across several
  /// databases: expand it yourself there.
  case wildcard(prefix: String, limit: Int)

  /// Xapian's own description, for looking into what was built.
  public func described() throws(XapianError) -> String {
    try attemptBlock { block, error in
      withShimString(self.block) { xap_describe_query($0, &block, &error) }
    } read: {
      String(decoding: $0.rest(), as: UTF8.self)
    }
  }

  var block: [UInt8] {
    var writer = BlockWriter()
    write(to: &writer)
    return writer.bytes
  }

  private func write(to block: inout BlockWriter) {
    switch self {
    case .nothing: block.u8(Int32(XAP_QUERY_NOTHING))
    case .everything: block.u8(Int32(XAP_QUERY_ALL))
    case .term(let term, let wqf):
      block.u8(Int32(XAP_QUERY_TERM))
      block.string(term)
      block.u32(wqf)
    case .and(let parts): Self.combine(XAP_OP_AND, parts, &block)
    case .or(let parts): Self.combine(XAP_OP_OR, parts, &block)
    case .xor(let parts): Self.combine(XAP_OP_XOR, parts, &block)
    case .andNot(let left, let right): Self.combine(XAP_OP_AND_NOT, [left, right], &block)
    case .andMaybe(let left, let right): Self.combine(XAP_OP_AND_MAYBE, [left, right], &block)
    case .filter(let left, let right): Self.combine(XAP_OP_FILTER, [left, right], &block)
    case .phrase(let terms, let place): Self.sequence(XAP_SEQUENCE_PHRASE, terms, place, &block)
    case .near(let terms, let window, let place):
      Self.sequence(XAP_SEQUENCE_NEAR, terms, place, window: window, &block)
    case .occurs(let term, let place): Self.sequence(XAP_SEQUENCE_OCCURS, [term], place, &block)
    case .synonym(let parts): Self.combine(XAP_OP_SYNONYM, parts, &block)
    case .max(let parts): Self.combine(XAP_OP_MAX, parts, &block)
    case .eliteSet(let parts, let count):
      Self.combine(XAP_OP_ELITE_SET, parts, parameter: count, &block)
    case .scale(let part, let factor):
      block.u8(Int32(XAP_QUERY_SCALE))
      block.f64(factor)
      part.write(to: &block)
    case .valueRange(let slot, let first, let last):
      block.u8(Int32(XAP_QUERY_RANGE))
      block.u32(slot)
      block.string(first)
      block.string(last)
    case .valueAtLeast(let slot, let value):
      block.u8(Int32(XAP_QUERY_AT_LEAST))
      block.u32(slot)
      block.string(value)
    case .valueAtMost(let slot, let value):
      block.u8(Int32(XAP_QUERY_AT_MOST))
      block.u32(slot)
      block.string(value)
    case .wildcard(let prefix, let limit):
      block.u8(Int32(XAP_QUERY_WILDCARD))
      block.string(prefix)
      block.u32(limit)
      block.u32(0)  // WILDCARD_LIMIT_ERROR
    }
  }

  /// The sequence is looked at in documents that have all the terms, and exact in these only.
  private static func sequence(
    _ kind: some BinaryInteger, _ terms: [String], _ place: TermSequence.Place, window: Int = 0,
    _ block: inout BlockWriter
  ) {
    block.u8(Int32(XAP_QUERY_COMBINE))
    block.u32(Int(XAP_OP_FILTER))
    block.u32(0)
    block.u32(2)
    Query.and(terms.map { .term($0) }).write(to: &block)
    block.u8(Int32(XAP_QUERY_SEQUENCE))
    block.u32(place.slot)
    block.u32(Int(kind))
    block.u32(place.mask)
    block.u32(window)
    block.u32(terms.count)
    for term in terms { block.u64(TermHash.of(term).value) }
  }

  private static func combine(
    _ code: some BinaryInteger, _ parts: [Query], parameter: Int = 0, _ block: inout BlockWriter
  ) {
    block.u8(Int32(XAP_QUERY_COMBINE))
    block.u32(Int(code))
    block.u32(parameter)
    block.u32(parts.count)
    for part in parts { part.write(to: &block) }
  }
}
