// Arc, Chord and Pie: a part of an ellipse between two radials.
#pragma once

#include "gdi32/device_context.h"

namespace transom::gdi {

enum class ArcShape { kOpen, kChord, kPie };

// In device coordinates. `bounds` and the radials' ends are logical, as Arc takes them.
Path arc_path(const DeviceContext& dc, const RECT& bounds, POINT start, POINT end, ArcShape shape);

}  // namespace transom::gdi
