// A PDF file that is written page by page.
//
// Coordinates on a page are the printer's pixels, from the upper left corner of what it can print
// on. One thread at a time.
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

#include "base/win32.h"
#include "gdi32/print/pdf_fonts.h"

namespace transom::gdi {

struct PageSize {
  SIZE sheet{};  // tenths of a millimetre
  int dots_per_inch = 600;
};

class PdfDocument {
 public:
  // Null where the file cannot be written.
  static std::unique_ptr<PdfDocument> create(const std::string& path, const std::string& title,
                                             const PageSize& size);
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  // Of the pages that begin from now on.
  void set_size(const PageSize& size) { size_ = size; }
  void begin_page();
  void end_page();
  bool has_page() const { return page_ != nullptr; }
  // Null between pages.
  cairo_t* page() const { return page_; }
  PdfFonts& fonts() { return fonts_; }

  // Completes the file; false: it could not be written.
  bool finish();

 private:
  PdfDocument() = default;

  PageSize size_;
  PdfFonts fonts_;  // must outlive the surface, which writes them at its end
  cairo_surface_t* surface_ = nullptr;
  cairo_t* page_ = nullptr;
};

}  // namespace transom::gdi
