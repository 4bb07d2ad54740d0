#include "Internal.h"

static int flags_of(int mode, int durability) {
  int flags;
  switch (mode) {
    case XAP_MODE_CREATE: flags = Xapian::DB_CREATE; break;
    case XAP_MODE_OPEN: flags = Xapian::DB_OPEN; break;
    default: throw Xapian::InvalidArgumentError("unknown mode");
  }
  if (durability & XAP_DURABILITY_NO_SYNC) flags |= Xapian::DB_NO_SYNC;
  if (durability & XAP_DURABILITY_DANGEROUS) flags |= Xapian::DB_DANGEROUS;
  return flags;
}

xap_database *xap_open_writable(xap_string path, int mode, int durability, xap_error *error) {
  xap_database *result = nullptr;
  guarded(error, [&] {
    auto database = std::make_unique<Xapian::WritableDatabase>(string_of(path), flags_of(mode, durability));
    auto *writable = database.get();
    result = new xap_database{std::move(database), writable};
  });
  return result;
}

static Xapian::Document make_document(const xap_document_parts *parts) {
  Xapian::Document document;
  std::string term;
  for (size_t i = 0; i < parts->posting_count; ++i) {
    const xap_posting &posting = parts->postings[i];
    term.assign(parts->terms + posting.offset, posting.length);
    document.add_term(term, posting.wdf);
  }
  for (size_t i = 0; i < parts->value_count; ++i) {
    const xap_value &value = parts->value_entries[i];
    document.add_value(value.slot, std::string(parts->values + value.offset, value.length));
  }
  document.set_data(string_of(parts->data));
  return document;
}

bool xap_add_document(xap_database *database, const xap_document_parts *parts, uint32_t *docid, xap_error *error) {
  return guarded(error, [&] { *docid = database->writer().add_document(make_document(parts)); });
}

bool xap_replace_document(xap_database *database, uint32_t docid, const xap_document_parts *parts, xap_error *error) {
  return guarded(error, [&] { database->writer().replace_document(docid, make_document(parts)); });
}

bool xap_delete_document(xap_database *database, uint32_t docid, xap_error *error) {
  return guarded(error, [&] { database->writer().delete_document(docid); });
}

bool xap_commit(xap_database *database, xap_error *error) {
  return guarded(error, [&] { database->writer().commit(); });
}

bool xap_begin_transaction(xap_database *database, xap_error *error) {
  return guarded(error, [&] { database->writer().begin_transaction(); });
}

bool xap_commit_transaction(xap_database *database, xap_error *error) {
  return guarded(error, [&] { database->writer().commit_transaction(); });
}

bool xap_set_metadata(xap_database *database, xap_string key, xap_string value, xap_error *error) {
  return guarded(error, [&] { database->writer().set_metadata(string_of(key), string_of(value)); });
}

bool xap_add_spelling(xap_database *database, xap_string word, uint32_t count, xap_error *error) {
  return guarded(error, [&] { database->writer().add_spelling(string_of(word), count); });
}

bool xap_remove_spelling(xap_database *database, xap_string word, uint32_t count, xap_error *error) {
  return guarded(error, [&] { database->writer().remove_spelling(string_of(word), count); });
}

bool xap_amend_document(xap_database *database, uint32_t docid, xap_string data, const xap_string *removed, size_t removed_count,
                        const xap_string *added, size_t added_count, xap_error *error) {
  return guarded(error, [&] {
    // A document that was read from the same database is written where it differs only.
    Xapian::Document document = database->writer().get_document(docid);
    document.set_data(string_of(data));
    for (size_t i = 0; i < removed_count; ++i) document.remove_term(string_of(removed[i]));
    for (size_t i = 0; i < added_count; ++i) document.add_boolean_term(string_of(added[i]));
    database->writer().replace_document(docid, document);
  });
}
