// Block transfers.
// https://learn.microsoft.com/windows/win32/gdi/bitmap-functions
#include "gdi32/api.h"
#include "gdi32/blit.h"
#include "gdi32/plg.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

// The selected brush by a raster operation without source.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-patblt
BOOL WINAPI PatBlt(HDC handle, int x, int y, int width, int height, DWORD rop) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (rop3_uses_source(rop3_index(rop))) return fail_parameter();
  record(
      *dc, &Recorder::blit,
      RecordedBlit{.kind = BlitKind::kPlain, .to = {x, y}, .to_size = {width, height}, .rop = rop});
  blit(*dc, {}, geometry_of(*dc, logical_rect(x, y, width, height), nullptr, {0, 0, 1, 1}),
       rop3_index(rop));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-stretchblt
BOOL WINAPI StretchBlt(HDC handle, int x, int y, int width, int height, HDC source_handle,
                       int from_x, int from_y, int from_width, int from_height, DWORD rop) {
  if (!rop3_uses_source(rop3_index(rop))) return PatBlt(handle, x, y, width, height, rop);
  const auto [dc, source] = require_dcs(handle, source_handle);
  if (!dc || !source) return FALSE;
  source->look_again();
  const bool plain = width == from_width && height == from_height;
  record(*dc, &Recorder::blit,
         RecordedBlit{.kind = plain ? BlitKind::kPlain : BlitKind::kStretched,
                      .to = {x, y},
                      .to_size = {width, height},
                      .source = source.get(),
                      .from = {from_x, from_y},
                      .from_size = {from_width, from_height},
                      .rop = rop});
  blit(*dc, source_of(*source, *dc),
       geometry_of(*dc, logical_rect(x, y, width, height), source.get(),
                   logical_rect(from_x, from_y, from_width, from_height)),
       rop3_index(rop));
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-bitblt
BOOL WINAPI BitBlt(HDC dc, int x, int y, int width, int height, HDC source, int from_x, int from_y,
                   DWORD rop) {
  return StretchBlt(dc, x, y, width, height, source, from_x, from_y, width, height, rop);
}

// Two operations, chosen by a monochrome mask; without one, BitBlt by the foreground's.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-maskblt
BOOL WINAPI MaskBlt(HDC handle, int x, int y, int width, int height, HDC source_handle, int from_x,
                    int from_y, HBITMAP mask_handle, int mask_x, int mask_y, DWORD rop) {
  if (mask_handle == nullptr) {
    return BitBlt(handle, x, y, width, height, source_handle, from_x, from_y, rop & 0xFFFFFF);
  }
  const std::uint8_t foreground = rop3_index(rop),
                     background = static_cast<std::uint8_t>(rop >> 24);
  const bool needs_source = rop3_uses_source(foreground) || rop3_uses_source(background);
  const auto [dc, source] =
      needs_source ? require_dcs(handle, source_handle) : DcRefs{require_dc(handle), {}};
  const auto mask = require<Bitmap>(mask_handle);
  if (!dc || !mask) return FALSE;
  if (mask->surface->format().bits != 1) return fail_parameter();
  if (needs_source && !source) return FALSE;
  const BlitSource from = needs_source ? source_of(*source, *dc) : BlitSource{};
  record(*dc, &Recorder::blit,
         RecordedBlit{.kind = BlitKind::kMasked,
                      .to = {x, y},
                      .to_size = {width, height},
                      .source = source.get(),
                      .from = {from_x, from_y},
                      .from_size = {width, height},
                      .rop = rop,
                      .mask = mask->surface.get(),
                      .mask_origin = {mask_x, mask_y}});
  const BlitGeometry geometry = geometry_of(*dc, logical_rect(x, y, width, height), source.get(),
                                            logical_rect(from_x, from_y, width, height));
  const RECT rect = geometry.to_rect();
  blit_masked(*dc, from, geometry, {mask->surface.get(), {rect.left - mask_x, rect.top - mask_y}},
              foreground, background);
  return TRUE;
}

// Onto the parallelogram of three corners: upper left, upper right, lower left.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-plgblt
BOOL WINAPI PlgBlt(HDC handle, CONST POINT* corners, HDC source_handle, int x, int y, int width,
                   int height, HBITMAP mask_handle, int mask_x, int mask_y) {
  const auto [dc, source] = require_dcs(handle, source_handle);
  if (!dc || !source) return FALSE;
  if (corners == nullptr) return fail_parameter();
  Ref<Bitmap> mask;
  if (mask_handle != nullptr) {
    mask = require<Bitmap>(mask_handle);
    if (!mask || mask->surface->format().bits != 1) return fail_parameter();
  }
  record(*dc, &Recorder::blit,
         RecordedBlit{.kind = BlitKind::kParallelogram,
                      .to = corners[0],
                      .to_size = {},
                      .source = source.get(),
                      .from = {x, y},
                      .from_size = {width, height},
                      .rop = SRCCOPY,
                      .mask = mask ? mask->surface.get() : nullptr,
                      .mask_origin = {mask_x, mask_y},
                      .corners = corners});
  const POINT device[3] = {dc->to_surface(corners[0]), dc->to_surface(corners[1]),
                           dc->to_surface(corners[2])};
  blit_parallelogram(*dc, device, source_of(*source, *dc),
                     source->to_surface(logical_rect(x, y, width, height)),
                     mask ? mask->surface.get() : nullptr, {mask_x, mask_y});
  return TRUE;
}
