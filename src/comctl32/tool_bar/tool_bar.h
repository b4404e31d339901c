// The tool bar: buttons with pictures and text that send commands.
//
// Contract
//  - Buttons lie in rows from the left; their places are worked out when they change (layout.cpp),
//    not when they are drawn.
//  - Pictures come from image lists: the program's (TB_SETIMAGELIST), or one that the bar makes of
//    the bitmaps that are added to it (TB_ADDBITMAP) and that ends with it.
//  - Pressing follows the mouse with the capture; the command goes out when the button is released
//    over the same one.
// https://learn.microsoft.com/windows/win32/controls/toolbar-controls-overview
#pragma once

#include <vector>

#include "comctl32/common_control.h"
#include "comctl32/tool_tip/tip_client.h"

namespace transom::comctl {

struct ToolButton {
  int image = 0;
  int command = 0;
  BYTE state = 0;  // TBSTATE_
  BYTE style = 0;  // BTNS_
  DWORD_PTR data = 0;
  INT_PTR string = -1;  // an index of the bar's strings; -1: its own text
  std::u16string text;
  int width = 0;  // TBIF_SIZE; 0: as the others
  RECT place{};

  bool is(BYTE bits) const { return (style & bits) != 0; }
  bool separator() const { return is(BTNS_SEP); }
  bool hidden() const { return (state & TBSTATE_HIDDEN) != 0; }
  bool enabled() const { return (state & TBSTATE_ENABLED) != 0; }
};

inline constexpr int kArrowWidth = 15;  // of a drop-down button

class ToolBar : public CommonControl {
 public:
  explicit ToolBar(user::Window& window) : CommonControl(window) {}
  ~ToolBar() override;

  bool flat() const { return has_style(TBSTYLE_FLAT); }
  bool list() const { return has_style(TBSTYLE_LIST); }
  bool has(int index) const {
    return index >= 0 && static_cast<std::size_t>(index) < buttons.size();
  }
  ToolButton& at(int index) { return buttons[static_cast<std::size_t>(index)]; }
  const ToolButton& at(int index) const { return buttons[static_cast<std::size_t>(index)]; }
  // By its command identifier; -1.
  int index_of(int command) const;
  std::u16string text_of_button(const ToolButton& button) const;
  // Whether the button's text is drawn, not only kept for a tool tip.
  bool shows_text(const ToolButton& button) const;
  bool has_arrow(const ToolButton& button) const;

  // --- layout.cpp
  void lay_out();  // may end the bar: tips are told
  void place_buttons();
  int bar_height() const;
  void changed();  // buttons or what they look like: their places, and all is drawn anew
  void autosize();
  int hit(POINT point) const;  // -1: none
  SIZE picture_size() const;

  // --- paint.cpp
  void draw(HDC dc);
  void redraw(int index);

  // --- tool_bar_tips.cpp
  void update_tips();  // the buttons' places have changed

  // --- tool_bar_mouse.cpp
  void set_hot(int index, DWORD why);

  std::vector<ToolButton> buttons;
  std::vector<std::u16string> strings;
  SIZE bitmap_size{16, 15};
  SIZE button_size{23, 22};
  bool size_given = false;
  SIZE padding{7, 6};
  int indent = 0;
  int rows = 1;
  int minimum_width = 0;
  int maximum_width = 0;
  DWORD extended_style = 0;
  HIMAGELIST own_images = nullptr;
  HIMAGELIST images = nullptr;
  HIMAGELIST hot_images = nullptr;
  HIMAGELIST disabled_images = nullptr;
  TipClient tips;
  std::u16string tip_text;  // what the tip was told last, while it copies it
  std::string ansi_tip_text;
  HFONT own_font = nullptr;

  int pressed = -1;  // the mouse went down on it
  bool pressed_inside = false;
  int hot = -1;
  bool anchored = false;
};

std::span<const ControlEntry<ToolBar>> tool_bar_button_entries();
std::span<const ControlEntry<ToolBar>> tool_bar_setting_entries();
std::span<const ControlEntry<ToolBar>> tool_bar_mouse_entries();
std::span<const ControlEntry<ToolBar>> tool_bar_tip_entries();

// The pictures of IDB_STD_SMALL_COLOR and its company; null for other identifiers. The caller
// deletes it.
HBITMAP make_standard_bitmap(UINT_PTR identifier);
// How large one of them is.
SIZE standard_size(UINT_PTR identifier);

}  // namespace transom::comctl
