#include "Internal.h"
#include <cstdlib>
#include <exception>

// Copies with malloc, so that C can free; NUL bytes in a message are dropped.
static char *copy(const std::string &s) {
  char *bytes = static_cast<char *>(std::malloc(s.size() + 1));
  if (!bytes) return nullptr;
  size_t n = 0;
  for (char c : s)
    if (c) bytes[n++] = c;
  bytes[n] = 0;
  return bytes;
}

void fill_error(xap_error *error, const char *type, const std::string &message, const std::string &context) {
  if (!error) return;
  error->type = copy(type);
  error->message = copy(message);
  error->context = copy(context);
}

void xap_error_clear(xap_error *error) {
  std::free(error->type);
  std::free(error->message);
  std::free(error->context);
  *error = {};
}

void BlockWriter::finish(xap_block *out) const {
  out->data = static_cast<char *>(std::malloc(bytes.size() + 1));
  if (!out->data) throw std::bad_alloc();
  std::memcpy(out->data, bytes.data(), bytes.size());
  out->size = bytes.size();
}

void xap_block_free(xap_block *block) {
  std::free(block->data);
  *block = {};
}

void xap_set_terminate_handler(void (*handler)(void)) { std::set_terminate(handler); }

const char *xap_version(void) { return Xapian::version_string(); }
