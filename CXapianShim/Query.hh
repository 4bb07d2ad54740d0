// A query as it crosses the boundary: XAP_QUERY_*.
#pragma once
#include "Sequence.hh"

// The query's sequence tests count in `counts` whenever it is run.
Xapian::Query read_query(xap_string block, const std::shared_ptr<SequenceCounts> &counts);
