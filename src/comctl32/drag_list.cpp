// Drag list boxes: list boxes whose items the user drags. The parent does what the drag means.
// https://learn.microsoft.com/windows/win32/controls/about-list-boxes (Drag List Boxes)
#include <memory>

#include "comctl32/common_control.h"
#include "comctl32/subclass.h"
#include "user32/default/input_handlers.h"

namespace transom::comctl {
namespace {

constexpr UINT_PTR kSubclass = 0x444C;
constexpr UINT_PTR kTimer = 0x444C;
constexpr UINT kPeriod = 200;  // of DL_DRAGGING while the mouse rests, and of scrolling

struct DragList {
  bool dragging = false;
};

UINT drag_message() {
  static const UINT message = RegisterWindowMessageW(L"commctrl_DragListMsg");
  return message;
}

LRESULT tell(HWND list, UINT code) {
  DRAGLISTINFO about{code, list, {}};
  GetCursorPos(&about.ptCursor);
  const auto id = static_cast<WPARAM>(GetDlgCtrlID(list));
  return user::send_message(GetParent(list), drag_message(), id, reinterpret_cast<LPARAM>(&about));
}

// DL_BEGINDRAG: TRUE lets it begin.
void begin(HWND list, DragList& state) {
  if (tell(list, DL_BEGINDRAG) == 0 || !user::is_window(list)) return;
  state.dragging = true;
  SetCapture(list);
  SetTimer(list, kTimer, kPeriod, nullptr);
}

// Any other answer leaves the cursor as it is.
void set_cursor(LRESULT answer) {
  constexpr int kStop = 32648;  // IDC_NO
  constexpr int kArrow = 32512;
  if (answer == DL_STOPCURSOR) SetCursor(LoadCursorW(nullptr, MAKEINTRESOURCEW(kStop)));
  if (answer == DL_COPYCURSOR || answer == DL_MOVECURSOR) {
    SetCursor(LoadCursorW(nullptr, MAKEINTRESOURCEW(kArrow)));
  }
}

void end(HWND list, DragList& state, UINT code) {
  state.dragging = false;
  KillTimer(list, kTimer);
  if (GetCapture() == list) ReleaseCapture();
  if (user::is_window(list)) tell(list, code);
}

// True: the drag has used the message.
bool on_drag_message(HWND list, DragList& state, UINT message, WPARAM wparam) {
  switch (message) {
    case WM_MOUSEMOVE:
      set_cursor(tell(list, DL_DRAGGING));
      return true;
    case WM_TIMER:
      if (wparam == kTimer) set_cursor(tell(list, DL_DRAGGING));
      return wparam == kTimer;
    case WM_LBUTTONUP:
      end(list, state, DL_DROPPED);
      return true;
    case WM_RBUTTONDOWN:
    case WM_CAPTURECHANGED:
      end(list, state, DL_CANCELDRAG);
      return message == WM_RBUTTONDOWN;
    case WM_KEYDOWN:
      if (wparam == VK_ESCAPE) end(list, state, DL_CANCELDRAG);
      return wparam == VK_ESCAPE;
    default:
      return false;
  }
}

LRESULT CALLBACK list_procedure(HWND list, UINT message, WPARAM wparam, LPARAM lparam, UINT_PTR,
                                DWORD_PTR data) {
  auto* state = reinterpret_cast<DragList*>(data);
  if (message == WM_NCDESTROY) {
    RemoveWindowSubclass(list, list_procedure, kSubclass);
    delete state;
    return DefSubclassProc(list, message, wparam, lparam);
  }
  if (state->dragging && on_drag_message(list, *state, message, wparam)) return 0;
  if (message != WM_LBUTTONDOWN) return DefSubclassProc(list, message, wparam, lparam);
  // The list box selects the item, and would then wait for the button itself.
  SetFocus(list);
  if (!user::is_window(list)) return 0;
  const POINT point = user::point_of(lparam);
  POINT on_screen = point;
  ClientToScreen(list, &on_screen);
  const int item = LBItemFromPt(list, on_screen, FALSE);
  if (item < 0) return 0;
  user::send_message(list, LB_SETCURSEL, static_cast<WPARAM>(item), 0);
  const WPARAM about = MAKEWPARAM(GetDlgCtrlID(list), LBN_SELCHANGE);
  const bool notifies = (GetWindowLongPtrW(list, GWL_STYLE) & LBS_NOTIFY) != 0;
  if (notifies) {
    user::send_message(GetParent(list), WM_COMMAND, about, reinterpret_cast<LPARAM>(list));
  }
  if (user::is_window(list) && DragDetect(list, on_screen) && user::is_window(list)) {
    begin(list, *state);
  }
  return 0;
}

// Not more often than that, however often the program asks.
void scroll_now_and_then(HWND list, bool down) {
  static thread_local DWORD scrolled_at = 0;
  if (GetTickCount() - scrolled_at < kPeriod) return;
  scrolled_at = GetTickCount();
  const LRESULT top = user::send_message(list, LB_GETTOPINDEX, 0, 0);
  const LRESULT now = down ? top + 1 : top - 1;
  if (now >= 0) user::send_message(list, LB_SETTOPINDEX, static_cast<WPARAM>(now), 0);
}

}  // namespace
}  // namespace transom::comctl

