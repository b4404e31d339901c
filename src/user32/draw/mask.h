// A picture in black on white that is then painted in one brush: how disabled things are drawn.
#pragma once

#include "base/win32.h"

namespace transom::user {

// A monochrome memory context with the font of another context, all white. Nothing where the size
// is absurd. Gone with the object.
class Mask {
 public:
  Mask(HDC like, int width, int height);
  ~Mask();
  Mask(const Mask&) = delete;
  Mask& operator=(const Mask&) = delete;

  explicit operator bool() const { return bitmap_ != nullptr; }
  HDC dc() const { return dc_; }

  // Takes away every other pixel.
  void thin_out();
  // Paints what is black in the mask.
  void paint(HDC to, int x, int y, HBRUSH brush) const;
  // Twice, lit from above: the look of what is disabled.
  void paint_carved(HDC to, int x, int y) const;

 private:
  HDC dc_ = nullptr;
  HBITMAP bitmap_ = nullptr;
  HGDIOBJ old_bitmap_ = nullptr;
  int width_, height_;
};

}  // namespace transom::user
