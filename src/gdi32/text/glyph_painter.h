// Puts glyphs on a surface: blended straight into the pixels, within a clip region.
#pragma once

#include <span>

#include "gdi32/region.h"
#include "gdi32/surface.h"
#include "gdi32/text/scaled_font.h"

namespace transom::gdi {

// A glyph and where its origin on the baseline lies, in surface pixels.
struct PlacedGlyph {
  GlyphId id;
  int x = 0;
  int y = 0;
};

// `pixel` is the colour in the surface's format.
void paint_glyphs(Surface& surface, const Region& clip, const ScaledFont& font,
                  std::span<const PlacedGlyph> glyphs, std::uint32_t pixel);

// Solid rectangle within the clip region: text backgrounds, lines under and through.
void paint_rectangle(Surface& surface, const Region& clip, const RECT& rect, std::uint32_t pixel);

// The solid polygon of four corners (a background or line of text that is turned).
void paint_quadrilateral(Surface& surface, const Region& clip, const POINT (&corners)[4],
                         std::uint32_t pixel);

}  // namespace transom::gdi
