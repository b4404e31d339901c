// Sizes of fonts as people write them: points, of which tenths are kept.
#pragma once

#include <string>

#include "base/win32.h"

namespace transom::comdlg {

// "10", "10.5"; 0 where it is no number above 0.
int tenths_of_points(const std::u16string& text);
std::u16string points_text(int tenths);
// The height in pixels of the screen, and back; a LOGFONT may give that of the cell instead of the
// characters', or none.
int height_of(int tenths);
int tenths_of(const LOGFONTW& font);

}  // namespace transom::comdlg
