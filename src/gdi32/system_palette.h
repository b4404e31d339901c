// The palette of a display with 8 bits a pixel.
//
// The display's pixels are indexes into it, and so are those of bitmaps that are compatible with
// the display. Realizing a logical palette maps its entries to places here: to a place that has the
// colour already, to an unused one, or to the nearest. The first and last ten places hold the
// static colours, unless SetSystemPaletteUse freed them.
//
// Threads: colours may be read anywhere; changes are made under a lock of their own.
// https://learn.microsoft.com/windows/win32/gdi/system-palette
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "base/win32.h"

namespace transom::gdi {

class Palette;
struct PixelFormat;

inline constexpr std::size_t kSystemPaletteSize = 256;

// The colours that are always there: the first ten at the beginning of the system palette, the
// others at its end.
inline constexpr std::size_t kStaticAtEachEnd = 10;
inline constexpr std::uint32_t kStaticColors[2 * kStaticAtEachEnd] = {
    0x000000, 0x800000, 0x008000, 0x808000, 0x000080, 0x800080, 0x008080,
    0xC0C0C0, 0xC0DCC0, 0xA6CAF0, 0xFFFBF0, 0xA0A0A4, 0x808080, 0xFF0000,
    0x00FF00, 0xFFFF00, 0x0000FF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};

// 0x00RRGGBB of each pixel value.
extern std::array<std::atomic<std::uint32_t>, kSystemPaletteSize> system_colors;

// Pixels of the display: system_colors says what they mean. Only when is_palette_display().
PixelFormat system_palette_format();
// The display has 8 bits a pixel.
bool is_palette_display();

// The pixel of the nearest static colour.
std::uint8_t nearest_static_pixel(std::uint32_t rgb);

enum class Realization { kBackground, kForeground };

struct RealizationResult {
  UINT remapped = 0;            // entries of the logical palette that are somewhere else now
  bool system_changed = false;  // a place of the system palette got another colour
};

// kAsk: what would happen.
enum class RealizationMode { kAsk, kDo };

// Maps a logical palette. A foreground realization takes any place that is not static; one in the
// background only places that nobody uses.
RealizationResult realize_in_system(Palette& palette, Realization how, RealizationMode mode);

// AnimatePalette: the palette's reserved entries have new colours, which shows at once.
void show_animated_entries(const Palette& palette, UINT first, UINT count);

// SYSPAL_ values. Setting it to SYSPAL_STATIC restores the static colours. Answers the old value.
UINT system_palette_use();
UINT set_system_palette_use(UINT use);

// The display's colours before a palette in the foreground changed them: what UpdateColors goes by.
std::array<std::uint32_t, kSystemPaletteSize> previous_system_colors();

}  // namespace transom::gdi
