#include "Sequence.hh"
#include "Forms.hh"
#include <algorithm>
#include <limits>

namespace {

// The codes of a stored sequence; none where the value is no sequence.
class Codes {
  using Byte = unsigned char;

  const Byte *bytes = nullptr;
  size_t size = 0;  // in bytes
  unsigned width = 1, seed = 0;

 public:
  Codes(const char *data, size_t data_size) {
    if (data_size < 2) return;
    const auto *value = reinterpret_cast<const Byte *>(data);
    if (value[0] < XAP_SEQUENCE_LEAST_WIDTH || value[0] > XAP_SEQUENCE_MOST_WIDTH) return;
    width = value[0];
    seed = value[1];
    bytes = value + 2;
    size = (data_size - 2) / width * width;
    if (size == 0 || (*this)[0] >= XAP_SEQUENCE_SECTIONS) size = 0;
  }

  size_t count() const { return size / width; }

  // The code of a term that has a place.
  uint64_t code_of(uint64_t hash) const {
    const uint64_t factor = XAP_SEQUENCE_FACTOR * (2 * uint64_t(seed) + 1);
    return (hash * factor) >> (64 - (8 * width - 1)) << 1;
  }

  uint64_t operator[](size_t i) const {
    const Byte *at = bytes + i * width;
    if (width == 2) return at[0] | at[1] << 8;  // nearly always
    uint64_t code = 0;
    for (unsigned k = 0; k < width; ++k) code |= uint64_t(at[k]) << (8 * k);
    return code;
  }

  // The first of the codes from `i` to `end` for which `is` holds; else `end`. `may` is asked first,
  // about the two lowest bytes of a code, and of bytes that belong to two codes: it has to hold where
  // `is` does. It is one expression without branches, so that the compiler asks it about sixteen
  // places at once.
  template <typename May, typename Is>
  size_t find(size_t i, size_t end, May may, Is is) const {
    constexpr size_t stride = 64;
    while (i < end) {
      // The last byte of the block has one behind it.
      const size_t at = i * width;
      size_t stop = end;
      if (at + stride < size) {
        Byte any = 0;
        const Byte *block = bytes + at;
        for (size_t k = 0; k < stride; ++k) any |= may(block[k], block[k + 1]);
        stop = std::min(end, i + (stride + width - 1) / width);
        if (!any) {
          i = stop;
          continue;
        }
      }
      for (; i < stop; ++i)
        if (is((*this)[i])) return i;
    }
    return end;
  }

  size_t find(uint64_t code, size_t i, size_t end) const {
    const Byte low = code & 0xFF, high = code >> 8 & 0xFF;
    return find(
        i, end, [=](Byte a, Byte b) -> bool { return (a == low) & (b == high); },
        [=](uint64_t found) { return found == code; });
  }

  // The term with a place of its own or without.
  size_t find_any(uint64_t code, size_t i, size_t end) const {
    const Byte low = (code | 1) & 0xFF, high = code >> 8 & 0xFF;
    return find(
        i, end, [=](Byte a, Byte b) -> bool { return ((a | 1) == low) & (b == high); },
        [=](uint64_t found) { return (found | 1) == (code | 1); });
  }

  size_t find_section(size_t i, size_t end) const {
    return find(
        i, end,
        [](Byte a, Byte b) -> bool { return (a < XAP_SEQUENCE_SECTIONS) & (b == 0); },
        [](uint64_t found) { return found < XAP_SEQUENCE_SECTIONS; });
  }

  // Whether it has no place: a term beside another, or the mark that one is beside none.
  static bool is_unplaced(uint64_t code) {
    return code == XAP_SEQUENCE_APART || (code > XAP_SEQUENCE_TERMS && code & 1);
  }
};

// One test, with what it needs for each document kept from one to the next. For one thread.
class SequenceTest {
  static constexpr uint32_t all_sections = (1u << XAP_SEQUENCE_SECTIONS) - 1;

