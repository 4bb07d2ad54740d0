#include "Query.hh"
#include <vector>

static Xapian::Query::op operator_of(uint32_t code) {
  using Q = Xapian::Query;
  switch (code) {
    case XAP_OP_AND: return Q::OP_AND;
    case XAP_OP_OR: return Q::OP_OR;
    case XAP_OP_AND_NOT: return Q::OP_AND_NOT;
    case XAP_OP_AND_MAYBE: return Q::OP_AND_MAYBE;
    case XAP_OP_FILTER: return Q::OP_FILTER;
    case XAP_OP_SYNONYM: return Q::OP_SYNONYM;
  }
  throw Xapian::SerialisationError("unknown query operator");
}

static Xapian::Query read_node(BlockReader &block, const std::shared_ptr<SequenceCounts> &counts) {
  using Q = Xapian::Query;
  switch (block.u8()) {
    case XAP_QUERY_NOTHING: return Q::MatchNothing;
    // Not Query::MatchAll: that shared object's reference count is not safe across threads.
    case XAP_QUERY_ALL: return Q(std::string());
    case XAP_QUERY_TERM: {
      std::string term = block.string();
      return Q(term, block.u32());
    }
    case XAP_QUERY_COMBINE: {
      const auto op = operator_of(block.u32());
      std::vector<Q> parts(block.u32());
      for (auto &part : parts) part = read_node(block, counts);
      return Q(op, parts.begin(), parts.end());
    }
    case XAP_QUERY_SCALE: {
      const double factor = block.f64();
      return Q(Q::OP_SCALE_WEIGHT, read_node(block, counts), factor);
    }
    case XAP_QUERY_RANGE: {
      const uint32_t slot = block.u32();
      std::string first = block.string();
      return Q(Q::OP_VALUE_RANGE, slot, first, block.string());
    }
    case XAP_QUERY_AT_LEAST: {
      const uint32_t slot = block.u32();
      return Q(Q::OP_VALUE_GE, slot, block.string());
    }
    case XAP_QUERY_SEQUENCE: return read_sequence_query(block, counts);
  }
  throw Xapian::SerialisationError("unknown query node");
}

Xapian::Query read_query(xap_string bytes, const std::shared_ptr<SequenceCounts> &counts) {
  BlockReader block(bytes);
  return read_node(block, counts);
}
