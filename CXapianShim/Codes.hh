// A stored sequence as its codes: see include/Sequence.h.
#pragma once
#include "include/Sequence.h"
#include <algorithm>
#include <cstddef>
#include <cstdint>

// The codes of a stored sequence; none where the value is no sequence.
class Codes {
  using Byte = unsigned char;

  const Byte *bytes = nullptr;
  size_t size = 0;  // in bytes
  unsigned width = 1, seed = 0;

 public:
  Codes(const char *data, size_t data_size) {
    if (data_size < 2) return;
    const auto *value = reinterpret_cast<const Byte *>(data);
    if (value[0] < XAP_SEQUENCE_LEAST_WIDTH || value[0] > XAP_SEQUENCE_MOST_WIDTH) return;
    width = value[0];
    seed = value[1];
    bytes = value + 2;
    size = (data_size - 2) / width * width;
    if (size == 0 || (*this)[0] >= XAP_SEQUENCE_SECTIONS) size = 0;
  }

  size_t count() const { return size / width; }

  // The code of a term that has a place.
  uint64_t code_of(uint64_t hash) const {
    const uint64_t factor = XAP_SEQUENCE_FACTOR * (2 * uint64_t(seed) + 1);
    return (hash * factor) >> (64 - (8 * width - 1)) << 1;
  }

  uint64_t operator[](size_t i) const {
    const Byte *at = bytes + i * width;
    if (width == 2) return at[0] | at[1] << 8;  // nearly always
    uint64_t code = 0;
    for (unsigned k = 0; k < width; ++k) code |= uint64_t(at[k]) << (8 * k);
    return code;
  }

  // The first of the codes from `i` to `end` for which `is` holds; else `end`. `may` is asked first,
  // about the two lowest bytes of a code, and of bytes that belong to two codes: it has to hold where
  // `is` does. It is one expression without branches, so that the compiler asks it about sixteen
  // places at once.
  template <typename May, typename Is>
  size_t find(size_t i, size_t end, May may, Is is) const {
    constexpr size_t stride = 64;
    while (i < end) {
      // The last byte of the block has one behind it.
      const size_t at = i * width;
      size_t stop = end;
      if (at + stride < size) {
        Byte any = 0;
        const Byte *block = bytes + at;
        for (size_t k = 0; k < stride; ++k) any |= may(block[k], block[k + 1]);
        stop = std::min(end, i + (stride + width - 1) / width);
        if (!any) {
          i = stop;
          continue;
        }
      }
      for (; i < stop; ++i)
        if (is((*this)[i])) return i;
    }
    return end;
  }

  size_t find(uint64_t code, size_t i, size_t end) const {
    const Byte low = code & 0xFF, high = code >> 8 & 0xFF;
    return find(
        i, end, [=](Byte a, Byte b) -> bool { return (a == low) & (b == high); },
        [=](uint64_t found) { return found == code; });
  }

  // The term with a place of its own or without.
  size_t find_any(uint64_t code, size_t i, size_t end) const {
    const Byte low = (code | 1) & 0xFF, high = code >> 8 & 0xFF;
    return find(
        i, end, [=](Byte a, Byte b) -> bool { return ((a | 1) == low) & (b == high); },
        [=](uint64_t found) { return (found | 1) == (code | 1); });
  }

  size_t find_section(size_t i, size_t end) const {
    return find(
        i, end,
        [](Byte a, Byte b) -> bool { return (a < XAP_SEQUENCE_SECTIONS) & (b == 0); },
        [](uint64_t found) { return found < XAP_SEQUENCE_SECTIONS; });
  }

  // Whether it has no place: a term beside another, or the mark that one is beside none.
  static bool is_unplaced(uint64_t code) {
    return code == XAP_SEQUENCE_APART || (code > XAP_SEQUENCE_TERMS && code & 1);
  }
};
