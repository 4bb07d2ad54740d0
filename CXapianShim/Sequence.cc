#include "Sequence.hh"
#include "SequenceTest.hh"
#include <limits>

namespace {

// Documents whose value passes the test, among those that the terms beside it in the query lead to.
class SequenceSource : public Xapian::ValuePostingSource {
  SequenceTest test;
  std::vector<std::string> terms;
  std::shared_ptr<SequenceCounts> counts;
  uint32_t number, most;
  // The document that was tested last, so that none is counted twice.
  Xapian::docid tested = 0;
  bool passed = false;
  bool is_placed = false;  // at a document or at the end
  // Where the forms of documents were looked at last, and those of this one.
  std::unique_ptr<Xapian::ValueIterator> form_values;
  std::string forms;
  // Where the documents of each term were looked at last.
  using Postings = Xapian::PostingIterator;
  std::vector<std::unique_ptr<Postings>> postings;

  SequenceCount &count() const { return (*counts)[number]; }

  bool has_term(size_t i) {
    auto &known = postings[i];
    if (!known) known = std::make_unique<Postings>(get_database().postlist_begin(terms[i]));
    auto &posting = *known;
    const Postings end;
    if (posting != end) posting.skip_to(get_docid());
    return posting != end && *posting == get_docid();
  }

  const std::string *form_value() {
    const Xapian::ValueIterator end;
    if (!form_values)
      form_values = std::make_unique<Xapian::ValueIterator>(
          get_database().valuestream_begin(test.get_form_slot()));
    auto &value = *form_values;
    if (value != end) value.skip_to(get_docid());
    forms = value != end && value.get_docid() == get_docid() ? *value : std::string();
    return &forms;
  }

  bool passes() {
    if (get_docid() == tested) return passed;
    poll();
    tested = get_docid();
    const std::string value = get_value();
    passed = test.passes(
        value.data(), value.size(), [&](size_t i) { return has_term(i); },
        [&] { return form_value(); });
    ++count().tested;
    if (passed) ++count().passed;
    return passed;
  }

  // Whether enough were found before the document `id`.
  bool is_over(Xapian::docid id) {
    if (count().passed < most || id <= tested) return false;
    done();
    return true;
  }

  // As check(): but to a document a little further on by steps, which need not come from the root of
  // the tree.
  bool move(Xapian::docid id, double min_weight) {
    if (!is_placed || at_end() || get_docid() + 3 < id) {
      is_placed = ValuePostingSource::check(id, min_weight);
      return is_placed;
    }
    while (!at_end() && get_docid() < id) ValuePostingSource::next(min_weight);
    return true;
  }

  void advance(double min_weight) {
    while (!at_end() && !passes()) Xapian::ValuePostingSource::next(min_weight);
  }

 public:
  SequenceSource(Xapian::valueno slot, SequenceTest t, std::vector<std::string> terms_,
                 std::shared_ptr<SequenceCounts> counts_, uint32_t number_, uint32_t most_)
      : ValuePostingSource(slot), test(std::move(t)), terms(std::move(terms_)),
        counts(std::move(counts_)), number(number_), most(most_) {}

  void init(const Xapian::Database &database) override {
    ValuePostingSource::init(database);
    set_maxweight(0);
    set_termfreq_min(0);
    // Xapian asks the rarest first: so this comes after all others, and tests only what they leave.
    const Xapian::doccount last = database.get_doccount() + 1;
    set_termfreq_max(last);
    set_termfreq_est(last);
    tested = 0;
    is_placed = false;
    form_values.reset();
    postings.clear();
    postings.resize(terms.size());
    if (test.is_of_any_term()) return;
    auto least = std::numeric_limits<Xapian::termcount>::max();
    for (size_t i = 0; i < terms.size(); ++i) {
      const auto frequency = database.get_collection_freq(terms[i]);
      if (frequency >= least) continue;
      least = frequency;
      test.set_rarest(i);
    }
  }
  void next(double min_weight) override {
    if (is_over(tested + 1)) return;
    ValuePostingSource::next(min_weight);
    is_placed = true;
    advance(min_weight);
  }
  void skip_to(Xapian::docid id, double min_weight) override {
    if (is_over(id)) return;
    ValuePostingSource::skip_to(id, min_weight);
    is_placed = true;
    advance(min_weight);
  }
  bool check(Xapian::docid id, double min_weight) override {
    if (is_over(id)) return true;
    if (!move(id, min_weight)) return false;
    if (!at_end() && get_docid() == id) return passes();
    advance(min_weight);
    return true;
  }
  // Every database that is searched together with others has its own; they count in the same place.
  SequenceSource *clone() const override {
    return new SequenceSource(get_slot(), test, terms, counts, number, most);
  }
  std::string get_description() const override {
    return "Sequence(" + std::to_string(terms.size()) + ")";
  }
};

}  // namespace

Xapian::Query read_sequence_query(BlockReader &block,
                                  const std::shared_ptr<SequenceCounts> &counts) {
  using Q = Xapian::Query;
  const uint32_t number = block.u32(), slot = block.u32(), most = block.u32();
  SequenceTest test(block);
  std::vector<std::string> terms(test.term_count());
  for (auto &term : terms) term = block.string();
  if (number != counts->size())
    throw Xapian::SerialisationError("sequence tests are not numbered in order");
  counts->emplace_back();
  if (terms.empty()) return Q::MatchNothing;
  const Q candidates(test.is_of_any_term() ? Q::OP_OR : Q::OP_AND, terms.begin(), terms.end());
  auto *source = new SequenceSource(slot, std::move(test), std::move(terms), counts, number, most);
  return Q(Q::OP_FILTER, candidates, Q(source->release()));
}

bool xap_test_sequences(xap_string block, const xap_string *values, size_t count, bool *passes,
                        xap_error *error) {
  return guarded(error, [&] {
    BlockReader reader(block);
    SequenceTest test(reader);
    for (size_t i = 0; i < count; ++i) {
      passes[i] = test.passes(values[i].data, values[i].size, [](size_t) { return true; },
                              [] { return nullptr; });
    }
  });
}
