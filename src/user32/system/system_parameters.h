// What SystemParametersInfo gets and sets: settings of the user's, process-wide. Those of the mouse
// lie in input/mouse_settings.h.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
#pragma once

#include "base/relaxed.h"
#include "base/win32.h"

namespace transom::user {

// Any thread reads and writes. Times in milliseconds, sizes in pixels.
struct SystemParameters {
  base::Relaxed<int> swap_buttons = 0;
  base::Relaxed<int> icon_spacing_x = 75;
  base::Relaxed<int> icon_spacing_y = 75;
  base::Relaxed<int> icon_title_wrap = 1;
  base::Relaxed<int> menu_drop_alignment = 0;
  base::Relaxed<int> menu_show_delay = 400;
  base::Relaxed<int> menu_fade = 0;
  base::Relaxed<int> show_sounds = 0;
  base::Relaxed<int> beep = 1;
  base::Relaxed<int> border = 1;
  base::Relaxed<int> keyboard_delay = 1;   // 0 (about 250 ms) to 3 (about 1 s)
  base::Relaxed<int> keyboard_speed = 31;  // 0 (about 2.5 a second) to 31 (about 30)
  base::Relaxed<int> keyboard_cues = 0;    // menus underline their letters always
  base::Relaxed<int> keyboard_preference = 0;
  base::Relaxed<int> screen_reader = 0;
  base::Relaxed<int> wheel_lines = 3;
  base::Relaxed<int> wheel_characters = 3;
  base::Relaxed<int> caret_width = 1;
  base::Relaxed<int> snap_to_default_button = 0;
  base::Relaxed<int> block_send_input_resets = 1;
  base::Relaxed<int> foreground_lock_timeout = 200000;
  base::Relaxed<int> foreground_flash_count = 7;
  base::Relaxed<int> active_window_tracking = 0;
  base::Relaxed<int> screen_saver_active = 0;
  base::Relaxed<int> screen_saver_timeout = 0;  // seconds
  base::Relaxed<int> font_smoothing = 1;
  base::Relaxed<int> font_smoothing_type = FE_FONTSMOOTHINGCLEARTYPE;
  base::Relaxed<int> font_smoothing_contrast = 1400;
  base::Relaxed<int> focus_border_width = 1;
  base::Relaxed<int> focus_border_height = 1;
  base::Relaxed<int> gradient_captions = 1;
  base::Relaxed<int> hot_tracking = 0;
  base::Relaxed<int> flat_menu = 0;
  base::Relaxed<int> drop_shadow = 0;
  base::Relaxed<int> ui_effects = 0;
  base::Relaxed<int> client_area_animation = 0;
  base::Relaxed<int> combo_box_animation = 0;
  base::Relaxed<int> list_box_smooth_scrolling = 0;
  base::Relaxed<int> menu_animation = 0;
  base::Relaxed<int> selection_fade = 0;
  base::Relaxed<int> tool_tip_animation = 0;
  base::Relaxed<int> minimize_animation = 0;
  base::Relaxed<int> message_duration = 5;  // seconds
};

SystemParameters& system_parameters();

// The fonts of captions, menus, the status bar and message boxes, and the sizes of frames.
NONCLIENTMETRICSW non_client_metrics();
LOGFONTW icon_title_font();

}  // namespace transom::user
