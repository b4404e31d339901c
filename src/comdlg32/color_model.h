// Hue, saturation and luminosity as the Color dialog counts them: hue from 0 to 239, the others
// from 0 to 240.
// https://learn.microsoft.com/windows/win32/dlgbox/color-dialog-box#color-models-used-by-the-color-dialog-box
#pragma once

#include "base/win32.h"

namespace transom::comdlg {

inline constexpr int kHues = 240;       // a whole circle
inline constexpr int kMostColor = 240;  // of saturation and of luminosity

struct HslColor {
  int hue = 0;
  int saturation = 0;
  int luminosity = 0;

  bool operator==(const HslColor&) const = default;
};

// Greys have hue and saturation 0.
HslColor to_hsl(COLORREF color);
COLORREF to_rgb(const HslColor& color);

}  // namespace transom::comdlg
