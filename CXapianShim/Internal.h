// What the shim's files share: the guard that keeps exceptions in, and block reading and writing.
#pragma once
#include "CXapianShim.h"
#include <xapian.h>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <new>
#include <string>

struct xap_database {
  std::unique_ptr<Xapian::Database> database;
  Xapian::WritableDatabase *writable;  // the same object, when it can be written

  Xapian::WritableDatabase &writer() {
    if (!writable) throw Xapian::InvalidOperationError("database was opened to read");
    return *writable;
  }
};

// What one caller's work asks now and then: whether to stop. Another thread sets it.
struct xap_stop {
  std::atomic<bool> is_set{false};
};

// What this thread's calls ask; null: nothing stops them.
extern __thread const xap_stop *watched_stop;

// Thrown out of the engine where the caller wants no result any more.
struct Stopped {};

inline bool is_stopped() { return watched_stop && watched_stop->is_set.load(std::memory_order_relaxed); }

inline void poll() {
  if (is_stopped()) throw Stopped();
}

// Says what was thrown; only inside of a catch. Throws nothing itself, not even where memory has run out.
void describe_exception(xap_error *error) noexcept;

// Runs `body`; an exception becomes an xap_error and false.
template <typename Body>
bool guarded(xap_error *error, Body body) noexcept {
  try {
    body();
    return true;
  } catch (...) {
    describe_exception(error);
    return false;
  }
}

inline std::string string_of(xap_string s) { return std::string(s.data ? s.data : "", s.size); }

class BlockWriter {
  std::string bytes;

 public:
  template <typename T>
  void number(T value) { bytes.append(reinterpret_cast<const char *>(&value), sizeof value); }
  void u32(uint32_t value) { number(value); }
  void f64(double value) { number(value); }
  void string(const std::string &s) {
    u32(static_cast<uint32_t>(s.size()));
    bytes += s;
  }
  void raw(const std::string &s) { bytes += s; }
  // Reserves a count that is known only later.
  size_t reserve_u32() {
    u32(0);
    return bytes.size() - 4;
  }
  void set_u32(size_t place, uint32_t value) { std::memcpy(&bytes[place], &value, sizeof value); }
  void finish(xap_block *out) const;
};

class BlockReader {
  const char *at;
  const char *end;

  void need(size_t count) const {
    if (static_cast<size_t>(end - at) < count) throw Xapian::SerialisationError("block ends early");
  }

 public:
  explicit BlockReader(xap_string s) : at(s.data), end(s.data + s.size) {}
  template <typename T>
  T number() {
    need(sizeof(T));
    T value;
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
  }
  uint8_t u8() { return number<uint8_t>(); }
  uint32_t u32() { return number<uint32_t>(); }
  double f64() { return number<double>(); }
  std::string string() {
    uint32_t size = u32();
    need(size);
    std::string s(at, size);
    at += size;
    return s;
  }
};
