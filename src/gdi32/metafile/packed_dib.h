// Pixels as device-independent bitmaps, to be put into metafiles.
#pragma once

#include <cstdint>
#include <vector>

#include "gdi32/dib.h"
#include "gdi32/ink.h"

namespace transom::gdi {

struct PackedDib {
  std::vector<std::uint8_t> info;  // BITMAPINFO with its colours
  std::vector<std::uint8_t> bits;  // rows from the bottom up
};

// A part of a surface, which lies within it. Of a monochrome bitmap the colours say what 0 and 1
// are; pixels of 32 bits keep their top byte.
PackedDib pack_dib(const Surface& surface, const RECT& part, const ConversionColors& colors);

// What a program gave, as far as it counts: the header with its colour table, and the bits. With
// DIB_PAL_COLORS the table has indexes still.
PackedDib pack_dib(const BITMAPINFO* info, const DibInfo& dib, const void* bits, int lines);

}  // namespace transom::gdi
