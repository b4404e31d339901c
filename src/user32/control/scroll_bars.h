// The state of a window's standard scroll bars (WS_HSCROLL, WS_VSCROLL). The owning thread's alone.
// https://learn.microsoft.com/windows/win32/controls/about-scroll-bars
#pragma once

#include "base/win32.h"

namespace transom::user {

struct ScrollBarState {
  int minimum = 0;
  int maximum = 100;
  UINT page = 0;
  int position = 0;
  int track_position = 0;
  UINT disabled = ESB_ENABLE_BOTH;  // ESB_DISABLE_ bits
};

struct ScrollBars {
  ScrollBarState horizontal;
  ScrollBarState vertical;
};

}  // namespace transom::user
