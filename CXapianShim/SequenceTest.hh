// What is asked of a sequence: a phrase, terms near each other, or one of several.
#pragma once
#include "Codes.hh"
#include "Forms.hh"
#include "Internal.h"
#include <algorithm>
#include <vector>

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
