// Compressed bitmaps may claim any size in few bytes, and making all of it takes its time: right,
// but not what is looked for.
#pragma once

#include "gdi32/dib.h"
#include "tests/fuzz/fuzz_target.h"

namespace transom::fuzz {

// A packed DIB that is not large, or none.
inline bool is_small_dib(Bytes packed, UINT usage = DIB_RGB_COLORS) {
  if (packed.size() < sizeof(BITMAPCOREHEADER)) return true;
  const auto parsed =
      gdi::parse_dib(reinterpret_cast<const BITMAPINFO*>(packed.data()), usage, packed.size());
  return !parsed || parsed->width * std::int64_t{parsed->height} < 1 << 16;
}

}  // namespace transom::fuzz
