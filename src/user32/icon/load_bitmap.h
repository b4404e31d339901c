// Bitmaps out of resources, files and other bitmaps, as LoadImage and CopyImage make them.
//
// Flags are LR_. A width or height of 0 is the picture's own. Null: the last error is set.
#pragma once

#include "base/win32.h"

namespace transom::user {

HBITMAP load_bitmap_resource(HINSTANCE module, LPCWSTR name, int width, int height, UINT flags);
// A .bmp file.
HBITMAP load_bitmap_file(LPCWSTR path, int width, int height, UINT flags);
HBITMAP copy_bitmap(HBITMAP bitmap, int width, int height, UINT flags);

// OBM_CHECK and its company, drawn anew; null for other identifiers.
HBITMAP system_bitmap(WORD id);

}  // namespace transom::user
