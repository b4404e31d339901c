// Logical palettes.
// https://learn.microsoft.com/windows/win32/gdi/color-functions
#include "gdi32/api.h"
#include "gdi32/recorder.h"
#include "gdi32/system_palette.h"

using namespace transom::gdi;

namespace {

constexpr WORD kPaletteVersion = 0x300;
constexpr UINT kMostEntries = 0xFFFF;

bool is_default(const Palette& palette) {
  return palette.is_stock();
}

PALETTEENTRY entry_of(std::uint32_t rgb) {
  return {static_cast<BYTE>(rgb >> 16), static_cast<BYTE>(rgb >> 8), static_cast<BYTE>(rgb), 0};
}

// The part of `count` entries from `start` that there is.
UINT entries_there(std::size_t size, UINT start, UINT count) {
  if (start >= size) return 0;
  return static_cast<UINT>(std::min<std::size_t>(count, size - start));
}

// Static colours at both ends, a cube of six levels, and greys.
std::vector<PALETTEENTRY> halftone_entries() {
  const auto& defaults = stock<Palette>(DEFAULT_PALETTE)->entries;
  std::vector<PALETTEENTRY> entries(defaults.begin(), defaults.begin() + 10);
  for (int red = 0; red < 6; ++red) {
    for (int green = 0; green < 6; ++green) {
      for (int blue = 0; blue < 6; ++blue) {
        entries.push_back({static_cast<BYTE>(red * 51), static_cast<BYTE>(green * 51),
                           static_cast<BYTE>(blue * 51), 0});
      }
    }
  }
  for (std::uint32_t grey = 1; entries.size() < 246; ++grey) {
    entries.push_back(entry_of(grey * 12 * 0x010101));
  }
  entries.insert(entries.end(), defaults.begin() + 10, defaults.end());
  return entries;
}

}  // namespace

// Last error: ERROR_INVALID_PARAMETER for another version than 0x300 or no entries.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createpalette
HPALETTE WINAPI CreatePalette(CONST LOGPALETTE* description) {
  if (description == nullptr || description->palVersion != kPaletteVersion ||
      description->palNumEntries == 0) {
    return fail_parameter<HPALETTE>();
  }
  const PALETTEENTRY* first = description->palPalEntry;
  return publish<HPALETTE>(
      make<Palette>(std::vector<PALETTEENTRY>(first, first + description->palNumEntries)));
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-createhalftonepalette
HPALETTE WINAPI CreateHalftonePalette(HDC dc) {
  if (dc != nullptr && !require_dc(dc)) return nullptr;
  return publish<HPALETTE>(make<Palette>(halftone_entries()));
}

// How many were copied; without a buffer how many there are; 0 on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getpaletteentries
UINT WINAPI GetPaletteEntries(HPALETTE handle, UINT start, UINT count, LPPALETTEENTRY entries) {
  const auto palette = require<Palette>(handle);
  if (!palette) return 0;
  if (entries == nullptr) return static_cast<UINT>(palette->entries.size());
  count = entries_there(palette->entries.size(), start, count);
  if (count > 0) std::copy_n(palette->entries.begin() + start, count, entries);
  return count;
}

// The colours on the display stay as they are until the palette is realized again. How many were
// set. https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setpaletteentries
UINT WINAPI SetPaletteEntries(HPALETTE handle, UINT start, UINT count,
                              CONST PALETTEENTRY* entries) {
  const auto palette = require<Palette>(handle);
  if (!palette || is_default(*palette) || entries == nullptr) return 0;
  count = entries_there(palette->entries.size(), start, count);
  if (count > 0) std::copy_n(entries, count, palette->entries.begin() + start);
  return count;
}

// Changes those of the entries that have PC_RESERVED; where the palette is realized it shows at
// once. https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-animatepalette
BOOL WINAPI AnimatePalette(HPALETTE handle, UINT start, UINT count, CONST PALETTEENTRY* entries) {
  const auto palette = require<Palette>(handle);
  if (!palette || entries == nullptr) return FALSE;
  if (is_default(*palette) || start >= palette->entries.size()) return fail_parameter();
  count = entries_there(palette->entries.size(), start, count);
  for (UINT i = 0; i < count; ++i) {
    PALETTEENTRY& entry = palette->entries[start + i];
    if ((entry.peFlags & PC_RESERVED) != 0) entry = entries[i];
  }
  show_animated_entries(*palette, start, count);
  return TRUE;
}

// New entries are black.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-resizepalette
BOOL WINAPI ResizePalette(HPALETTE handle, UINT count) {
  const auto palette = require<Palette>(handle);
  if (!palette) return FALSE;
  if (is_default(*palette) || count == 0 || count > kMostEntries) return fail_parameter();
  palette->entries.resize(count);
  if (palette->mapping.size() > count) palette->mapping.resize(count);
  return TRUE;
}

// CLR_INVALID on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getnearestpaletteindex
UINT WINAPI GetNearestPaletteIndex(HPALETTE handle, COLORREF color) {
  const auto palette = require<Palette>(handle);
  if (!palette) return CLR_INVALID;
  if (color >> 24 == 1) return palette->nearest_entry(palette->rgb_at(LOWORD(color)));
  return palette->nearest_entry(swap_red_blue(color));
}

// The colour that the device shows for this one. CLR_INVALID on failure.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getnearestcolor
COLORREF WINAPI GetNearestColor(HDC handle, COLORREF color) {
  const auto dc = require_dc(handle);
  if (!dc) return CLR_INVALID;
  const Surface* surface = dc->surface();
  if (surface == nullptr) return swap_red_blue(dc->rgb_of(color));
  return swap_red_blue(surface->format().unpack(dc->pixel_of(color)));
}

// Answers the previous palette. `background`: realized without a claim to the display, even in the
// active window. https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-selectpalette
HPALETTE WINAPI SelectPalette(HDC handle, HPALETTE palette_handle, BOOL background) {
  const auto dc = require_dc(handle);
  const auto palette = require<Palette>(palette_handle);
  if (!dc || !palette) return nullptr;
  record(*dc, &Recorder::palette, PaletteCall::kSelect, *palette);
  const Ref<Palette> old = std::exchange(dc->state.palette, palette);
  dc->state.palette_in_background = background != FALSE;
  return static_cast<HPALETTE>(old->handle());
}

// All 256 of an 8-bit display; 0 for another device.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getsystempaletteentries
UINT WINAPI GetSystemPaletteEntries(HDC dc, UINT start, UINT count, LPPALETTEENTRY entries) {
  if (!require_dc(dc) || !is_palette_display()) return 0;
  if (entries == nullptr) return kSystemPaletteSize;
  count = entries_there(kSystemPaletteSize, start, count);
  for (UINT i = 0; i < count; ++i) entries[i] = entry_of(system_colors[start + i]);
  return count;
}

// SYSPAL_ERROR where the device has no palette.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-getsystempaletteuse
UINT WINAPI GetSystemPaletteUse(HDC dc) {
  if (!require_dc(dc) || !is_palette_display()) return SYSPAL_ERROR;
  return system_palette_use();
}

// Whether the static colours are reserved. Answers what it was, SYSPAL_ERROR where there is no
// palette. https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-setsystempaletteuse
UINT WINAPI SetSystemPaletteUse(HDC dc, UINT use) {
  if (!require_dc(dc) || !is_palette_display()) return SYSPAL_ERROR;
  if (use != SYSPAL_STATIC && use != SYSPAL_NOSTATIC && use != SYSPAL_NOSTATIC256) {
    return fail_parameter<UINT>(SYSPAL_ERROR);
  }
  return set_system_palette_use(use);
}
