// What realizing a palette asks of windows, which gdi32 knows nothing of; user32 fills it in.
#pragma once

#include "base/win32.h"

namespace transom::gdi {

struct PaletteSeam {
  // The context is one of the active window, or of a descendant of it.
  bool (*is_of_active_window)(HDC dc) = nullptr;
  // The system palette is about to change, has changed, by a palette in the foreground.
  void (*is_changing)(HDC dc) = nullptr;
  void (*has_changed)(HDC dc) = nullptr;
};

inline PaletteSeam palette_seam;

}  // namespace transom::gdi
