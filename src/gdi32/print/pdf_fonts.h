// The font files of a document, as cairo embeds them.
//
// The document opens its own FreeType faces: those of the text engine are scaled by whoever draws,
// on any thread, while cairo needs them unchanged until the file is complete.
#pragma once

#include <cairo.h>

#include <map>
#include <tuple>

#include "gdi32/text/scaled_font.h"

namespace transom::gdi {

class PdfFonts {
 public:
  PdfFonts() = default;
  ~PdfFonts();
  PdfFonts(const PdfFonts&) = delete;
  PdfFonts& operator=(const PdfFonts&) = delete;

  // Null where the file cannot be opened.
  cairo_font_face_t* face(const FontFile& file, bool embolden, bool slant);

 private:
  using Key = std::tuple<const FontFile*, bool, bool>;

  std::map<Key, cairo_font_face_t*> faces_;
};

}  // namespace transom::gdi
