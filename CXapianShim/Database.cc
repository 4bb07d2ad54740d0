#include "Internal.h"
#include <sstream>

xap_database *xap_open(xap_string path, xap_error *error) {
  xap_database *result = nullptr;
  guarded(error, [&] {
    result = new xap_database{std::make_unique<Xapian::Database>(string_of(path)), nullptr};
  });
  return result;
}

bool xap_add_database(xap_database *database, const xap_database *other, xap_error *error) {
  return guarded(error, [&] { database->database->add_database(*other->database); });
}

bool xap_close(xap_database *database, xap_error *error) {
  return guarded(error, [&] { database->database->close(); });
}

void xap_database_free(xap_database *database) {
  // Nothing can be caught here: destructors do not throw. Xapian's commits what is pending and keeps an error
  // of that to itself, so a writer that wants to know calls commit() or close() before; what the engine writes
  // in destructors of its own ends in the handler of xap_set_terminate_handler.
  delete database;
}

bool xap_reopen(xap_database *database, bool *changed, xap_error *error) {
  return guarded(error, [&] { *changed = database->database->reopen(); });
}

bool xap_revision(const xap_database *database, uint64_t *out, xap_error *error) {
  return guarded(error, [&] { *out = database->database->get_revision(); });
}

bool xap_get_statistics(const xap_database *database, xap_statistics *out, xap_error *error) {
  return guarded(error, [&] {
    const auto &db = *database->database;
    *out = {db.get_doccount(), db.get_lastdocid()};
  });
}

bool xap_get_term_frequency(const xap_database *database, xap_string term, xap_term_frequency *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    const auto &db = *database->database;
    const std::string t = string_of(term);
    out->document_frequency = db.get_termfreq(t);
    out->collection_frequency = db.get_collection_freq(t);
  });
}

bool xap_unique_terms(const xap_database *database, uint32_t docid, uint32_t *out, xap_error *error) {
  return guarded(error, [&] { *out = database->database->get_unique_terms(docid); });
}

bool xap_postings(const xap_database *database, xap_string term, uint32_t first_docid, uint32_t limit, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    const std::string t = string_of(term);
    auto posting = database->database->postlist_begin(t);
    const auto end = database->database->postlist_end(t);
    if (posting != end) posting.skip_to(first_docid);
    BlockWriter block;
    for (uint32_t i = 0; i < limit && posting != end; ++i, ++posting) {
      block.u32(*posting);
      block.u32(posting.get_wdf());
    }
    block.finish(out);
  });
}

bool xap_document(const xap_database *database, uint32_t docid, bool with_terms, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    const Xapian::Document document = database->database->get_document(docid);
    BlockWriter block;
    block.string(document.get_data());
    block.u32(document.values_count());
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      block.u32(value.get_valueno());
      block.string(*value);
    }
    const size_t count_place = block.reserve_u32();
    uint32_t count = 0;
    if (with_terms) {
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term, ++count) {
        poll();
        block.string(*term);
        block.u32(term.get_wdf());
        block.u32(term.get_termfreq());
      }
    }
    block.set_u32(count_place, count);
    block.finish(out);
  });
}

bool xap_document_data(const xap_database *database, uint32_t docid, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    BlockWriter block;
    block.raw(database->database->get_document(docid).get_data());
    block.finish(out);
  });
}

bool xap_get_metadata(const xap_database *database, xap_string key, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    BlockWriter block;
    block.raw(database->database->get_metadata(string_of(key)));
    block.finish(out);
  });
}

/// The first strings of a range, at most so many.
static void write_first(uint32_t limit, Xapian::TermIterator string, const Xapian::TermIterator &end, xap_block *out) {
  BlockWriter block;
  for (uint32_t i = 0; i < limit && string != end; ++i, ++string) {
    poll();
    block.string(*string);
  }
  block.finish(out);
}

bool xap_metadata_keys(const xap_database *database, xap_string prefix, uint32_t limit, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    const std::string p = string_of(prefix);
    write_first(limit, database->database->metadata_keys_begin(p), database->database->metadata_keys_end(p), out);
  });
}

bool xap_terms(const xap_database *database, xap_string prefix, uint32_t limit, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    const std::string p = string_of(prefix);
    write_first(limit, database->database->allterms_begin(p), database->database->allterms_end(p), out);
  });
}

bool xap_spelling_suggestion(const xap_database *database, xap_string word, uint32_t max_edit_distance, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    poll();
    BlockWriter block;
    block.raw(database->database->get_spelling_suggestion(string_of(word), max_edit_distance));
    block.finish(out);
  });
}

bool xap_spellings(const xap_database *database, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    BlockWriter block;
    const auto end = database->database->spellings_end();
    for (auto word = database->database->spellings_begin(); word != end; ++word) {
      block.string(*word);
      block.u32(word.get_termfreq());
    }
    block.finish(out);
  });
}

// Keeps the first of several values, whatever the others are.
struct FirstMetadata : Xapian::Compactor {
  std::string resolve_duplicate_metadata(const std::string &, size_t, const std::string tags[]) override { return tags[0]; }
};

bool xap_compact(xap_database *database, xap_string destination, bool keeps_docids, xap_error *error) {
  return guarded(error, [&] {
    FirstMetadata compactor;
    database->database->compact(string_of(destination), keeps_docids ? Xapian::DBCOMPACT_NO_RENUMBER : 0, 0, compactor);
  });
}

bool xap_check(xap_string path, xap_block *out, xap_error *error) {
  return guarded(error, [&] {
    std::ostringstream report;
    const size_t errors = Xapian::Database::check(string_of(path), 0, &report);
    BlockWriter block;
    block.u32(static_cast<uint32_t>(errors));
    block.string(report.str());
    block.finish(out);
  });
}
