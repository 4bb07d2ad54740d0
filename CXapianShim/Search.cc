#include "Query.hh"
#include <algorithm>
#include <vector>

// BM25 that asks at each posting it weighs whether to go on. Not in clone(): there the engine would leak.
class StoppableBM25 : public Xapian::BM25Weight {
  const xap_search_request *request;  // which outlives it
  StoppableBM25 *clone() const override { return new StoppableBM25(request); }

 public:
  explicit StoppableBM25(const xap_search_request *r)
      : BM25Weight(r->k1, r->k2, r->k3, r->b, r->min_norm_length), request(r) {}
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount unique) const override {
    poll();
    return BM25Weight::get_sumpart(wdf, length, unique);
  }
};

// Asks it at each match, where nothing is weighed.
class StoppableMatches : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document &, double) override { poll(); }
};

static void set_weighting(Xapian::Enquire &enquire, const xap_search_request *request) {
  if (watched_stop) return enquire.set_weighting_scheme(StoppableBM25(request));
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(request->k1, request->k2, request->k3, request->b, request->min_norm_length));
}

static void set_order(Xapian::Enquire &enquire, const xap_search_request *request) {
  const uint32_t slot = request->sort_slot;
  const bool descending = request->sort_descending;
  switch (request->sort) {
    case XAP_SORT_RELEVANCE: return enquire.set_sort_by_relevance();
    case XAP_SORT_VALUE_THEN_RELEVANCE: return enquire.set_sort_by_value_then_relevance(slot, descending);
  }
  throw Xapian::InvalidArgumentError("unknown order");
}

static void write_hit(BlockWriter &block, const Xapian::MSetIterator &hit, const xap_search_request *request) {
  block.u32(*hit);
  block.f64(hit.get_weight());
  const Xapian::Document document = hit.get_document();
  block.string(request->with_data ? document.get_data() : std::string());
  for (size_t i = 0; i < request->value_slot_count; ++i) block.string(document.get_value(request->value_slots[i]));
}

static void write_query_terms(BlockWriter &block, const Xapian::Query &query, const Xapian::MSet &mset) {
  const size_t place = block.reserve_u32();
  uint32_t count = 0;
  for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end(); ++term, ++count) {
    block.string(*term);
    block.f64(mset.get_termweight(*term));
  }
  block.set_u32(place, count);
}

bool xap_search(const xap_database *database, xap_string query_block, const xap_search_request *request, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    const auto sequence_counts = std::make_shared<SequenceCounts>();
    const Xapian::Query query = read_query(query_block, sequence_counts);
    Xapian::Enquire enquire(*database->database);
    enquire.set_query(query);
    set_weighting(enquire, request);
    set_order(enquire, request);
    if (request->time_limit > 0) enquire.set_time_limit(request->time_limit);
    StoppableMatches stoppable;
    if (watched_stop) enquire.add_matchspy(&stoppable);
    std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
    for (size_t i = 0; i < request->facet_slot_count; ++i) {
      spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(request->facet_slots[i]));
      enquire.add_matchspy(spies.back().get());
    }
    const Xapian::MSet mset = enquire.get_mset(request->first, request->max_items, request->check_at_least);
    // No mset.fetch(): it is only a hint, and in 1.4.22 it reads outside a page that does not begin at 0.

    BlockWriter block;
    // A sequence's test says that it may lead to one document more than there are, to be asked last.
    const Xapian::doccount all = database->database->get_doccount();
    block.u32(std::min(mset.get_matches_lower_bound(), all));
    block.u32(std::min(mset.get_matches_estimated(), all));
    block.u32(std::min(mset.get_matches_upper_bound(), all));
    block.u32(mset.size());
    for (auto hit = mset.begin(); hit != mset.end(); ++hit) {
      poll();
      write_hit(block, hit, request);
    }
    for (const auto &spy : spies) {
      const size_t place = block.reserve_u32();
      uint32_t count = 0;
      for (auto value = spy->values_begin(); value != spy->values_end(); ++value, ++count) {
        block.string(*value);
        block.u32(value.get_termfreq());
      }
      block.set_u32(place, count);
    }
    write_query_terms(block, query, mset);
    block.u32(static_cast<uint32_t>(sequence_counts->size()));
    for (const auto &count : *sequence_counts) {
      block.u32(count.tested);
      block.u32(count.passed);
    }
    block.finish(out);
  });
}

// Leaves out terms by their first byte: those of filters, of other fields.
class FirstByteDecider : public Xapian::ExpandDecider {
  std::string excluded;

 public:
  explicit FirstByteDecider(std::string excluded_) : excluded(std::move(excluded_)) {}
  bool operator()(const std::string &term) const override {
    poll();
    return term.empty() || excluded.find(term[0]) == std::string::npos;
  }
};

bool xap_expand(const xap_database *database, xap_string query, const uint32_t *docids, size_t docid_count, uint32_t max_items, xap_string excluded_first_bytes, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    Xapian::Enquire enquire(*database->database);
    enquire.set_query(read_query(query, std::make_shared<SequenceCounts>()));
    Xapian::RSet relevant;
    for (size_t i = 0; i < docid_count; ++i) relevant.add_document(docids[i]);
    const FirstByteDecider decider(string_of(excluded_first_bytes));
    const Xapian::ESet eset = enquire.get_eset(max_items, relevant, 0, &decider);
    BlockWriter block;
    for (auto term = eset.begin(); term != eset.end(); ++term) {
      block.string(*term);
      block.f64(term.get_weight());
    }
    block.finish(out);
  });
}
