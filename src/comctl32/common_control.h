// What the common controls have in common, over and above every control (user32/control/control.h):
// they tell their parent by WM_NOTIFY, in the text that it asked for, and know the CCM_ messages.
//
// Contract
//  - A control asks its parent for ANSI or Unicode when it is created, and when the parent tells it
//    to ask again (WM_NOTIFYFORMAT); CCM_SETUNICODEFORMAT overrules both.
//  - Every notification may destroy the control: afterwards ask alive().
//  - A control's table lists its own handlers after common_entries<State>(): the last of a message
//    counts.
// https://learn.microsoft.com/windows/win32/controls/common-controls-intro
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/common_controls.h"
#include "base/text.h"
#include "user32/control/control.h"
#include "user32/control/text_measure.h"
#include "user32/message/send.h"

namespace transom::comctl {

using user::ControlCall;
using user::ControlEntry;
using user::MeasuringDc;
using user::text_height;

class CommonControl : public user::Control {
 public:
  explicit CommonControl(user::Window& window) : Control(window) {}

  HWND parent() const override { return notified != nullptr ? notified : Control::parent(); }
  // WM_NOTIFY with this header, which the call fills in; the structure goes on behind it.
  LRESULT tell(NMHDR& header, UINT code);
  LRESULT tell(UINT code) {
    NMHDR header{};
    return tell(header, code);
  }
  // NM_CUSTOMDRAW; what the parent wants (CDRF_).
  LRESULT custom_draw(NMCUSTOMDRAW& draw, DWORD stage);

  // Asks the parent which text its notifications shall carry.
  LRESULT ask_format();

  bool unicode = true;      // of notifications
  int version = 5;          // CCM_SETVERSION
  HWND notified = nullptr;  // another window than the parent: TB_SETPARENT and its like
};

// The text of a parameter, empty for null.
std::u16string text_of(LPARAM text, bool ansi);
// Copies with a terminator, as much as fits; how many characters were copied. `text` null: none.
std::size_t copy_text(std::u16string_view text, LPARAM buffer, std::size_t capacity, bool ansi);
// The same without a limit, for messages that know none.
std::size_t copy_text(std::u16string_view text, LPARAM buffer, bool ansi);

// A string resource, empty where there is none.
std::u16string resource_text(HINSTANCE module, UINT id);

// The line of a window's font: SPI_GETNONCLIENTMETRICS has one for bars.
HFONT make_status_font();

inline int text_width(HDC dc, std::u16string_view text) {
  return user::text_size(dc, text).cx;
}

void fill_solid(HDC dc, const RECT& area, COLORREF color);

// Where a bar with a CCS_ style goes when the parent is sized: along an edge, or as it is.
// https://learn.microsoft.com/windows/win32/controls/common-control-styles
void align_bar(const CommonControl& control, int height);

template <class State>
LRESULT on_notify_format(State& control, const ControlCall& call) {
  if (call.lparam == NF_REQUERY) return control.ask_format();
  return control.unicode ? NFR_UNICODE : NFR_ANSI;
}

// https://learn.microsoft.com/windows/win32/controls/ccm-setunicodeformat
template <class State>
LRESULT on_set_unicode_format(State& control, const ControlCall& call) {
  return std::exchange(control.unicode, call.wparam != 0);
}
template <class State>
LRESULT on_get_unicode_format(State& control, const ControlCall&) {
  return control.unicode;
}

// https://learn.microsoft.com/windows/win32/controls/ccm-setversion
template <class State>
LRESULT on_set_version(State& control, const ControlCall& call) {
  constexpr int kNewest = 5;
  if (static_cast<int>(call.wparam) > kNewest) return -1;
  return std::exchange(control.version, static_cast<int>(call.wparam));
}
template <class State>
LRESULT on_get_version(State& control, const ControlCall&) {
  return control.version;
}

template <class State>
LRESULT on_nc_create(State& control, const ControlCall& call) {
  const LRESULT result = control.default_action(call);
  if (result != 0 && control.alive()) control.ask_format();
  return control.alive() ? result : 0;
}

template <class State>
std::span<const ControlEntry<State>> common_entries() {
  static constexpr ControlEntry<State> kEntries[] = {
      {WM_NCCREATE, on_nc_create<State>},
      {WM_NOTIFYFORMAT, on_notify_format<State>},
      {WM_SETFONT, user::on_set_font<State>},
      {WM_GETFONT, user::on_get_font<State>},
      {CCM_SETUNICODEFORMAT, on_set_unicode_format<State>},
      {CCM_GETUNICODEFORMAT, on_get_unicode_format<State>},
      {CCM_SETVERSION, on_set_version<State>},
      {CCM_GETVERSION, on_get_version<State>},
  };
  return kEntries;
}

}  // namespace transom::comctl
