// What SystemParametersInfo gets and sets: settings of the user's, process-wide.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
#pragma once

#include "base/relaxed.h"
#include "base/win32.h"

namespace transom::user {

// Any thread reads and writes. Times in milliseconds, sizes in pixels.
struct SystemParameters {
  base::Relaxed<int> swap_buttons = 0;
  base::Relaxed<int> double_click_time = 500;
  base::Relaxed<int> double_click_width = 4;
  base::Relaxed<int> double_click_height = 4;
  base::Relaxed<int> drag_distance = 4;
  base::Relaxed<int> icon_spacing_x = 75;
  base::Relaxed<int> icon_spacing_y = 75;
  base::Relaxed<int> menu_drop_alignment = 0;
  base::Relaxed<int> show_sounds = 0;
};

SystemParameters& system_parameters();

}  // namespace transom::user
