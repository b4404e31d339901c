#include "gdi32/metafile/recorded_source.h"

#include <algorithm>

namespace transom::gdi {

SourcePart source_part(const RecordedBlit& blit) {
  const DeviceContext& source = *blit.source;
  SourcePart result;
  if (source.surface() == nullptr) return result;
  const POINT a = source.to_surface(blit.from);
  const POINT b =
      source.to_surface(POINT{blit.from.x + blit.from_size.cx, blit.from.y + blit.from_size.cy});
  const RECT bounds = source.surface()->bounds();
  result.part = {std::clamp(std::min(a.x, b.x), bounds.left, bounds.right),
                 std::clamp(std::min(a.y, b.y), bounds.top, bounds.bottom),
                 std::clamp(std::max(a.x, b.x), bounds.left, bounds.right),
                 std::clamp(std::max(a.y, b.y), bounds.top, bounds.bottom)};
  result.offset = {a.x - result.part.left, a.y - result.part.top};
  result.size = {b.x - a.x, b.y - a.y};
  return result;
}

}  // namespace transom::gdi
