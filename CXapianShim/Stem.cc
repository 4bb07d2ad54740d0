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
