#include "CPopplerShim.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

struct cpoppler_document {
  std::unique_ptr<poppler::document> document;
};

namespace {
std::string utf8(const poppler::ustring &text) {
  const poppler::byte_array bytes = text.to_utf8();
  return std::string(bytes.begin(), bytes.end());
}
}  // namespace

extern "C" {

cpoppler_status cpoppler_open(const char *bytes, size_t count, cpoppler_document **document) {
  try {
    poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
    std::unique_ptr<poppler::document> opened(
        poppler::document::load_from_raw_data(bytes, static_cast<int>(count)));
    if (!opened) return CPOPPLER_DAMAGED;
    if (opened->is_locked()) return CPOPPLER_LOCKED;
    *document = new cpoppler_document{std::move(opened)};
    return CPOPPLER_OK;
  } catch (...) {
    return CPOPPLER_DAMAGED;
  }
}

void cpoppler_close(cpoppler_document *document) { delete document; }

int cpoppler_page_count(const cpoppler_document *document) {
  try {
    return document->document->pages();
  } catch (...) {
    return 0;
  }
}

bool cpoppler_words(const cpoppler_document *document, int number, cpoppler_size *size,
                    void (*each)(void *context, const cpoppler_word *word), void *context) {
  try {
    const std::unique_ptr<poppler::page> page(document->document->create_page(number));
    if (!page) return false;
    const poppler::rectf box = page->page_rect();
    *size = {box.width(), box.height()};
    for (const poppler::text_box &word :
         page->text_list(poppler::page::text_list_include_font)) {
      const std::string text = utf8(word.text());
      const std::string font = word.has_font_info() ? word.get_font_name(0) : std::string();
      const poppler::rectf place = word.bbox();
      const cpoppler_word found = {
          text.data(), text.size(), place.left(), place.top(), place.right(), place.bottom(),
          word.has_font_info() ? word.get_font_size() : place.height(), word.has_space_after(),
          font.data(), font.size(), word.rotation()};
      each(context, &found);
    }
    return true;
  } catch (...) {
    return false;
  }
}

bool cpoppler_render(const cpoppler_document *document, int number, double resolution,
                     void (*each)(void *context, const cpoppler_picture *picture), void *context) {
  try {
    const std::unique_ptr<poppler::page> page(document->document->create_page(number));
    if (!page) return false;
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    const poppler::image image = renderer.render_page(page.get(), resolution, resolution);
    if (!image.is_valid() || image.format() != poppler::image::format_gray8) return false;
    const cpoppler_picture picture = {image.width(), image.height(),
                                      static_cast<size_t>(image.bytes_per_row()),
                                      reinterpret_cast<const uint8_t *>(image.const_data())};
    each(context, &picture);
    return true;
  } catch (...) {
    return false;
  }
}

size_t cpoppler_info(const cpoppler_document *document, const char *key, char *buffer,
                     size_t capacity) {
  try {
    const std::string value = utf8(document->document->info_key(key));
    std::memcpy(buffer, value.data(), std::min(capacity, value.size()));
    return value.size();
  } catch (...) {
    return 0;
  }
}

}  // extern "C"
