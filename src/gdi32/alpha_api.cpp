// Transparency and gradients: gdi32's names and msimg32's.
// https://learn.microsoft.com/windows/win32/gdi/bitmap-functions
#include "gdi32/api.h"
#include "gdi32/blit.h"
#include "gdi32/gradient.h"
#include "gdi32/recorder.h"

using namespace transom::gdi;

namespace {

// The channels of `below` and `above` mixed; the source's own colours are premultiplied where it
// has an alpha channel.
std::uint32_t blend(std::uint32_t below, std::uint32_t above, BLENDFUNCTION function) {
  const bool own_alpha = (function.AlphaFormat & AC_SRC_ALPHA) != 0;
  const std::uint32_t constant = function.SourceConstantAlpha;
  const auto scaled = [](std::uint32_t value, std::uint32_t by) {
    return (value * by + 127) / 255;
  };
  const std::uint32_t alpha = own_alpha ? scaled(above >> 24, constant) : constant;
  std::uint32_t result = 0;
  for (const int shift : {0, 8, 16, 24}) {
    const std::uint32_t under = below >> shift & 0xFF;
    std::uint32_t over = above >> shift & 0xFF;
    if (shift == 24 && !own_alpha) over = 255;
    const std::uint32_t sum = own_alpha ? scaled(over, constant) + scaled(under, 255 - alpha)
                                        : (over * alpha + under * (255 - alpha) + 127) / 255;
    result |= std::min<std::uint32_t>(sum, 255) << shift;
  }
  return result;
}

struct Transfer {
  DcRef to, from;
  BlitGeometry geometry;
};

std::optional<Transfer> transfer(HDC to_handle, const RECT& target, HDC from_handle,
                                 const RECT& source) {
  auto [to, from] = require_dcs(to_handle, from_handle);
  if (!to || !from) return {};
  const BlitGeometry geometry = geometry_of(*to, target, from.get(), source);
  return Transfer{std::move(to), std::move(from), geometry};
}

}  // namespace

// Sizes may not be negative, and the source must lie within its bitmap.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-alphablend
BOOL WINAPI GdiAlphaBlend(HDC to, int x, int y, int width, int height, HDC from, int from_x,
                          int from_y, int from_width, int from_height, BLENDFUNCTION function) {
  const auto move = transfer(to, logical_rect(x, y, width, height), from,
                             logical_rect(from_x, from_y, from_width, from_height));
  if (!move) return FALSE;
  if (function.BlendOp != AC_SRC_OVER || function.BlendFlags != 0) return fail_parameter();
  if (width < 0 || height < 0 || from_width < 0 || from_height < 0) return fail_parameter();
  const Surface* surface = move->from->surface();
  if (surface == nullptr) return TRUE;
  if ((function.AlphaFormat & AC_SRC_ALPHA) != 0 && surface->format().bits != 32)
    return fail_parameter();
  const RECT source = move->geometry.from_rect();
  if (source.left < 0 || source.top < 0 || source.right > surface->width() ||
      source.bottom > surface->height()) {
    return fail_parameter();
  }
  if (width == 0 || height == 0 || from_width == 0 || from_height == 0) return TRUE;
  record(*move->to, &Recorder::blit,
         RecordedBlit{.kind = BlitKind::kBlended,
                      .to = {x, y},
                      .to_size = {width, height},
                      .source = move->from.get(),
                      .from = {from_x, from_y},
                      .from_size = {from_width, from_height},
                      .blend = function});
  blit_rows(*move->to, source_of(*move->from, *move->to), move->geometry,
            [function](std::uint32_t* below, const std::uint32_t* above, int count) {
              for (int i = 0; i < count; ++i) below[i] = blend(below[i], above[i], function);
            });
  return TRUE;
}

// All but the pixels of one colour.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-transparentblt
BOOL WINAPI GdiTransparentBlt(HDC to, int x, int y, int width, int height, HDC from, int from_x,
                              int from_y, int from_width, int from_height, UINT transparent) {
  const auto move = transfer(to, logical_rect(x, y, width, height), from,
                             logical_rect(from_x, from_y, from_width, from_height));
  if (!move) return FALSE;
  if (width < 0 || height < 0 || from_width < 0 || from_height < 0) return fail_parameter();
  if (width == 0 || height == 0 || from_width == 0 || from_height == 0) return TRUE;
  record(*move->to, &Recorder::blit,
         RecordedBlit{.kind = BlitKind::kKeyed,
                      .to = {x, y},
                      .to_size = {width, height},
                      .source = move->from.get(),
                      .from = {from_x, from_y},
                      .from_size = {from_width, from_height},
                      .key = transparent});
  const std::uint32_t key = move->from->rgb_of(transparent);
  const int mode = std::exchange(move->to->state.stretch_mode, COLORONCOLOR);
  blit_rows(*move->to, source_of(*move->from, *move->to), move->geometry,
            [key](std::uint32_t* below, const std::uint32_t* above, int count) {
              for (int i = 0; i < count; ++i) {
                if ((above[i] & 0xFFFFFF) != key) below[i] = above[i] & 0xFFFFFF;
              }
            });
  move->to->state.stretch_mode = mode;
  return TRUE;
}

// Rectangles or triangles whose corners have colours.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gradientfill
BOOL WINAPI GdiGradientFill(HDC handle, PTRIVERTEX vertices, ULONG vertex_count, PVOID mesh,
                            ULONG count, ULONG mode) {
  const auto dc = require_dc(handle);
  if (!dc) return FALSE;
  if (vertices == nullptr || mesh == nullptr || mode > GRADIENT_FILL_TRIANGLE)
    return fail_parameter();
  const ULONG corners = mode == GRADIENT_FILL_TRIANGLE ? 3 : 2;
  const auto* indexes = static_cast<const ULONG*>(mesh);
  for (std::size_t i = 0; i < std::size_t{count} * corners; ++i) {
    if (indexes[i] >= vertex_count) return fail_parameter();
  }
  record(*dc, &Recorder::gradient, std::span<const TRIVERTEX>(vertices, vertex_count),
         std::span<const ULONG>(indexes, std::size_t{count} * corners), mode);
  for (ULONG i = 0; i < count; ++i, indexes += corners) {
    if (mode == GRADIENT_FILL_TRIANGLE) {
      fill_gradient_triangle(*dc, vertices[indexes[0]], vertices[indexes[1]], vertices[indexes[2]]);
    } else {
      fill_gradient_rect(*dc, vertices[indexes[0]], vertices[indexes[1]],
                         mode == GRADIENT_FILL_RECT_H);
    }
  }
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-alphablend
BOOL WINAPI AlphaBlend(HDC to, int x, int y, int width, int height, HDC from, int from_x,
                       int from_y, int from_width, int from_height, BLENDFUNCTION function) {
  return GdiAlphaBlend(to, x, y, width, height, from, from_x, from_y, from_width, from_height,
                       function);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-transparentblt
BOOL WINAPI TransparentBlt(HDC to, int x, int y, int width, int height, HDC from, int from_x,
                           int from_y, int from_width, int from_height, UINT transparent) {
  return GdiTransparentBlt(to, x, y, width, height, from, from_x, from_y, from_width, from_height,
                           transparent);
}

// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-gradientfill
BOOL WINAPI GradientFill(HDC dc, PTRIVERTEX vertices, ULONG vertex_count, PVOID mesh, ULONG count,
                         ULONG mode) {
  return GdiGradientFill(dc, vertices, vertex_count, mesh, count, mode);
}
