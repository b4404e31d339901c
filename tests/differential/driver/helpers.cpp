#include "helpers.h"

#include <algorithm>

#include "../../scenarios/kit/decode.h"
#include "../../scenarios/kit/scenario.h"

namespace differential {

BOOL set_placement(HWND window, UINT show, int left, int top, int right, int bottom) {
  WINDOWPLACEMENT placement{};
  placement.length = sizeof placement;
  placement.showCmd = show;
  placement.ptMinPosition = {-1, -1};
  placement.ptMaxPosition = {-1, -1};
  placement.rcNormalPosition = {left, top, right, bottom};
  return SetWindowPlacement(window, &placement);
}

void note_placement(HWND window) {
  WINDOWPLACEMENT placement{};
  placement.length = sizeof placement;
  if (!GetWindowPlacement(window, &placement)) return scenario::note("no placement");
  scenario::note("show %u, normal %s%s", placement.showCmd,
                 scenario::rect_text(placement.rcNormalPosition).c_str(),
                 placement.flags & WPF_RESTORETOMAXIMIZED ? ", restored to maximized" : "");
}

BOOL give_menu(HWND window) {
  const HMENU menu = CreateMenu();
  AppendMenuW(menu, MF_STRING, 100, L"First");
  AppendMenuW(menu, MF_STRING, 101, L"Second");
  return SetMenu(window, menu);
}

BOOL take_menu(HWND window) {
  return SetMenu(window, nullptr);
}

BOOL move_together(HWND first, HWND second, int x, int y, UINT flags) {
  HDWP positions = BeginDeferWindowPos(2);
  for (const HWND window : {first, second}) {
    if (positions == nullptr) return FALSE;
    positions = DeferWindowPos(positions, window, HWND_TOP, x, y, 80, 60, flags);
    x += 20;
  }
  return positions != nullptr && EndDeferWindowPos(positions);
}

void await_timer(HWND window, UINT id) {
  if (SetTimer(window, id, USER_TIMER_MINIMUM, nullptr) == 0) return scenario::note("no timer");
  MSG message;
  if (!GetMessageW(&message, window, WM_TIMER, WM_TIMER)) return scenario::note("quit");
  KillTimer(window, id);
  DispatchMessageW(&message);
}

namespace {

bool is_on_a_window(POINT point) {
  HWND window = GetWindow(GetDesktopWindow(), GW_CHILD);
  for (; window != nullptr; window = GetWindow(window, GW_HWNDNEXT)) {
    RECT rect{};
    if (scenario::name_of_handle(window).empty() || !IsWindowVisible(window)) continue;
    if (GetWindowRect(window, &rect) && PtInRect(&rect, point)) return true;
  }
  return false;
}

// False: beside all windows, where it is about another program's.
bool point_at(HWND window, int x, int y) {
  POINT point{x, y};
  ClientToScreen(window, &point);
  // The pointer does not leave the screen.
  point.x = std::clamp<LONG>(point.x, 0, GetSystemMetrics(SM_CXSCREEN) - 1);
  point.y = std::clamp<LONG>(point.y, 0, GetSystemMetrics(SM_CYSCREEN) - 1);
  if (!is_on_a_window(point)) return scenario::note("beside all windows"), false;
  scenario::move_mouse(static_cast<int>(point.x), static_cast<int>(point.y));
  return true;
}

}  // namespace

void click_at(HWND window, int x, int y) {
  if (!point_at(window, x, y)) return;
  scenario::mouse(MOUSEEVENTF_LEFTDOWN);
  scenario::mouse(MOUSEEVENTF_LEFTUP);
}

void right_click_at(HWND window, int x, int y) {
  if (!point_at(window, x, y)) return;
  scenario::mouse(MOUSEEVENTF_RIGHTDOWN);
  scenario::mouse(MOUSEEVENTF_RIGHTUP);
}

void roll_wheel_at(HWND window, int x, int y) {
  if (!point_at(window, x, y)) return;
  scenario::mouse(MOUSEEVENTF_WHEEL, WHEEL_DELTA);
}

void move_to(HWND window, int x, int y) {
  point_at(window, x, y);
}

void press(WORD key) {
  scenario::strike(key);
}

void pump_messages() {
  scenario::pump();
}

BOOL take_one() {
  MSG message;
  do {
    if (!PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE)) return FALSE;
    DispatchMessageW(&message);
  } while (message.message == WM_PAINT);  // what has to be painted is the system's business
  return TRUE;
}

LRESULT send_with_timeout(HWND window, UINT message, WPARAM wparam, LPARAM lparam, UINT flags) {
  DWORD_PTR result = 0;
  if (!SendMessageTimeoutW(window, message, wparam, lparam, flags, 5000, &result)) return -1;
  return static_cast<LRESULT>(result);
}

LRESULT set_text(HWND window) {
  return SetWindowTextW(window, L"text");
}

BOOL attach_to(DWORD thread) {
  return AttachThreadInput(GetCurrentThreadId(), thread, TRUE);
}

BOOL detach_from(DWORD thread) {
  return AttachThreadInput(GetCurrentThreadId(), thread, FALSE);
}

}  // namespace differential
