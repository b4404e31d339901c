// The end of a recording context.
#pragma once

#include <string>

#include "gdi32/device_context.h"

namespace transom::gdi {

// Lets the recorder and all that is selected go, and the handle with it. Answers the file that the
// metafile is for; empty: none.
std::u16string end_recording(DeviceContext& dc);

}  // namespace transom::gdi
