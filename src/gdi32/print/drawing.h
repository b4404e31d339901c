// One thing that is drawn on a page: within the context's clip region, and afterwards the page is
// as before.
#pragma once

#include "gdi32/print/printer_device.h"

namespace transom::gdi {

class PrinterDevice::Drawing {
 public:
  explicit Drawing(PrinterDevice& device) : cr_(device.page()) {
    if (cr_ == nullptr) return;
    cairo_save(cr_);
    clip(device.dc_.state.clip);
    clip(device.dc_.state.meta);
  }
  ~Drawing() {
    if (cr_ != nullptr) cairo_restore(cr_);
  }
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  explicit operator bool() const { return cr_ != nullptr; }
  cairo_t* get() const { return cr_; }

  void add(const RECT& rect) {
    cairo_rectangle(cr_, rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top);
  }
  void add(const Region& region) {
    for (const RECT& rect : region.rects()) add(rect);
  }
  void clip(const RECT& rect) {
    cairo_new_path(cr_);
    add(rect);
    cairo_clip(cr_);
  }

 private:
  void clip(const std::optional<Region>& region) {
    if (!region) return;
    cairo_new_path(cr_);
    add(*region);
    cairo_clip(cr_);
  }

  cairo_t* cr_;
};

// Corners of something that may be turned.
inline void add_quad(cairo_t* cr, const RecordedText::Quad& quad) {
  for (const POINT corner : quad) {
    cairo_line_to(cr, static_cast<double>(corner.x), static_cast<double>(corner.y));
  }
  cairo_close_path(cr);
}

}  // namespace transom::gdi
