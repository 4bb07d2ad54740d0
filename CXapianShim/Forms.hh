// The forms of a document's words, beside their sequence: see include/Sequence.h.
#pragma once
#include "include/Sequence.h"
#include <string>

// Reads the forms of the words with a place, from the first on. The value has to outlive it.
class FormReader {
  const std::string *value = nullptr;
  size_t at = 0;
  unsigned bit = 8, bits = 0;

  unsigned byte() { return at < value->size() ? static_cast<unsigned char>((*value)[at++]) : 0; }

 public:
  FormReader() = default;
  explicit FormReader(const std::string &forms) : value(&forms) {}

  // Of the next word; 0: none of its own.
  uint32_t next() {
    if (bit == 8) {
      bits = byte();
      bit = 0;
    }
    if (!(bits >> bit++ & 1)) return 0;
    const unsigned low = byte();
    return low | byte() << 8;
  }
};
