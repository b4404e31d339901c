// Device-independent bitmaps in one block: header, colours, bits. The first byte says what the
// colours are.
#include "gdi32/dib.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/small_bitmap.h"

TRANSOM_FUZZ(bitmaps) {
  if (bytes.empty()) return;
  const UINT usage = bytes[0] == 'p' ? DIB_PAL_COLORS : DIB_RGB_COLORS;
  const auto packed = bytes.subspan(1);
  if (!transom::fuzz::is_small_dib(packed, usage)) return;
  const auto surface = transom::gdi::surface_of_packed_dib(packed.data(), packed.size(), usage);
  if (surface == nullptr) return;
  volatile std::uint32_t sum = 0;
  for (int y = 0; y < surface->height(); ++y) {
    for (int x = 0; x < surface->width(); ++x) sum = sum + surface->pixel(x, y);
  }
}
