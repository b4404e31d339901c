// Block transfers between device contexts and bitmaps.
// https://learn.microsoft.com/windows/win32/gdi/bitmap-functions
#pragma once

#include <functional>

#include "gdi32/device_context.h"
#include "gdi32/ink.h"
#include "gdi32/raster/sampler.h"

namespace transom::gdi {

// A source of pixels: of another context, or of a program's own memory.
struct BlitSource {
  const Surface* surface = nullptr;
  ConversionColors colors{};
};

// A mask of one bit a pixel: where it is set the first operation applies, else the second.
struct BlitMask {
  const Surface* surface;
  POINT origin;  // of the mask on the target's surface
};

// The whole of BitBlt, StretchBlt, PatBlt and MaskBlt on the target's surface. A null source
// surface is for operations that use none.
void blit(DeviceContext& target, const BlitSource& source, const BlitGeometry& geometry,
          std::uint8_t rop);
void blit_masked(DeviceContext& target, const BlitSource& source, const BlitGeometry& geometry,
                 const BlitMask& mask, std::uint8_t foreground, std::uint8_t background);

// Calls combine(below, source pixels, count) for each visible row: both as 0xAARRGGBB.
using CombineRow = std::function<void(std::uint32_t*, const std::uint32_t*, int)>;
void blit_rows(DeviceContext& target, const BlitSource& source, const BlitGeometry& geometry,
               const CombineRow& combine);

// The source that a context is, and the transfer's geometry from logical coordinates.
BlitSource source_of(const DeviceContext& from, const DeviceContext& to);
BlitGeometry geometry_of(const DeviceContext& to, const RECT& target, const DeviceContext* from,
                         const RECT& source);
// {x, y, x + width, y + height}, however large.
RECT logical_rect(int x, int y, int width, int height);

}  // namespace transom::gdi
