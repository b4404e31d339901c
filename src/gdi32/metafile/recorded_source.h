// The source of a recorded transfer, as far as the metafile has to keep it.
#pragma once

#include "gdi32/recorder.h"

namespace transom::gdi {

struct SourcePart {
  RECT part{};         // on the source's surface, cut to what there is
  POINT offset{0, 0};  // of the corner that was asked for, from the part's
  SIZE size{0, 0};     // as it was asked for, in pixels
  bool empty() const { return part.left >= part.right || part.top >= part.bottom; }
};

// Empty where the source has no pixels.
SourcePart source_part(const RecordedBlit& blit);

}  // namespace transom::gdi
