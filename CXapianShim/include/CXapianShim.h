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

#ifdef __cplusplus
extern "C" {
#endif

typedef struct { const char *data; size_t size; } xap_string;
/* Owned by the caller, who frees it with xap_block_free. */
typedef struct { char *data; size_t size; } xap_block;
void xap_block_free(xap_block *block);

/* Xapian's exception type ("DatabaseLockError"), its message and its context, and the errno behind it,
 * 0 where none is known; free with xap_error_clear. A C++ exception that is not Xapian's has type
 * "std::exception". */
typedef struct { char *type; char *message; char *context; int system_error; } xap_error;
void xap_error_clear(xap_error *error);

const char *xap_version(void);
/* Called where the engine ends the process, because a write failed in one of its destructors. Must not return. */
void xap_set_terminate_handler(void (*handler)(void));

/* ---- Databases. A handle serves one thread at a time. ---- */
typedef struct xap_database xap_database;

/* Opens one path to read. */
xap_database *xap_open(xap_string path, xap_error *error);
/* Opens to write; flags are Xapian's DB_* of constants.h. */
xap_database *xap_open_writable(xap_string path, int flags, int block_size, xap_error *error);
/* Searches `other` together with `database` from now on. */
bool xap_add_database(xap_database *database, const xap_database *other, xap_error *error);
/* Closes the files; the handle stays to be freed. */
bool xap_close(xap_database *database, xap_error *error);
void xap_database_free(xap_database *database);
/* *changed: whether there was a newer revision. */
bool xap_reopen(xap_database *database, bool *changed, xap_error *error);

typedef struct {
  uint32_t document_count, last_docid;
  double average_length;
  uint64_t total_length;
} xap_statistics;
bool xap_get_statistics(const xap_database *database, xap_statistics *out, xap_error *error);
bool xap_uuid(const xap_database *database, xap_block *out, xap_error *error);
/* Whether some process has the database open to write. */
bool xap_locked(const xap_database *database, bool *out, xap_error *error);

/* How many documents have the term, how often they have it together, and the most in any one. */
typedef struct { uint32_t document_frequency, collection_frequency, wdf_upper_bound; } xap_term_frequency;
bool xap_get_term_frequency(const xap_database *database, xap_string term, xap_term_frequency *out, xap_error *error);
bool xap_document_length(const xap_database *database, uint32_t docid, uint32_t *out, xap_error *error);
/* How many different terms the document has. */
bool xap_unique_terms(const xap_database *database, uint32_t docid, uint32_t *out, xap_error *error);
/* Block: lower bound, upper bound (strings), u32 count of documents with a value in the slot. */
bool xap_value_statistics(const xap_database *database, uint32_t slot, xap_block *out, xap_error *error);

/* At most `limit` terms after `after` (or from the first) that begin with `prefix`.
 * Block: each a string and u32 document frequency. */
bool xap_terms(const xap_database *database, xap_string prefix, xap_string after, bool has_after, uint32_t limit, xap_block *out, xap_error *error);
/* At most `limit` postings of a term from `first_docid`. Block: each u32 docid, u32 wdf. */
bool xap_postings(const xap_database *database, xap_string term, uint32_t first_docid, uint32_t limit, xap_block *out, xap_error *error);
/* Block: data (string); u32 count, each u32 slot and string value; u32 count, each string term and
 * u32 wdf and u32 document frequency. Terms only where asked for. */
bool xap_document(const xap_database *database, uint32_t docid, bool with_terms, xap_block *out, xap_error *error);

bool xap_get_metadata(const xap_database *database, xap_string key, xap_block *out, xap_error *error);
/* Block: strings. */
bool xap_metadata_keys(const xap_database *database, xap_string prefix, xap_block *out, xap_error *error);
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
/* Replaces all documents that have the term by this one, or adds it. */
bool xap_replace_document_by_term(xap_database *database, xap_string term, const xap_document_parts *parts, uint32_t *docid, xap_error *error);
/* Replaces a document's data, and takes terms off it and adds others that only filter; the rest is not written anew. */
bool xap_amend_document(xap_database *database, uint32_t docid, xap_string data, const xap_string *removed, size_t removed_count,
                        const xap_string *added, size_t added_count, xap_error *error);
bool xap_delete_document(xap_database *database, uint32_t docid, xap_error *error);
bool xap_delete_documents_by_term(xap_database *database, xap_string term, xap_error *error);
bool xap_commit(xap_database *database, xap_error *error);
bool xap_begin_transaction(xap_database *database, bool flushed, xap_error *error);
bool xap_commit_transaction(xap_database *database, xap_error *error);
bool xap_cancel_transaction(xap_database *database, xap_error *error);
bool xap_set_metadata(xap_database *database, xap_string key, xap_string value, xap_error *error);
bool xap_add_spelling(xap_database *database, xap_string word, uint32_t count, xap_error *error);
bool xap_remove_spelling(xap_database *database, xap_string word, uint32_t count, xap_error *error);

/* Merges the databases behind the handle into a new one. flags are DBCOMPACT_*; 4096 <= block_size
 * <= 65536, a power of two, or 0 for the default. Where metadata differ, the first is kept. */
bool xap_compact(xap_database *database, xap_string destination, uint32_t flags, uint32_t block_size, xap_error *error);
/* Block: u32 number of errors found, string report. */
bool xap_check(xap_string path, xap_block *out, xap_error *error);

/* ---- Searching ---- */

/* Nodes of a query block, in prefix order. */
enum {
  XAP_QUERY_NOTHING = 0,   /* */
  XAP_QUERY_ALL = 1,       /* */
  XAP_QUERY_TERM = 2,      /* string term, u32 wqf */
  XAP_QUERY_COMBINE = 3,   /* u32 Xapian::Query::op, u32 parameter (window, set size), u32 count, nodes */
  XAP_QUERY_SCALE = 4,     /* f64 factor, node */
  XAP_QUERY_RANGE = 5,     /* u32 slot, string first, string last */
  XAP_QUERY_AT_LEAST = 6,  /* u32 slot, string value */
  XAP_QUERY_AT_MOST = 7,   /* u32 slot, string value */
  XAP_QUERY_WILDCARD = 8,  /* string prefix, u32 most expansions, u32 WILDCARD_LIMIT_* */
  XAP_QUERY_SEQUENCE = 9   /* u32 slot, u32 XAP_SEQUENCE_*, u32 sections, u32 window, u32 count, u64 hash each */
};

/* A document's terms in their order, as the value of a slot:
 *   u8 width, u8 seed, then codes of `width` bytes each, the lowest byte first.
 * A code below XAP_SEQUENCE_APART begins a section of that kind; one from XAP_SEQUENCE_TERMS is a term's
 * number twice, plus 1 for a part of the compound before it, which has no place of its own; after
 * XAP_SEQUENCE_APART it belongs to no word, as a date does. The number is the highest 8 * width - 1 bits of hash * XAP_SEQUENCE_FACTOR * (2 * seed + 1), where width and seed are such that no
 * two terms of the document have the same, and none is below XAP_SEQUENCE_TERMS.
 *
 * So the test is exact for terms that the document has, and may only stand beside a condition that it
 * has them. */
#define XAP_SEQUENCE_FACTOR 0x9E3779B97F4A7C15ULL
enum { XAP_SEQUENCE_APART = 4, XAP_SEQUENCE_TERMS = 6, XAP_SEQUENCE_LEAST_WIDTH = 2, XAP_SEQUENCE_MOST_WIDTH = 8 };
enum {
  XAP_SEQUENCE_PHRASE,  /* next to each other, in this order */
  XAP_SEQUENCE_NEAR,    /* all within `window` terms, in any order */
  XAP_SEQUENCE_OCCURS   /* the first, or a part of a compound that it is */
};
/* Xapian::Query::op, by name. */
enum {
  XAP_OP_AND, XAP_OP_OR, XAP_OP_AND_NOT, XAP_OP_XOR, XAP_OP_AND_MAYBE, XAP_OP_FILTER, XAP_OP_ELITE_SET,
  XAP_OP_SYNONYM, XAP_OP_MAX
};
bool xap_describe_query(xap_string query, xap_block *out, xap_error *error);

enum { XAP_WEIGHT_BM25, XAP_WEIGHT_BM25_PLUS, XAP_WEIGHT_BOOL, XAP_WEIGHT_TRAD, XAP_WEIGHT_PL2, XAP_WEIGHT_DLH, XAP_WEIGHT_DPH, XAP_WEIGHT_COORD };
enum { XAP_SORT_RELEVANCE, XAP_SORT_VALUE, XAP_SORT_VALUE_THEN_RELEVANCE, XAP_SORT_RELEVANCE_THEN_VALUE };

typedef struct {
  int weighting;
  double weighting_parameters[6];   /* as the weighting's constructor takes them */
  int sort;
  uint32_t sort_slot;
  bool sort_descending;
  bool collapses;
  uint32_t collapse_slot, collapse_max;
  int percent_threshold;
  double weight_threshold;
  double time_limit;                /* seconds; 0: none */
  uint32_t first, max_items, check_at_least;
  const uint32_t *value_slots;      /* values to bring for each hit */
  size_t value_slot_count;
  const uint32_t *facet_slots;      /* slots whose values are counted */
  size_t facet_slot_count;
  bool with_data, with_terms;
} xap_search_request;

/* Block:
 *   u32 lower bound, estimate, upper bound of matches; the same three before collapsing;
 *   f64 greatest possible and greatest attained weight;
 *   u32 hits, each: u32 docid, f64 weight, u32 percent, u32 collapse count,
 *     string collapse key, string data (empty unless asked), a string for each value slot,
 *     u32 matching terms (0 unless asked), each a string;
 *   for each facet slot: u32 documents seen, u32 values, each a string and u32 count;
 *   u32 query terms, each string, u32 document frequency, f64 weight. */
bool xap_search(const xap_database *database, xap_string query, const xap_search_request *request, xap_block *out, xap_error *error);

/* Terms that set the documents `docids` apart. Block: each a string and f64
 * weight. Terms that begin with a byte of `excluded_first_bytes` are left out. */
bool xap_expand(const xap_database *database, xap_string query, const uint32_t *docids, size_t docid_count, uint32_t max_items, bool include_query_terms, xap_string excluded_first_bytes, xap_block *out, xap_error *error);

/* ---- Values and stems ---- */
/* Writes at most 9 bytes and returns how many: their order as strings is the numbers' order. */
size_t xap_sortable_serialise(double value, char buffer[9]);
double xap_sortable_unserialise(xap_string value);

typedef struct xap_stem xap_stem;
xap_stem *xap_stem_create(xap_string language, xap_error *error);
void xap_stem_free(xap_stem *stem);
/* The stem stays valid until the next call with this handle. */
bool xap_stem_word(xap_stem *stem, xap_string word, xap_string *out, xap_error *error);
/* Names separated by spaces. */
bool xap_stem_languages(xap_block *out, xap_error *error);

#ifdef __cplusplus
}
#endif
