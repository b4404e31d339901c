// Pictures of other programs, which are PNG files more often than bitmaps.
#pragma once

#include <string>
#include <string_view>

#include "base/win32.h"

namespace transom::user {

// A block in CF_DIB; null: it is no picture, or an unreasonably large one.
HANDLE dib_of_png(std::string_view bytes);
// Of such a block; empty: it is no picture.
std::string png_of_dib(HANDLE dib);

}  // namespace transom::user
