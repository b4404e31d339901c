// A small picture to draw on.
#pragma once

#include "gdi32/memory_dc.h"

namespace transom::fuzz {

class Canvas {
 public:
  static constexpr int kSize = 64;

  HDC dc() const { return pixels_.get(); }

 private:
  gdi::PixelDc pixels_{kSize, kSize};
};

}  // namespace transom::fuzz
