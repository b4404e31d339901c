#include "gdi32/print/pdf_document.h"

#include <cairo-pdf.h>

#include <utility>

namespace transom::gdi {
namespace {

constexpr double kPointsPerInch = 72;

double points(LONG tenths_of_millimetre) {
  return tenths_of_millimetre / 254.0 * kPointsPerInch;
}

}  // namespace

std::unique_ptr<PdfDocument> PdfDocument::create(const std::string& path, const std::string& title,
                                                 const PageSize& size) {
  std::unique_ptr<PdfDocument> document(new PdfDocument);
  document->size_ = size;
  document->surface_ =
      cairo_pdf_surface_create(path.c_str(), points(size.sheet.cx), points(size.sheet.cy));
  if (cairo_surface_status(document->surface_) != CAIRO_STATUS_SUCCESS) return nullptr;
  cairo_pdf_surface_set_metadata(document->surface_, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(document->surface_, CAIRO_PDF_METADATA_CREATOR, "Transom");
  return document;
}

PdfDocument::~PdfDocument() {
  if (page_ != nullptr) cairo_destroy(page_);
  if (surface_ != nullptr) cairo_surface_destroy(surface_);
}

void PdfDocument::begin_page() {
  cairo_pdf_surface_set_size(surface_, points(size_.sheet.cx), points(size_.sheet.cy));
  page_ = cairo_create(surface_);
  // Paper: raster operations combine with what is below, and that is never nothing.
  cairo_set_source_rgb(page_, 1, 1, 1);
  cairo_paint(page_);
  cairo_scale(page_, kPointsPerInch / size_.dots_per_inch, kPointsPerInch / size_.dots_per_inch);
}

void PdfDocument::end_page() {
  if (page_ == nullptr) return;
  cairo_show_page(page_);
  cairo_destroy(std::exchange(page_, nullptr));
}

bool PdfDocument::finish() {
  end_page();
  cairo_surface_finish(surface_);
  return cairo_surface_status(surface_) == CAIRO_STATUS_SUCCESS;
}

}  // namespace transom::gdi
