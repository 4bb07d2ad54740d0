#include "Internal.h"
#include <strings.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <initializer_list>
#include <new>
#include <string_view>

// Joins with malloc, so that C can free, and without throwing; null where there is no memory. NUL
// bytes are left out.
static char *joined(std::initializer_list<std::string_view> pieces) noexcept {
  size_t size = 0;
  for (const auto &piece : pieces) size += piece.size();
  char *bytes = static_cast<char *>(std::malloc(size + 1));
  if (!bytes) return nullptr;
  size_t n = 0;
  for (const auto &piece : pieces)
    for (char c : piece)
      if (c) bytes[n++] = c;
  bytes[n] = 0;
  return bytes;
}

// What the system said, if it did. Xapian makes this text when it is asked for it, and memory may run
// out.
static const char *reason_of(const Xapian::Error &e) noexcept {
  try {
    return e.get_error_string();
  } catch (...) {
    return nullptr;
  }
}

// Xapian keeps the number to itself and gives away its text.
static int errno_of(const char *text) noexcept {
  for (int code = 1; code < 134; ++code) {
    char buffer[128];
    if (strcasecmp(text, strerror_r(code, buffer, sizeof buffer)) == 0) return code;
  }
  return 0;
}

// The number behind an error; of a lock that cannot be had only the message tells why.
static int errno_of(const Xapian::Error &e, const char *reason) noexcept {
  if (reason) return errno_of(reason);
  const size_t colon = e.get_msg().rfind(": ");
  return colon == std::string::npos ? 0 : errno_of(e.get_msg().c_str() + colon + 2);
}

void describe_exception(xap_error *error) noexcept {
  try {
    throw;
  } catch (const Xapian::Error &e) {
    const char *reason = reason_of(e);
    char *message = reason ? joined({e.get_msg(), " (", reason, ")"}) : joined({e.get_msg()});
    *error = {e.get_type(), message, joined({e.get_context()}), errno_of(e, reason)};
  } catch (const std::bad_alloc &) {
    *error = {"std::bad_alloc", joined({"memory ran out"}), nullptr, ENOMEM};
  } catch (const Stopped &) {
    *error = {"Stopped", joined({"the caller wants no result any more"}), nullptr, 0};
  } catch (const std::exception &e) {
    *error = {"std::exception", joined({e.what()}), nullptr, 0};
  } catch (...) {
    *error = {"std::exception", joined({"unknown exception"}), nullptr, 0};
  }
}

void xap_error_clear(xap_error *error) {
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
