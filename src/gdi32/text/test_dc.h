// For tests: a device context over a white surface.
#pragma once

#include "gdi32/device_context.h"

namespace transom::gdi {

class TestDc {
 public:
  explicit TestDc(int width = 300, int height = 100) : surface(Surface::create(width, height)) {
    clear();
    DisplayTarget target;
    target.surface = surface;
    target.size = {width, height};
    target.visible = Region(surface->bounds());
    handle = create_display_dc(target, nullptr);
    dc = find_dc(handle);
  }
  ~TestDc() { destroy_display_dc(handle); }
  TestDc(const TestDc&) = delete;
  TestDc& operator=(const TestDc&) = delete;

  void clear() {
    for (int y = 0; y < surface->height(); ++y) {
      std::fill_n(surface->row(y), surface->width(), 0xFFFFFFu);
    }
  }

  void select(HFONT font) { dc->state.font = Selection<Font>(find<Font>(font)); }
  void select(int height, const char* face, int weight = FW_NORMAL, int escapement = 0,
              DWORD quality = DEFAULT_QUALITY) {
    const HFONT font = CreateFontA(height, 0, escapement, escapement, weight, FALSE, FALSE, FALSE,
                                   ANSI_CHARSET, 0, 0, quality, 0, face);
    select(font);
    delete_object(font);  // lives as long as it is selected
  }

  // The smallest rectangle around what is not white; empty where all is.
  RECT ink() const {
    RECT box{surface->width(), surface->height(), 0, 0};
    for (int y = 0; y < surface->height(); ++y) {
      for (int x = 0; x < surface->width(); ++x) {
        if ((surface->row(y)[x] & 0xFFFFFF) == 0xFFFFFF) continue;
        box = {std::min<LONG>(box.left, x), std::min<LONG>(box.top, y),
               std::max<LONG>(box.right, x + 1), std::max<LONG>(box.bottom, y + 1)};
      }
    }
    return box.right > box.left ? box : RECT{};
  }

  std::shared_ptr<Surface> surface;
  HDC handle;
  Ref<DeviceContext> dc;
};

}  // namespace transom::gdi
