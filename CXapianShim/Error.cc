#include "Internal.h"
#include <strings.h>
#include <cstdlib>
#include <exception>
#include <initializer_list>
#include <string_view>

// Joins with malloc, so that C can free; NUL bytes in a message are dropped.
static char *copy(std::initializer_list<std::string_view> parts) noexcept {
  size_t size = 1;
  for (std::string_view part : parts) size += part.size();
  char *bytes = static_cast<char *>(std::malloc(size));
  if (!bytes) return nullptr;
  size_t n = 0;
  for (std::string_view part : parts)
    for (char c : part)
      if (c) bytes[n++] = c;
  bytes[n] = 0;
  return bytes;
}

// Xapian keeps the number to itself and gives away its text.
static int errno_of(const char *text) noexcept {
  for (int code = 1; code < 134; ++code) {
    char buffer[128];
    if (strcasecmp(text, strerror_r(code, buffer, sizeof buffer)) == 0) return code;
  }
  return 0;
}

void fill_error(xap_error *error, const Xapian::Error &e) noexcept {
  if (!error) return;
  const char *reason = nullptr;
  try {
    reason = e.get_error_string();
  } catch (...) {
    // For lack of memory: the error goes on without it.
  }
  const std::string &message = e.get_msg();
  error->type = copy({e.get_type()});
  error->context = copy({e.get_context()});
  error->message = reason ? copy({message, " (", reason, ")"}) : copy({message});
  if (reason) {
    error->system_error = errno_of(reason);
  } else if (const size_t colon = message.rfind(": "); colon != std::string::npos) {
    // Of a lock that cannot be had only the message tells why.
    error->system_error = errno_of(message.c_str() + colon + 2);
  }
}

void fill_error(xap_error *error, const char *message, int system_error) noexcept {
  if (!error) return;
  error->type = copy({"std::exception"});
  error->message = copy({message});
  error->context = copy({""});
  error->system_error = system_error;
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
