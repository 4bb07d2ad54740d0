// A query for documents whose terms stand in some order: see XAP_QUERY_SEQUENCE.
#pragma once
#include "CXapianShim.h"
#include <xapian.h>
#include <string>
#include <vector>

struct SequenceTest {
  uint32_t kind;      // XAP_SEQUENCE_*
  uint32_t sections;  // a bit for each kind of section that counts
  uint32_t window;    // of XAP_SEQUENCE_NEAR, in terms
  std::vector<uint64_t> hashes;
};

Xapian::Query sequence_query(Xapian::valueno slot, SequenceTest test);
