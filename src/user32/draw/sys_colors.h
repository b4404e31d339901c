// The system colours.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsyscolor
#pragma once

#include <span>

#include "base/win32.h"

namespace transom::user {

inline constexpr int kSystemColors = COLOR_MENUBAR + 1;

// Black for indexes that there are not. Any thread.
COLORREF system_color(int index);
// Changes colours; WM_SYSCOLORCHANGE is whoever calls to send. False: an index that there is not.
bool set_system_colors(std::span<const int> indexes, std::span<const COLORREF> colors);
// A brush that nobody can delete; it follows the colour. Null for bad indexes.
HBRUSH system_color_brush(int index);
// The checked pattern of 50 percent that scroll bar shafts and moving frames are drawn with.
HBRUSH half_tone_brush();

}  // namespace transom::user
