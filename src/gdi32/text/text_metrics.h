// TEXTMETRIC and its kin from a scaled font.
#pragma once

#include "gdi32/text/dc_text.h"

namespace transom::gdi {

// In the context's logical units, lines under and through taken from the description.
TEXTMETRICW text_metrics(const DeviceContext& dc, const ScaledFont& font,
                         const LOGFONTW& description);
TEXTMETRICA narrowed(const TEXTMETRICW& metrics);

// Families that Windows keeps as bitmaps are no outlines to a program either.
inline bool is_bitmap_family(const ScaledFont& font) {
  return font.found().known != nullptr && !font.found().known->sizes.empty();
}

// The character set that a font answers for a request: the wish, where the font can.
std::uint8_t answered_char_set(const ScaledFont& font, std::uint8_t wanted);
// FS_ bits of the font's OS/2 table.
FONTSIGNATURE signature_of(const ScaledFont& font);

const LOGFONTW& description_of(const DeviceContext& dc);

}  // namespace transom::gdi
