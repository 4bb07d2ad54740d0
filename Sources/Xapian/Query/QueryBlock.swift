import CXapianShim

/// A query as it crosses the boundary.
struct QueryBlock {
  private var block = BlockWriter()
  /// The query's sequence tests by number, by which the shim says what they have seen.
  private(set) var tests: [SequenceTest] = []

  var bytes: [UInt8] { block.bytes }

  init(_ query: Query) { write(query) }

  private mutating func write(_ query: Query) {
    switch query {
    case .nothing: block.u8(Int32(XAP_QUERY_NOTHING))
    case .everything: block.u8(Int32(XAP_QUERY_ALL))
    case .term(let term, let wqf):
      block.u8(Int32(XAP_QUERY_TERM))
      block.string(term)
      block.u32(wqf)
    case .and(let parts): combine(XAP_OP_AND, parts)
    case .or(let parts): combine(XAP_OP_OR, parts)
    case .andNot(let left, let right): combine(XAP_OP_AND_NOT, [left, right])
    case .andMaybe(let left, let right): combine(XAP_OP_AND_MAYBE, [left, right])
    case .filter(let left, let right): combine(XAP_OP_FILTER, [left, right])
    case .synonym(let parts): combine(XAP_OP_SYNONYM, parts)
    case .sequence(let test, let slot, let most):
      block.u8(Int32(XAP_QUERY_SEQUENCE))
      block.u32(tests.count)
      block.u32(slot)
      block.u32(most)
      test.write(to: &block)
      for term in test.terms { block.string(term) }
      tests.append(test)
    case .scale(let part, let factor):
      block.u8(Int32(XAP_QUERY_SCALE))
      block.f64(factor)
      write(part)
    case .valueRange(let slot, let first, let last):
      block.u8(Int32(XAP_QUERY_RANGE))
      block.u32(slot)
      block.string(first)
      block.string(last)
    case .valueAtLeast(let slot, let value):
      block.u8(Int32(XAP_QUERY_AT_LEAST))
      block.u32(slot)
      block.string(value)
    }
  }

  private mutating func combine(_ code: some BinaryInteger, _ parts: [Query]) {
    block.u8(Int32(XAP_QUERY_COMBINE))
    block.u32(Int(code))
    block.u32(parts.count)
    for part in parts { write(part) }
  }
}
