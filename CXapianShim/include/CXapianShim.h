/* A C ABI over Xapian's C++ API. No policy.
 *
 * Conventions
 * - Every call that can fail returns false and fills the xap_error given (which the caller clears
 *   with xap_error_clear). No exception crosses.
 * - Strings are pointer + length: Xapian's strings may hold NUL.
 * - What has many parts crosses in one call: a document and a query as one block of bytes made by
 *   the caller, a result as one xap_block that the caller reads and frees.
 * - Blocks are sequences of: u8, u32, f64 in the machine's byte order, unaligned; and strings as u32
 *   length + bytes.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "Sequence.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct { const char *data; size_t size; } xap_string;
/* Owned by the caller, who frees it with xap_block_free. */
typedef struct { char *data; size_t size; } xap_block;
void xap_block_free(xap_block *block);

/* What was thrown: its type, which is never freed, its message, its context, and the errno behind it, 0
 * where none is known; free with xap_error_clear.
 * The type is Xapian's ("DatabaseLockError"), "std::bad_alloc", or "std::exception" for any other. Message
 * and context are null where there was no memory for them. */
typedef struct { const char *type; char *message; char *context; int system_error; } xap_error;
void xap_error_clear(xap_error *error);

const char *xap_version(void);
/* Called where the engine ends the process, because a write failed in one of its destructors. Must not
 * return. It is std::set_terminate, and so one for the whole process. */
void xap_set_terminate_handler(void (*handler)(void));

/* ---- Stopping: a call that reads is ended from another thread; its error has the type "Stopped" ---- */
typedef struct xap_stop xap_stop;

/* Null where there is no memory. */
xap_stop *xap_stop_create(void);
/* Only when no thread watches it. */
void xap_stop_free(xap_stop *stop);
/* From any thread; for good. */
void xap_stop_set(xap_stop *stop);
/* From now on the calls of this thread ask `stop`, or nothing where it is null. Returns what they asked before. */
const xap_stop *xap_watch(const xap_stop *stop);
/* Whether what this thread watches was set. */
bool xap_is_stopped(void);

/* ---- Databases. A handle serves one thread at a time. ---- */
typedef struct xap_database xap_database;

/* Opens one path to read. */
xap_database *xap_open(xap_string path, xap_error *error);
enum { XAP_MODE_CREATE, XAP_MODE_OPEN };   /* fails where there is one; fails where there is none */
enum {                                     /* bits */
  XAP_DURABILITY_NO_SYNC = 1,              /* commits do not wait for the disk */
  XAP_DURABILITY_DANGEROUS = 2             /* blocks in use are overwritten: readers must not be there */
};
/* Opens to write. */
xap_database *xap_open_writable(xap_string path, int mode, int durability, xap_error *error);
/* Searches `other` together with `database` from now on. */
bool xap_add_database(xap_database *database, const xap_database *other, xap_error *error);
/* Closes the files; the handle stays to be freed. */
bool xap_close(xap_database *database, xap_error *error);
void xap_database_free(xap_database *database);
/* *changed: whether there was a newer revision. */
bool xap_reopen(xap_database *database, bool *changed, xap_error *error);
/* The number of the commit that it shows; higher after each. */
bool xap_revision(const xap_database *database, uint64_t *out, xap_error *error);

typedef struct { uint32_t document_count, last_docid; } xap_statistics;
bool xap_get_statistics(const xap_database *database, xap_statistics *out, xap_error *error);

/* How many documents have the term, and how often they have it together. */
typedef struct { uint32_t document_frequency, collection_frequency; } xap_term_frequency;
bool xap_get_term_frequency(const xap_database *database, xap_string term, xap_term_frequency *out, xap_error *error);
/* How many different terms the document has. */
bool xap_unique_terms(const xap_database *database, uint32_t docid, uint32_t *out, xap_error *error);
/* At most `limit` terms that begin with the prefix, in order. Block: strings. */
bool xap_terms(const xap_database *database, xap_string prefix, uint32_t limit, xap_block *out, xap_error *error);
/* At most `limit` postings of a term from `first_docid`. Block: each u32 docid, u32 wdf. */
bool xap_postings(const xap_database *database, xap_string term, uint32_t first_docid, uint32_t limit, xap_block *out, xap_error *error);
/* Block: data (string); u32 count, each u32 slot and string value; u32 count, each string term and
 * u32 wdf and u32 document frequency. Terms only where asked for. */
bool xap_document(const xap_database *database, uint32_t docid, bool with_terms, xap_block *out, xap_error *error);
/* Block: the data's bytes. */
bool xap_document_data(const xap_database *database, uint32_t docid, xap_block *out, xap_error *error);

bool xap_get_metadata(const xap_database *database, xap_string key, xap_block *out, xap_error *error);
/* At most `limit` keys. Block: strings. */
bool xap_metadata_keys(const xap_database *database, xap_string prefix, uint32_t limit, xap_block *out, xap_error *error);
bool xap_spelling_suggestion(const xap_database *database, xap_string word, uint32_t max_edit_distance, xap_block *out, xap_error *error);
/* Block: each a string and u32 frequency. */
bool xap_spellings(const xap_database *database, xap_block *out, xap_error *error);

/* ---- Writing ---- */

/* A posting of a document: a term of `terms`, and how much it adds to the term's wdf. */
typedef struct { uint32_t offset, length, wdf; } xap_posting;
typedef struct { uint32_t slot, offset, length; } xap_value;

