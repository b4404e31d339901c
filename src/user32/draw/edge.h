// Three-dimensional edges: DrawEdge's rules, for everything that user32 draws itself.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-drawedge
#pragma once

#include "user32/nonclient/canvas.h"

namespace transom::user {

// `edge`: BDR_ and EDGE_ bits; `flags`: BF_ bits. With BF_ADJUST `rect` becomes the inside. False:
// a ring that is to be raised and sunken at once, of which nothing is drawn.
bool draw_edge(Canvas& canvas, RECT& rect, UINT edge, UINT flags);

}  // namespace transom::user
