// Phrases and words near each other, by a document's terms in their order (xap_sequence).
#include "Sequence.h"
#include "Internal.h"
#include <algorithm>
#include <limits>

namespace {

// A value's codes, read as they are asked for.
class Codes {
  const unsigned char *at, *end;
  unsigned width;

 public:
  uint64_t factor = 0;
  unsigned shift = 0;

  explicit Codes(const std::string &value) : at(nullptr), end(nullptr), width(0) {
    if (value.size() < 2) return;
    const auto *bytes = reinterpret_cast<const unsigned char *>(value.data());
    width = bytes[0];
    if (width < XAP_SEQUENCE_LEAST_WIDTH || width > XAP_SEQUENCE_MOST_WIDTH) return;
    factor = XAP_SEQUENCE_FACTOR * (2 * uint64_t(bytes[1]) + 1);
    shift = 64 - (8 * width - 1);
    at = bytes + 2;
    end = at + (value.size() - 2) / width * width;
  }

  bool next(uint64_t &code) {
    if (at == end) return false;
    code = 0;
    for (unsigned i = 0; i < width; ++i) code |= uint64_t(at[i]) << (8 * i);
    at += width;
    return true;
  }
};

class SequenceSource : public Xapian::ValuePostingSource {
  const SequenceTest test;

  bool matches(const std::string &value) const {
    poll();
    Codes codes(value);
    const size_t count = test.hashes.size();
    std::vector<uint64_t> wanted(count);
    for (size_t i = 0; i < count; ++i) wanted[i] = (test.hashes[i] * codes.factor) >> codes.shift;
    // How many of the terms the last ones were, for a phrase; where each was last, for others.
    std::vector<int64_t> last(count, std::numeric_limits<int64_t>::min());
    std::vector<bool> ends(count, false);
    int64_t position = 0;
    bool is_inside = false;
    uint64_t code;
    while (codes.next(code)) {
      if (code == XAP_SEQUENCE_APART) continue;
      if (code < XAP_SEQUENCE_APART) {
        is_inside = test.sections >> code & 1;
        std::fill(ends.begin(), ends.end(), false);
        std::fill(last.begin(), last.end(), std::numeric_limits<int64_t>::min());
        continue;
      }
      if (!is_inside) continue;
      const bool is_part = code & 1;
      code >>= 1;
      if (test.kind == XAP_SEQUENCE_OCCURS) {
        if (code == wanted[0]) return true;
        continue;
      }
      if (is_part) continue;
      ++position;
      if (test.kind == XAP_SEQUENCE_PHRASE) {
        for (size_t i = count; i-- > 0;) ends[i] = code == wanted[i] && (i == 0 || ends[i - 1]);
        if (ends[count - 1]) return true;
        continue;
      }
      const auto found = std::find(wanted.begin(), wanted.end(), code);
      if (found == wanted.end()) continue;
      last[found - wanted.begin()] = position;
      const int64_t first = *std::min_element(last.begin(), last.end());
      if (first > 0 && position - first < test.window) return true;
    }
    return false;
  }

  void advance(double min_weight) {
    while (!at_end() && !matches(get_value())) Xapian::ValuePostingSource::next(min_weight);
  }

 public:
  SequenceSource(Xapian::valueno slot, SequenceTest t) : ValuePostingSource(slot), test(std::move(t)) {}

  void init(const Xapian::Database &database) override {
    ValuePostingSource::init(database);
    set_maxweight(0);
    set_termfreq_min(0);
  }
  void next(double min_weight) override {
    ValuePostingSource::next(min_weight);
    advance(min_weight);
  }
  void skip_to(Xapian::docid id, double min_weight) override {
    ValuePostingSource::skip_to(id, min_weight);
    advance(min_weight);
  }
  bool check(Xapian::docid id, double min_weight) override {
    if (!ValuePostingSource::check(id, min_weight)) return false;
    if (!at_end() && get_docid() == id) return matches(get_value());
    advance(min_weight);
    return true;
  }
  SequenceSource *clone() const override { return new SequenceSource(get_slot(), test); }
  std::string name() const override { return "xap_sequence"; }
  std::string get_description() const override { return "Sequence(" + std::to_string(test.hashes.size()) + ")"; }
};

}  // namespace

Xapian::Query sequence_query(Xapian::valueno slot, SequenceTest test) {
  if (test.hashes.empty()) return Xapian::Query::MatchNothing;
  return Xapian::Query((new SequenceSource(slot, std::move(test)))->release());
}