  uint32_t kind, sections, window;
  std::vector<uint64_t> hashes;
  uint32_t form_slot;
  std::vector<uint32_t> forms;  // of a phrase, for each term; none: any will do
  size_t rarest = 0;
  std::vector<uint64_t> wanted;  // the terms' codes in the document
  std::vector<size_t> last;      // of XAP_SEQUENCE_NEAR: where each was last, from 1; 0: nowhere yet
  // Of XAP_SEQUENCE_OCCURS with several terms: by the lowest bits of a number the first term with
  // them, from 1, and for each term the next one.
  std::vector<uint32_t> first, next;

  bool counts(uint64_t section) const { return sections >> section & 1; }

  // Where one reads the forms: at the code `at`, with the form of the next word with a place.
  struct FormPlace {
    FormReader reader;
    size_t at = 0;
    bool is_known = false;  // else any form will do
  };

  // Whether the words from the code `first` on have their forms. From one call to the next `first` only
  // ascends.
  bool has_forms(const Codes &codes, size_t first, FormPlace &place) const {
    if (!place.is_known) return true;
    for (; place.at < first; ++place.at)
      if (codes[place.at] >= XAP_SEQUENCE_TERMS && !Codes::is_unplaced(codes[place.at]))
        place.reader.next();
    FormReader reader = place.reader;
    for (const uint32_t form : forms) {
      const uint32_t found = reader.next();
      if (form != XAP_SEQUENCE_ANY_FORM && form != found) return false;
    }
    return true;
  }

  // Whether the phrase stands around the place of its rarest term. It reaches over no section, since
  // no term has the code of one; and one stands before all.
  bool is_phrase(const Codes &codes, size_t place, FormPlace &form_place) const {
    size_t at = place;
    for (size_t k = rarest; k-- > 0;) {
      do --at;
      while (Codes::is_unplaced(codes[at]));
      if (codes[at] != wanted[k]) return false;
    }
    const size_t first = at;
    at = place;
    for (size_t k = rarest + 1; k < wanted.size(); ++k) {
      do {
        if (++at == codes.count()) return false;
      } while (Codes::is_unplaced(codes[at]));
      if (codes[at] != wanted[k]) return false;
    }
    return has_forms(codes, first, form_place);
  }

  bool has_phrase(const Codes &codes, size_t start, size_t end, FormPlace &forms) const {
    for (size_t at = start; (at = codes.find(wanted[rarest], at, end)) < end; ++at)
      if (is_phrase(codes, at, forms)) return true;
    return false;
  }

  bool has_near(const Codes &codes, size_t start, size_t end) {
    std::fill(last.begin(), last.end(), 0);
    size_t position = 0;
    for (size_t at = start; at < end; ++at) {
      const uint64_t code = codes[at];
      if (Codes::is_unplaced(code)) continue;
      ++position;
      bool is_wanted = false;
      for (size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != code) continue;
        last[i] = position;
        is_wanted = true;
      }
      if (!is_wanted) continue;
      const size_t earliest = *std::min_element(last.begin(), last.end());
      if (earliest > 0 && position - earliest < window) return true;
    }
    return false;
  }

  // Whether one of several terms stands in the sections that count, and not another of its number.
  template <typename HasTerm>
  bool has_any(const Codes &codes, HasTerm has_term) {
    const auto place_of = [&](uint64_t code) { return (code >> 1) & (first.size() - 1); };
    for (size_t i = 0; i < wanted.size(); ++i) {
      next[i] = first[place_of(wanted[i])];
      first[place_of(wanted[i])] = static_cast<uint32_t>(i + 1);
    }
    bool is_found = false;
    for (size_t at = 0; at < codes.count() && !is_found;) {
      const uint64_t code = codes[at++];
      if (code < XAP_SEQUENCE_SECTIONS && !counts(code)) at = codes.find_section(at, codes.count());
      if (code < XAP_SEQUENCE_TERMS) continue;
      for (uint32_t i = first[place_of(code)]; i > 0 && !is_found; i = next[i - 1])
        is_found = wanted[i - 1] == (code & ~uint64_t(1)) && has_term(i - 1);
    }
    for (const uint64_t code : wanted) first[place_of(code)] = 0;
    return is_found;
  }

