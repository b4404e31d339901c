// The standard parts of controls: DrawFrameControl's pictures.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawframecontrol
#pragma once

#include "user32/nonclient/canvas.h"

namespace transom::user {

// `type`: DFC_; `state`: DFCS_ bits. With DFCS_ADJUSTRECT a push button's `rect` becomes its
// inside. False: no such part.
bool draw_frame_control(Canvas& canvas, RECT& rect, UINT type, UINT state);

}  // namespace transom::user