typedef struct {
  const char *terms;
  const xap_posting *postings;
  size_t posting_count;
  const char *values;
  const xap_value *value_entries;
  size_t value_count;
  xap_string data;
} xap_document_parts;

bool xap_add_document(xap_database *database, const xap_document_parts *parts, uint32_t *docid, xap_error *error);
/* Replaces, or adds, the document with this docid. */
bool xap_replace_document(xap_database *database, uint32_t docid, const xap_document_parts *parts, xap_error *error);
/* Replaces a document's data, and takes terms off it and adds others that only filter; the rest is not written anew. */
bool xap_amend_document(xap_database *database, uint32_t docid, xap_string data, const xap_string *removed, size_t removed_count,
                        const xap_string *added, size_t added_count, xap_error *error);
bool xap_delete_document(xap_database *database, uint32_t docid, xap_error *error);
bool xap_commit(xap_database *database, xap_error *error);
/* What a transaction changes is not there before it is committed, and never if the handle is closed first. */
bool xap_begin_transaction(xap_database *database, xap_error *error);
bool xap_commit_transaction(xap_database *database, xap_error *error);
bool xap_set_metadata(xap_database *database, xap_string key, xap_string value, xap_error *error);
bool xap_add_spelling(xap_database *database, xap_string word, uint32_t count, xap_error *error);
bool xap_remove_spelling(xap_database *database, xap_string word, uint32_t count, xap_error *error);

/* Merges the databases behind the handle into a new one. Their documents keep their numbers, or are
 * numbered one after the other. Where metadata differ, the first is kept. */
bool xap_compact(xap_database *database, xap_string destination, bool keeps_docids, xap_error *error);
/* Block: u32 number of errors found, string report. */
bool xap_check(xap_string path, xap_block *out, xap_error *error);

/* ---- Searching ---- */

/* Nodes of a query block, in prefix order. */
enum {
  XAP_QUERY_NOTHING = 0,   /* */
  XAP_QUERY_ALL = 1,       /* */
  XAP_QUERY_TERM = 2,      /* string term, u32 wqf */
  XAP_QUERY_COMBINE = 3,   /* u32 XAP_OP_*, u32 count, nodes */
  XAP_QUERY_SCALE = 4,     /* f64 factor, node */
  XAP_QUERY_RANGE = 5,     /* u32 slot, string first, string last */
  XAP_QUERY_AT_LEAST = 6,  /* u32 slot, string value */
  XAP_QUERY_SEQUENCE = 7   /* u32 number, u32 slot, u32 most, a sequence test, a string for each of its terms */
};

/* XAP_QUERY_SEQUENCE finds documents that have all the terms (of XAP_SEQUENCE_OCCURS: any) and whose sequence in
 * the slot passes the test, with terms that they have; not more than `most`, the first ones. It weighs as its
 * terms. `number` counts a query's tests from 0.
 *
 * A sequence test: u32 XAP_SEQUENCE_* (Sequence.h), u32 sections (a bit for each number), u32 window, u32
 * count, u64 hash of each term; u32 slot of the forms, or XAP_SEQUENCE_NO_FORMS; of a phrase with forms u32 for each
 * term: its form, or XAP_SEQUENCE_ANY_FORM. */
/* Xapian::Query::op, by name. */
enum { XAP_OP_AND, XAP_OP_OR, XAP_OP_AND_NOT, XAP_OP_AND_MAYBE, XAP_OP_FILTER, XAP_OP_SYNONYM };

enum { XAP_SORT_RELEVANCE, XAP_SORT_VALUE_THEN_RELEVANCE };

typedef struct {
  double k1, k2, k3, b, min_norm_length;   /* of BM25 */
  int sort;
  uint32_t sort_slot;
  bool sort_descending;
  double time_limit;                /* seconds; 0: none */
  uint32_t first, max_items, check_at_least;
  const uint32_t *value_slots;      /* values to bring for each hit */
  size_t value_slot_count;
  const uint32_t *facet_slots;      /* slots whose values are counted */
  size_t facet_slot_count;
  bool with_data;
} xap_search_request;

/* Block:
 *   u32 lower bound, estimate, upper bound of matches;
 *   u32 hits, each: u32 docid, f64 weight, string data (empty unless asked), a string for each value slot;
 *   for each facet slot: u32 values, each a string and u32 count;
 *   u32 query terms, each string and f64 weight;
 *   u32 sequence tests, by number, each: u32 documents tested, u32 documents that passed. */
bool xap_search(const xap_database *database, xap_string query, const xap_search_request *request, xap_block *out, xap_error *error);

/* Terms that set the documents `docids` apart. Block: each a string and f64 weight. Terms of the query,
 * and those that begin with a byte of `excluded_first_bytes`, are left out. */
bool xap_expand(const xap_database *database, xap_string query, const uint32_t *docids, size_t docid_count, uint32_t max_items, xap_string excluded_first_bytes, xap_block *out, xap_error *error);

/* Tests stored sequences, of documents that have all the terms: passes[i] for values[i]. Any form will do. */
bool xap_test_sequences(xap_string test, const xap_string *values, size_t count, bool *passes, xap_error *error);

/* ---- Stems ---- */
typedef struct xap_stem xap_stem;
xap_stem *xap_stem_create(xap_string language, xap_error *error);
void xap_stem_free(xap_stem *stem);
/* The stem stays valid until the next call with this handle. */
bool xap_stem_word(xap_stem *stem, xap_string word, xap_string *out, xap_error *error);

#ifdef __cplusplus
}
#endif
