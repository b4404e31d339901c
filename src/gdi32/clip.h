// The user's clip region of a device context, in device coordinates.
#pragma once

#include "gdi32/device_context.h"

namespace transom::gdi {

// The clip region; where there is none, the device's bounds become it.
Region& ensure_clip(DeviceContext& dc);
// Combines by an RGN_ mode and answers the complexity of what can now be drawn in, or ERROR.
int select_clip(DeviceContext& dc, const Region& region, int mode);
int visible_complexity(DeviceContext& dc);

}  // namespace transom::gdi
