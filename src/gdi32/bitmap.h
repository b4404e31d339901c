// Bitmaps: device-dependent ones and DIB sections.
// https://learn.microsoft.com/windows/win32/gdi/bitmaps
#pragma once

#include <memory>
#include <optional>

#include "gdi32/object.h"
#include "gdi32/surface.h"

namespace transom::gdi {

// Selected into one device context at a time.
class Bitmap : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_BITMAP; }
  explicit Bitmap(std::shared_ptr<Surface> surface)
      : Object(OBJ_BITMAP), surface(std::move(surface)) {}

  std::shared_ptr<Surface> surface;
  SIZE dimension{0, 0};  // SetBitmapDimensionEx

  // DIB sections only.
  std::optional<BITMAPINFOHEADER> dib{};
  DWORD dib_masks[3] = {};
  void* dib_bits = nullptr;  // the lowest address
  HANDLE dib_section = nullptr;
  DWORD dib_offset = 0;

  bool is_dib_section() const { return dib.has_value(); }
  int describe(int size, void* buffer) const override;
};

}  // namespace transom::gdi
