// What GetDeviceCaps answers of the screen. user32 tells the size once it knows the monitors.
#pragma once

#include "base/win32.h"

namespace transom::gdi {

struct DisplayCaps {
  int width = 1024;
  int height = 768;
  int dots_per_inch = 96;
  int bits_per_pixel = 32;
  int refresh_rate = 60;
};

void set_display_caps(const DisplayCaps& caps);
DisplayCaps display_caps();

// Asked for the caps when nobody set them: keeps gdi32 from having to know displays. Null: none.
void set_display_caps_source(DisplayCaps (*source)());

}  // namespace transom::gdi
