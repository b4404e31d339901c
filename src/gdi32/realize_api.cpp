// Realizing palettes, and making good what that does to windows in the background.
// https://learn.microsoft.com/windows/win32/gdi/system-palette
#include "gdi32/api.h"
#include "gdi32/palette_seam.h"
#include "gdi32/raster/raster.h"
#include "gdi32/recorder.h"
#include "gdi32/system_palette.h"

using namespace transom::gdi;

namespace {

// Memory contexts and those of inactive windows make no claims.
Realization realization_of(HDC handle, const DeviceContext& dc) {
  const bool may = !dc.is_memory() && !dc.state.palette_in_background &&
                   palette_seam.is_of_active_window != nullptr;
  return may && palette_seam.is_of_active_window(handle) ? Realization::kForeground
                                                         : Realization::kBackground;
}

// "Updates the client area by matching the current colors in the client area, pixel by pixel, to
// the system palette."
void match_colors(DeviceContext& dc) {
  Surface& surface = *dc.surface();
  const auto old_colors = previous_system_colors();
  std::uint32_t table[kSystemPaletteSize];
  for (std::size_t i = 0; i < kSystemPaletteSize; ++i) {
    table[i] = system_colors[i] == old_colors[i]
                   ? static_cast<std::uint32_t>(i)
                   : dc.state.palette->display_pixel_of(old_colors[i]);
  }
  Raster raster(surface, dc.clip_region());
  std::vector<std::uint32_t> row;
  raster.for_each_visible(surface.bounds(), [&](const RECT& part) {
    row.resize(static_cast<std::size_t>(part.right - part.left));
    const auto count = static_cast<int>(row.size());
    for (int y = part.top; y < part.bottom; ++y) {
      surface.read(part.left, y, count, row.data());
      for (auto& pixel : row) pixel = table[pixel & 0xFF];
      surface.write(part.left, y, count, row.data());
    }
  });
}

}  // namespace

// Maps the selected palette's entries to the system palette. How many of them are mapped anew;
// GDI_ERROR for dead handles. In the active window all windows hear of the change
// (WM_PALETTEISCHANGING, WM_PALETTECHANGED) before it returns.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-realizepalette
UINT WINAPI RealizePalette(HDC handle) {
  Ref<Palette> palette;
  Realization how;
  {
    // No longer than here: windows hear of it.
    const auto dc = require_dc(handle);
    if (!dc) return static_cast<UINT>(GDI_ERROR);
    palette = dc->state.palette;
    record(*dc, &Recorder::palette, PaletteCall::kRealize, *palette);
    how = realization_of(handle, *dc);
  }
  // The default palette is the static colours, which are always where they are.
  if (!is_palette_display() || palette->is_stock()) return 0;
  const bool tells = how == Realization::kForeground &&
                     realize_in_system(*palette, how, RealizationMode::kAsk).system_changed;
  if (tells && palette_seam.is_changing != nullptr) palette_seam.is_changing(handle);
  const RealizationResult result = realize_in_system(*palette, how, RealizationMode::kDo);
  if (tells && palette_seam.has_changed != nullptr) palette_seam.has_changed(handle);
  return result.remapped;
}

// For inactive windows, after WM_PALETTECHANGED: quicker than painting, at a loss of accuracy.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-updatecolors
BOOL WINAPI UpdateColors(HDC handle) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  const Surface* surface = dc->surface();
  if (surface != nullptr && surface->format().follows_system_palette) match_colors(*dc);
  return TRUE;
}

// A palette is mapped anew when it is next realized. TRUE, and nothing else, for other objects.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-unrealizeobject
BOOL WINAPI UnrealizeObject(HGDIOBJ handle) {
  if (const auto palette = find<Palette>(handle)) {
    if (!palette->is_stock()) palette->mapping.clear();
    return TRUE;
  }
  return find_object(handle) ? TRUE : FALSE;
}
