// Glyphs as outlines: text inside a path bracket, GetGlyphOutline.
#pragma once

#include "gdi32/path.h"
#include "gdi32/text/scaled_font.h"

namespace transom::gdi {

// Adds the glyph's contours with its origin at `origin`, in device pixels.
void append_glyph(Path& path, const ScaledFont& font, GlyphId glyph, POINT origin);

}  // namespace transom::gdi
