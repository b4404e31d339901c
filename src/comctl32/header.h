// The header's state; list views have one above their columns.
// https://learn.microsoft.com/windows/win32/controls/header-controls
#pragma once

#include <vector>

#include "comctl32/common_control.h"

namespace transom::comctl {

struct HeaderItem {
  std::u16string text;
  int width = 0;
  int format = HDF_LEFT;
  int image = 0;
  LPARAM data = 0;
};

struct HeaderHit {
  int index = -1;
  bool on_divider = false;
};

class Header : public CommonControl {
 public:
  explicit Header(user::Window& window) : CommonControl(window) {}

  bool has(int index) const { return index >= 0 && static_cast<std::size_t>(index) < items.size(); }
  RECT place_of(int index) const;
  int total_width() const;
  HeaderHit hit(POINT point) const;
  void redraw(int index);
  // An HDN_ notification about an item; `width` -1: as it is.
  LRESULT tell_item(UINT code, int index, UINT mask, int width = -1);
  // With the notifications around a change.
  void set_width(int index, int width);

  std::vector<HeaderItem> items;
  HIMAGELIST images = nullptr;
  int pressed = -1;
  bool pressed_inside = false;
  int tracked = -1;  // whose divider is dragged
  int tracked_width = 0;
  int grip = 0;
};

}  // namespace transom::comctl
