// The bitmap of one monochrome pixel that memory contexts begin with.
#pragma once

#include "gdi32/bitmap.h"

namespace transom::gdi {

Ref<Bitmap> default_bitmap();
// Two colours, black and white, whose meaning the text and background colours give.
PixelFormat monochrome_format();

}  // namespace transom::gdi
