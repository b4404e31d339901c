// SWP_ bits that Windows uses and does not document: programs see them in WM_WINDOWPOSCHANGED.
#pragma once

#include "base/win32.h"

namespace transom::user {

inline constexpr UINT kNoClientSize = 0x0800;  // the client area keeps its size: no WM_SIZE
inline constexpr UINT kNoClientMove = 0x1000;  // and its place: no WM_MOVE
inline constexpr UINT kStateChanged = 0x8000;  // minimized, maximized or restored

}  // namespace transom::user
