// The tool tip: a small window with text about the tool that the pointer rests on.
//
// Contract
//  - A tool is a window (TTF_IDISHWND) or an area of one. Mouse messages come by TTM_RELAYEVENT, or
//    by a subclass of the tool's window (TTF_SUBCLASS) that lasts as long as one of its tools.
//  - Waiting, showing and going are WM_TIMERs of the tip's window, so that a program's loop, and
//  the
//    virtual clock, have them in order. A shown tip looks now and then whether the pointer is still
//    on its tool.
//  - The tool's owner, not the tip's, gets the notifications. Each may remove tools or destroy the
//    tip: tools are found again afterwards by their identity.
// https://learn.microsoft.com/windows/win32/controls/tooltip-controls
#pragma once

#include <memory>
#include <vector>

#include "comctl32/common_control.h"

namespace transom::comctl {

struct Tool {
  UINT flags = 0;  // TTF_
  HWND owner = nullptr;
  UINT_PTR id = 0;  // the tool's window where TTF_IDISHWND says so
  RECT area{};
  HINSTANCE module = nullptr;
  LPARAM data = 0;
  bool asks_for_text = false;  // LPSTR_TEXTCALLBACK
  WORD string_resource = 0;
  std::u16string text;
  bool unicode = true;  // of the owner's notifications

  bool is_window() const { return (flags & TTF_IDISHWND) != 0; }
  HWND window() const { return is_window() ? reinterpret_cast<HWND>(id) : owner; }
  bool tracks() const { return (flags & TTF_TRACK) != 0; }
};

// What a tip shows, and where in its client area.
struct TipLayout {
  std::u16string text;
  RECT title{};
  RECT body{};
  POINT icon{};
  SIZE client{};
  UINT format = 0;  // DT_
};

class ToolTip : public CommonControl {
 public:
  explicit ToolTip(user::Window& window) : CommonControl(window) {}
  ~ToolTip() override;

  bool balloon() const { return has_style(TTS_BALLOON); }
  Tool* find(HWND owner, UINT_PTR id);
  Tool* tool_under(HWND at, POINT client);

  // --- tools.cpp
  void watch(const Tool& tool);    // TTF_SUBCLASS
  void unwatch(const Tool& tool);  // unless another tool needs it
  std::u16string ask_text(Tool& tool);
  LRESULT tell_tool(const Tool& tool, NMHDR& header, UINT code);

  // --- showing.cpp
  void relay(const MSG& message);
  void hear_of_pointer(Tool* under, POINT screen);
  void wait_for(Tool* tool, UINT delay);
  void show(Tool& tool);
  void hide();
  void finish();  // not again for this tool before the pointer leaves
  // Hidden where it was shown for that tool, and no longer waiting for it.
  void forget(const Tool& tool);
  void show_again();  // its text or looks have changed

  // --- layout.cpp
  TipLayout lay_out(std::u16string text) const;
  SIZE outer_size(const TipLayout& layout) const;
  void place(const Tool& tool);
  void draw(HDC dc);

  enum class Phase {
    kIdle,
    kWaiting,  // the pointer has come to rest on a tool
    kShown,
    kDone,  // clicked away, timed out or without text: not again before the pointer leaves
  };

  std::vector<std::unique_ptr<Tool>> tools;
  Tool* current = nullptr;
  Phase phase = Phase::kIdle;
  UINT delay = 0;  // of the wait under way
  POINT last{-1, -1};
  bool active = true;
  bool tracking = false;
  POINT track_position{};
  TipLayout layout;
  bool stem_below = false;  // of a balloon

  int initial_delay = -1, reshow_delay = -1, autopop_delay = -1;  // -1: by the double-click time
  int maximum_width = -1;
  RECT margin{};
  COLORREF background = CLR_DEFAULT, foreground = CLR_DEFAULT;
  std::u16string title;
  HICON icon = nullptr;
  bool owns_icon = false;
  HFONT own_font = nullptr;
  HFONT title_font = nullptr;
};

std::span<const ControlEntry<ToolTip>> tool_tip_tool_entries();
std::span<const ControlEntry<ToolTip>> tool_tip_showing_entries();
std::span<const ControlEntry<ToolTip>> tool_tip_setting_entries();

}  // namespace transom::comctl
