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
  /// Matches the left and not the right.
  case andNot(Query, Query)
  /// Matches the left; the right adds to the weight.
  case andMaybe(Query, Query)
  /// Matches both; only the left weighs.
  case filter(Query, Query)
  /// Documents whose `TermSequence` in the slot passes the test, with terms that they have; weighs
  /// as the terms. After `most` documents there are no more.
  case sequence(SequenceTest, slot: Int, most: Int = .max)
  /// Weighed as if it were one term.
  case synonym([Query])
  case scale(Query, by: Double)
  /// Values between two, both included, in byte order.
  case valueRange(slot: Int, [UInt8], [UInt8])
  case valueAtLeast(slot: Int, [UInt8])
}

extension Query {
  /// Whether this query, where nothing matches it, has looked for `part` in all documents: no other
  /// condition comes before.
  public func looksEverywhere(for part: Query) -> Bool {
    if self == part { return true }
    return switch self {
    case .andNot(let left, _), .andMaybe(let left, _), .scale(let left, _):
      left.looksEverywhere(for: part)
    case .and(let parts), .or(let parts):
      parts.count == 1 && parts[0].looksEverywhere(for: part)
    default: false
    }
  }
}
