// Tests of where a document's terms stand, as nodes of a query: see include/Sequence.h for the form.
#pragma once
#include "Internal.h"
#include <memory>
#include <vector>

// What each test of a query has seen in one search, by its number.
struct SequenceCount {
  uint32_t tested = 0, passed = 0;
};
using SequenceCounts = std::vector<SequenceCount>;

// Reads what stands behind XAP_QUERY_SEQUENCE.
Xapian::Query read_sequence_query(BlockReader &block, const std::shared_ptr<SequenceCounts> &counts);
