// Pixels as device-independent bitmaps, to be put into metafiles and found there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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

// A bitmap in a record, within which header and bits lie; the bits are as many as the header says.
struct StoredDib {
  const BITMAPINFO* info = nullptr;
  const std::uint8_t* bits = nullptr;
  DibInfo parsed;

  // A bottom-up DIB is measured from its lower left corner, a record's source from the upper left.
  // The way there is the way back.
  int from_below(int y, int height) const { return parsed.top_of(y, height); }
};
// `bits` are elsewhere in the record, or follow the header. `lines`: there are so many rows, 0:
// all.
std::optional<StoredDib> stored_dib(std::span<const std::uint8_t> header,
                                    std::optional<std::span<const std::uint8_t>> bits, UINT usage,
                                    UINT lines);

}  // namespace transom::gdi