  // Asks `has` about each section that counts and has what `find` finds from a place on: with the
  // section's start, the place where it was found, and the section's end.
  template <typename Find, typename Has>
  bool any_section(const Codes &codes, Find find, Has has) const {
    for (size_t at = 1; (at = find(at)) < codes.count();) {
      size_t start = at;
      while (codes[start] >= XAP_SEQUENCE_SECTIONS) --start;
      const size_t end = codes.find_section(at, codes.count());
      if (counts(codes[start]) && has(start + 1, at, end)) return true;
      at = end;
    }
    return false;
  }

 public:
  explicit SequenceTest(BlockReader &block)
      : kind(block.u32()), sections(block.u32()), window(block.u32()) {
    for (uint32_t n = block.u32(); n > 0; --n) hashes.push_back(block.number<uint64_t>());
    if (kind > XAP_SEQUENCE_OCCURS) throw Xapian::SerialisationError("unknown sequence test");
    form_slot = block.u32();
    if (has_form_slot())
      for (size_t n = hashes.size(); n > 0; --n) forms.push_back(block.u32());
    wanted.resize(hashes.size());
    if (kind == XAP_SEQUENCE_NEAR) last.resize(hashes.size());
    if (kind != XAP_SEQUENCE_OCCURS || hashes.size() < 2) return;
    next.resize(hashes.size());
    size_t places = 256;
    while (places < 4 * hashes.size()) places *= 2;
    first.resize(places);
  }

  size_t term_count() const { return hashes.size(); }
  bool has_form_slot() const { return form_slot != XAP_SEQUENCE_NO_FORMS; }
  Xapian::valueno get_form_slot() const { return form_slot; }
  bool is_of_any_term() const { return kind == XAP_SEQUENCE_OCCURS; }
  // The term to look for first.
  void set_rarest(size_t term) { rarest = term; }

  // `has_term` is asked whether the document has a term where that is not known: where any of several
  // will do; `form_value` for the value that has the document's forms, where they matter. Null: any
  // form will do.
  template <typename HasTerm, typename FormValue>
  bool passes(const char *data, size_t size, HasTerm has_term, FormValue form_value) {
    const Codes codes(data, size);
    if (codes.count() == 0 || hashes.empty()) return false;
    const bool is_any_of_several = kind == XAP_SEQUENCE_OCCURS && hashes.size() > 1;
    for (size_t i = 0; i < hashes.size(); ++i) {
      wanted[i] = codes.code_of(hashes[i]);
      // The document does not have the term.
      if (wanted[i] < XAP_SEQUENCE_TERMS && !is_any_of_several) return false;
    }
    const size_t count = codes.count();
    const auto rarest_from = [&](size_t i) { return codes.find(wanted[rarest], i, count); };
    switch (kind) {
      case XAP_SEQUENCE_PHRASE: {
        FormPlace place;
        if (!forms.empty()) {
          if (const std::string *value = form_value()) {
            place.reader = FormReader(*value);
            place.is_known = true;
          }
        }
        if ((sections & all_sections) == all_sections) return has_phrase(codes, 1, count, place);
        return any_section(codes, rarest_from, [&](size_t, size_t at, size_t end) {
          return has_phrase(codes, at, end, place);
        });
      }
      case XAP_SEQUENCE_NEAR:
        return any_section(codes, rarest_from, [&](size_t start, size_t, size_t end) {
          return has_near(codes, start, end);
        });
      default:
        if (is_any_of_several) return has_any(codes, has_term);
        return any_section(
            codes, [&](size_t i) { return codes.find_any(wanted[0], i, count); },
            [](size_t, size_t, size_t) { return true; });
    }
  }
};

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
