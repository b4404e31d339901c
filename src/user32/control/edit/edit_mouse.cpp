// The mouse in an edit control: the caret, selecting, and scrolling while it selects.
#include <algorithm>

#include "user32/control/edit/edit.h"
#include "user32/control/edit/words.h"
#include "user32/default/input_handlers.h"
#include "user32/message/timers.h"

namespace transom::user {
namespace {

// While the button is down outside of the text.
constexpr UINT_PTR kScrollTimer = 1;
constexpr UINT kScrollPeriod = 100;

void follow(Edit& edit, POINT point) {
  edit.move_caret(edit.place_at(point), true);
}

void stop_tracking(Edit& edit) {
  if (!edit.tracking) return;
  edit.tracking = false;
  KillTimer(edit.handle, kScrollTimer);
  if (GetCapture() == edit.handle) ReleaseCapture();
}

// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondown
LRESULT on_left_button_down(Edit& edit, const ControlCall& call) {
  if (!edit.focused()) SetFocus(edit.handle);
  if (!edit.alive()) return 0;
  edit.tracking = true;
  SetCapture(edit.handle);
  if (!edit.alive()) return 0;
  if (edit.multiline) SetTimer(edit.handle, kScrollTimer, kScrollPeriod, nullptr);
  edit.move_caret(edit.place_at(point_of(call.lparam)), (call.wparam & MK_SHIFT) != 0);
  return 0;
}

LRESULT on_mouse_move(Edit& edit, const ControlCall& call) {
  if (edit.tracking) follow(edit, point_of(call.lparam));
  return 0;
}

LRESULT on_left_button_up(Edit& edit, const ControlCall&) {
  stop_tracking(edit);
  return 0;
}

LRESULT on_capture_changed(Edit& edit, const ControlCall&) {
  stop_tracking(edit);
  return 0;
}

// With the pointer at rest outside, the text goes on.
// https://learn.microsoft.com/windows/win32/winmsg/wm-timer
LRESULT on_timer(Edit& edit, const ControlCall& call) {
  if (call.wparam != kScrollTimer) return edit.default_action(call);
  POINT point{};
  GetCursorPos(&point);
  ScreenToClient(edit.handle, &point);
  if (edit.tracking && !PtInRect(&edit.format, point)) follow(edit, point);
  return 0;
}

// The word under the pointer; with Shift, all up to it.
// https://learn.microsoft.com/windows/win32/inputdev/wm-lbuttondblclk
LRESULT on_double_click(Edit& edit, const ControlCall& call) {
  const WordSpan word = word_at(edit, edit.place_at(point_of(call.lparam)).index);
  const bool extends = (call.wparam & MK_SHIFT) != 0;
  const std::size_t anchor = extends ? edit.selection.anchor : word.begin;
  edit.select({anchor, anchor > word.begin ? word.begin : word.end});
  edit.scroll_caret_into_view();
  return 0;
}

constexpr ControlEntry<Edit> kEntries[] = {
    {WM_LBUTTONDOWN, on_left_button_down}, {WM_MOUSEMOVE, on_mouse_move},
    {WM_LBUTTONUP, on_left_button_up},     {WM_CAPTURECHANGED, on_capture_changed},
    {WM_LBUTTONDBLCLK, on_double_click},   {WM_TIMER, on_timer},
};

}  // namespace

std::span<const ControlEntry<Edit>> edit_mouse_entries() {
  return kEntries;
}

}  // namespace transom::user
