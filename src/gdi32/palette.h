// Logical palettes.
// https://learn.microsoft.com/windows/win32/gdi/about-color-palettes
#pragma once

#include <vector>

#include "gdi32/object.h"

namespace transom::gdi {

class Palette : public Object {
 public:
  static bool is_type(DWORD type) { return type == OBJ_PAL; }
  explicit Palette(std::vector<PALETTEENTRY> entries)
      : Object(OBJ_PAL), entries(std::move(entries)) {}

  std::vector<PALETTEENTRY> entries;

  int describe(int size, void* buffer) const override;
};

}  // namespace transom::gdi
