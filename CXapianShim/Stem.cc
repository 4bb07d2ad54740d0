#include "Internal.h"

struct xap_stem {
  Xapian::Stem stem;
  std::string last;
};

xap_stem *xap_stem_create(xap_string language, xap_error *error) {
  xap_stem *result = nullptr;
  guarded(error, [&] { result = new xap_stem{Xapian::Stem(string_of(language)), {}}; });
  return result;
}

void xap_stem_free(xap_stem *stem) { delete stem; }

bool xap_stem_word(xap_stem *stem, xap_string word, xap_string *out, xap_error *error) {
  return guarded(error, [&] {
    stem->last = stem->stem(string_of(word));
    *out = {stem->last.data(), stem->last.size()};
  });
}

bool xap_stem_languages(xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    BlockWriter block;
    block.raw(Xapian::Stem::get_available_languages());
    block.finish(out);
  });
}

size_t xap_sortable_serialise(double value, char buffer[9]) { return Xapian::sortable_serialise_(value, buffer); }

double xap_sortable_unserialise(xap_string value) { return Xapian::sortable_unserialise(string_of(value)); }
