// C over what is used of poppler-cpp: the words of a page, with their boxes and fonts.
// No exception crosses it. Coordinates are in points, from the page's upper left corner.
#ifndef C_POPPLER_SHIM_H
#define C_POPPLER_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cpoppler_document cpoppler_document;

typedef enum { CPOPPLER_OK, CPOPPLER_LOCKED, CPOPPLER_DAMAGED } cpoppler_status;

/// The bytes must live as long as the document.
cpoppler_status cpoppler_open(const char *bytes, size_t count, cpoppler_document **document);
void cpoppler_close(cpoppler_document *document);
int cpoppler_page_count(const cpoppler_document *document);

typedef struct {
  /// UTF-8, without an end.
  const char *text;
  size_t text_length;
  double left, top, right, bottom;
  /// Of the font, in points.
  double size;
  /// Whether white space follows on its line.
  bool space_after;
  /// A name as "ABCDEF+Univers-Bold"; UTF-8, without an end.
  const char *font;
  size_t font_length;
  /// Quarters of a turn.
  int rotation;
} cpoppler_word;

typedef struct {
  double width, height;
} cpoppler_size;

/// Calls `each` for each word of a page, from 0, in the order that poppler finds; false when the page
/// cannot be read.
bool cpoppler_words(const cpoppler_document *document, int page, cpoppler_size *size,
                    void (*each)(void *context, const cpoppler_word *word), void *context);

typedef struct {
  int width, height;
  /// Bytes from a row to the next; a byte is a point, 0 black and 255 white.
  size_t row_length;
  const uint8_t *points;
} cpoppler_picture;

/// Calls `each` with a picture of a page, from 0, of so many points an inch; false when there is none.
bool cpoppler_render(const cpoppler_document *document, int page, double resolution,
                     void (*each)(void *context, const cpoppler_picture *picture), void *context);

/// A property of the document's information, as "Title": its length, and as much of it as fits.
size_t cpoppler_info(const cpoppler_document *document, const char *key, char *buffer,
                     size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
