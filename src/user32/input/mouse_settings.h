// What SystemParametersInfo and its like can change about the mouse. Any thread.
#pragma once

#include "base/relaxed.h"
#include "base/win32.h"

namespace transom::user {

struct MouseSettings {
  base::Relaxed<UINT> double_click_time = 500;  // milliseconds
  base::Relaxed<int> double_click_width = 4;    // SM_CXDOUBLECLK
  base::Relaxed<int> double_click_height = 4;
  base::Relaxed<int> drag_width = 4;  // SM_CXDRAG
  base::Relaxed<int> drag_height = 4;
  base::Relaxed<UINT> hover_time = 400;  // SPI_GETMOUSEHOVERTIME
  base::Relaxed<int> hover_width = 4;
  base::Relaxed<int> hover_height = 4;
  base::Relaxed<UINT> caret_blink_time = 530;  // INFINITE: does not blink
  base::Relaxed<bool> full_drag = true;        // SPI_GETDRAGFULLWINDOWS
};

inline MouseSettings mouse_settings;

}  // namespace transom::user
