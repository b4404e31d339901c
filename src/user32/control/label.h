// The text or the picture of a button or a static.
#pragma once

#include <string>

#include "base/win32.h"

namespace transom::user {

enum class LabelLook { kNormal, kDisabled };

// The extent of text within a width; `format`: DT_ bits.
SIZE text_size(HDC dc, const std::u16string& text, LONG width, UINT format);
// In the context's font and colour; disabled text is carved in.
void draw_label_text(HDC dc, const std::u16string& text, RECT area, UINT format, LabelLook look);

// A bitmap or an icon (IMAGE_).
SIZE image_size(HANDLE image, UINT type);
void draw_image(HDC dc, HANDLE image, UINT type, const RECT& area, LabelLook look);

}  // namespace transom::user
