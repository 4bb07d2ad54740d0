/* A document's terms in their order, as the value of a slot, and tests of where terms stand in it.
 *
 *   u8 width, u8 seed, then codes of `width` bytes each, the lowest byte first.
 *
 * A code below XAP_SEQUENCE_SECTIONS begins a section with this number, whose meaning is the
 * caller's; the first code is one of these. A code from XAP_SEQUENCE_TERMS on is a term: twice the
 * term's number, plus 1 for a term without a place of its own, which stands beside the one before
 * it. After XAP_SEQUENCE_APART such a term is beside no other.
 *
 * A term's number in a document is the highest 8 * width - 1 bits of
 * hash * XAP_SEQUENCE_FACTOR * (2 * seed + 1), where width and seed are such that no two terms of the
 * document have the same number, and none one below XAP_SEQUENCE_TERMS / 2. So a test is exact for
 * terms that the document has; another may be taken for one of them.
 *
 * Words that are one term may have different forms. These are the value of another slot: for every
 * eight terms with a place, in their order, a byte with a bit for each that has a form of its own, the
 * lowest for the first, then u16 for each of these, the lowest byte first. What is missing at the end
 * has none. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define XAP_SEQUENCE_FACTOR 0x9E3779B97F4A7C15ULL
enum {
  XAP_SEQUENCE_SECTIONS = 5,
  XAP_SEQUENCE_APART = 5,
  XAP_SEQUENCE_TERMS = 6,
  XAP_SEQUENCE_LEAST_WIDTH = 2,
  XAP_SEQUENCE_MOST_WIDTH = 8
};

/* In place of the slot of the forms: they do not matter. In place of a form: any will do. */
#define XAP_SEQUENCE_NO_FORMS 0xFFFFFFFFu
#define XAP_SEQUENCE_ANY_FORM 0x10000u

/* What is tested. A match lies within one section. */
enum {
  XAP_SEQUENCE_PHRASE,  /* terms at places next to each other, in this order */
  XAP_SEQUENCE_NEAR,    /* terms at places within `window` places, in any order */
  XAP_SEQUENCE_OCCURS   /* any of the terms, with a place or without */
};