using namespace transom;
using namespace transom::comctl;

// Makes a list box one whose items are dragged: its parent gets the registered message
// DRAGLISTMSGSTRING with DRAGLISTINFO. FALSE: no such window.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-makedraglist
WINBOOL WINAPI MakeDragList(HWND list) {
  DWORD_PTR known = 0;
  if (!user::is_window(list)) return FALSE;
  if (GetWindowSubclass(list, list_procedure, kSubclass, &known)) return TRUE;
  auto state = std::make_unique<DragList>();
  const auto data = reinterpret_cast<DWORD_PTR>(state.get());
  if (!SetWindowSubclass(list, list_procedure, kSubclass, data)) return FALSE;
  state.release();
  return TRUE;
}

// The item at a point of the screen, or -1; above and below the list scrolls where it may.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-lbitemfrompt
int WINAPI LBItemFromPt(HWND list, POINT point, WINBOOL scrolls) {
  if (!user::is_window(list)) return -1;
  ScreenToClient(list, &point);
  RECT area{};
  GetClientRect(list, &area);
  if (PtInRect(&area, point)) {
    const LRESULT count = user::send_message(list, LB_GETCOUNT, 0, 0);
    for (LRESULT item = user::send_message(list, LB_GETTOPINDEX, 0, 0); item < count; ++item) {
      RECT place{};
      user::send_message(list, LB_GETITEMRECT, static_cast<WPARAM>(item),
                         reinterpret_cast<LPARAM>(&place));
      if (PtInRect(&place, point)) return static_cast<int>(item);
      if (place.top >= area.bottom) break;
    }
    return -1;
  }
  const bool beside = point.x < area.left || point.x >= area.right;
  if (scrolls && !beside) scroll_now_and_then(list, point.y >= area.bottom);
  return -1;
}

// An arrow in the parent, left of the list, at the item before which something would be dropped; -1
// takes it away.
// https://learn.microsoft.com/windows/win32/api/commctrl/nf-commctrl-drawinsert
void WINAPI DrawInsert(HWND parent, HWND list, int item) {
  constexpr int kArrow = 8;
  static thread_local RECT shown{};
  if (!IsRectEmpty(&shown)) {
    InvalidateRect(parent, &shown, TRUE);
    UpdateWindow(parent);
    shown = {};
  }
  if (item < 0 || !user::is_window(list)) return;
  RECT place{};
  if (user::send_message(list, LB_GETITEMRECT, static_cast<WPARAM>(item),
                         reinterpret_cast<LPARAM>(&place)) == LB_ERR) {
    return;
  }
  MapWindowPoints(list, parent, reinterpret_cast<POINT*>(&place), 2);
  const LONG right = place.left - 2;
  shown = {right - kArrow, place.top - kArrow / 2, right, place.top + kArrow / 2};
  const HDC dc = GetDC(parent);
  for (LONG step = 0; step < kArrow / 2; ++step) {
    const LONG left = shown.left + 2 * step;
    fill_solid(dc, {left, shown.top + step + 1, left + 2, shown.bottom - step}, RGB(0, 0, 0));
  }
  ReleaseDC(parent, dc);
}
