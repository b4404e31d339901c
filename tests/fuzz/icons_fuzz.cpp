// The images of icons and cursors: DIBs with their masks, PNGs. The first byte says which of the
// two.
#include "tests/fuzz/fuzz_target.h"
#include "user32/icon/icon.h"

TRANSOM_FUZZ(icons) {
  if (bytes.empty()) return;
  const bool is_cursor = bytes[0] == 'c';
  const auto icon = transom::user::decode_icon(bytes.subspan(1), is_cursor);
  if (!icon) return;
  const std::size_t pixels =
      static_cast<std::size_t>(icon->width) * static_cast<std::size_t>(icon->height);
  if (pixels == 0 || icon->pixels.size() != pixels) __builtin_trap();
  if (!icon->inverting.empty() && icon->inverting.size() != pixels) __builtin_trap();
}
