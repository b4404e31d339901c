// GetScrollBarInfo: where the parts of a scroll bar are and what can be done with them.
#include "base/last_error.h"
#include "user32/control/scroll_bar_place.h"
#include "user32/window/on_owner.h"

namespace transom::user {
namespace {

// As STATE_SYSTEM_ bits of rgstate.
enum StatePart { kWhole, kFirstArrow, kPageBefore, kThumb, kPageAfter, kLastArrow };

DWORD state_of_whole(const ScrollBarPlace& place) {
  const bool standard = place.bar != SB_CTL;
  const bool empty = place.area.right <= place.area.left || place.area.bottom <= place.area.top;
  DWORD state = 0;
  if (standard && (place.window->style & scroll_bar_style(place.bar)) == 0) {
    state |= STATE_SYSTEM_INVISIBLE;
  } else if (standard && empty) {
    state |= STATE_SYSTEM_OFFSCREEN;
  }
  if (!place.state->scrolls() || place.state->disabled == ESB_DISABLE_BOTH) {
    state |= STATE_SYSTEM_UNAVAILABLE;
  }
  return state;
}

DWORD state_when(bool unavailable, bool invisible, bool pressed) {
  return (unavailable ? STATE_SYSTEM_UNAVAILABLE : 0u) | (invisible ? STATE_SYSTEM_INVISIBLE : 0u) |
         (pressed ? STATE_SYSTEM_PRESSED : 0u);
}

void describe_parts(const ScrollBarState& state, const ScrollBarGeometry& geometry,
                    SCROLLBARINFO& info) {
  const auto pressed = [&](ScrollBarPart part) { return state.pressed == part; };
  const bool no_before = geometry.thumb_begin == geometry.arrow;
  const bool no_after = geometry.thumb_end == geometry.length - geometry.arrow;
  const bool no_thumb = geometry.thumb_begin == geometry.thumb_end;
  info.rgstate[kFirstArrow] =
      state_when((state.disabled & ESB_DISABLE_UP) != 0, false, pressed(ScrollBarPart::kLineUp));
  info.rgstate[kPageBefore] =
      state_when(false, no_before || no_thumb, pressed(ScrollBarPart::kPageUp));
  info.rgstate[kThumb] = state_when(false, no_thumb, pressed(ScrollBarPart::kThumb));
  info.rgstate[kPageAfter] =
      state_when(false, no_after || no_thumb, pressed(ScrollBarPart::kPageDown));
  info.rgstate[kLastArrow] = state_when((state.disabled & ESB_DISABLE_DOWN) != 0, false,
                                        pressed(ScrollBarPart::kLineDown));
}

}  // namespace

void describe_scroll_bar(const ScrollBarPlace& place, SCROLLBARINFO& info) {
  const ScrollBarGeometry geometry = place.geometry();
  info.rcScrollBar = place.area;
  info.dxyLineButton = geometry.thumb_end - geometry.thumb_begin;
  info.xyThumbTop = geometry.thumb_begin;
  info.xyThumbBottom = geometry.thumb_end;
  info.reserved = 0;
  info.rgstate[kWhole] = state_of_whole(place);
  describe_parts(*place.state, geometry, info);
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// OBJID_CLIENT asks a control, by message; OBJID_HSCROLL and OBJID_VSCROLL are standard bars, which
// are described as invisible where the window has none. Last errors: ERROR_INVALID_WINDOW_HANDLE,
// ERROR_INVALID_PARAMETER (object, null, cbSize).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getscrollbarinfo
WINBOOL WINAPI GetScrollBarInfo(HWND handle, LONG object, PSCROLLBARINFO info) {
  if (info == nullptr || info->cbSize != sizeof *info) return base::fail(ERROR_INVALID_PARAMETER);
  if (object == OBJID_CLIENT) {
    if (!is_window(handle)) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
    return send_message(handle, SBM_GETSCROLLBARINFO, 0, reinterpret_cast<LPARAM>(info)) != 0;
  }
  if (object != OBJID_HSCROLL && object != OBJID_VSCROLL) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  return on_owner(handle, [&](Window& window) {
           const int bar = object == OBJID_VSCROLL ? SB_VERT : SB_HORZ;
           ScrollBarState fresh;
           ScrollBarPlace place = find_scroll_bar(window, bar);
           if (!place) place = {&window, bar, &fresh, bar == SB_VERT, {}};
           describe_scroll_bar(place, *info);
           return true;
         }) != 0;
}
