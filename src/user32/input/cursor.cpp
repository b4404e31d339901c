#include "user32/input/cursor.h"

#include <array>
#include <utility>

#include "base/last_error.h"
#include "host/display.h"
#include "user32/input/hardware.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"

namespace transom::user {
namespace {

constexpr std::array<WORD, 16> kSystemCursors = {32512, 32513, 32514, 32515, 32516, 32640,
                                                 32641, 32642, 32643, 32644, 32645, 32646,
                                                 32648, 32649, 32650, 32651};
// Apart from what handle tables give out, which begin low in the slot part.
constexpr std::uintptr_t kFirstHandle = 0xC0001;

// What the host shows: the cursor, or nothing while it is hidden.
HCURSOR shown_cursor(const InputState& state) {
  return state.cursor_show_count >= 0 ? state.cursor : nullptr;
}

void show_at_host(HCURSOR cursor) {
  host::display().set_cursor(cursor);
}

}  // namespace

HCURSOR system_cursor(WORD id) {
  for (std::size_t index = 0; index < kSystemCursors.size(); ++index) {
    if (kSystemCursors[index] == id) return reinterpret_cast<HCURSOR>(kFirstHandle + 2 * index);
  }
  return nullptr;
}

WORD system_cursor_id(HCURSOR cursor) {
  const auto value = reinterpret_cast<std::uintptr_t>(cursor);
  if (value < kFirstHandle || (value - kFirstHandle) % 2 != 0) return 0;
  const std::size_t index = (value - kFirstHandle) / 2;
  return index < kSystemCursors.size() ? kSystemCursors[index] : WORD{0};
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Sets the shape (null: none) and returns the one before. It lasts until the next WM_SETCURSOR.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setcursor
HCURSOR WINAPI SetCursor(HCURSOR cursor) {
  HCURSOR old = nullptr;
  HCURSOR shown = nullptr;
  {
    UserLock lock;
    InputState& state = *current_thread().input;
    old = std::exchange(state.cursor, cursor);
    shown = shown_cursor(state);
  }
  if (old != cursor) show_at_host(shown);
  return old;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getcursor
HCURSOR WINAPI GetCursor() {
  UserLock lock;
  return current_thread().input->cursor;
}

// Counts up or down and returns the count; the cursor is displayed while that is 0 or more.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-showcursor
int WINAPI ShowCursor(WINBOOL show) {
  int count = 0;
  HCURSOR shown = nullptr;
  {
    UserLock lock;
    InputState& state = *current_thread().input;
    count = state.cursor_show_count += show ? 1 : -1;
    shown = shown_cursor(state);
  }
  if (count == 0 || count == -1) show_at_host(shown);
  return count;
}

// Last errors: ERROR_INVALID_PARAMETER (null, wrong cbSize).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getcursorinfo
WINBOOL WINAPI GetCursorInfo(PCURSORINFO info) {
  if (info == nullptr || info->cbSize != sizeof(CURSORINFO)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  UserLock lock;
  const InputState* state = foreground_input();
  if (state == nullptr) state = current_thread().input.get();
  info->flags = state->cursor_show_count >= 0 ? CURSOR_SHOWING : 0;
  info->hCursor = state->cursor;
  info->ptScreenPos = cursor_position();
  return TRUE;
}

// Screen coordinates. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getcursorpos
WINBOOL WINAPI GetCursorPos(LPPOINT point) {
  if (point == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *point = host::display().pointer_elsewhere().value_or(cursor_position());
  return TRUE;
}

// Moves the cursor as a mouse would, within the clipping rectangle and the desktop.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setcursorpos
WINBOOL WINAPI SetCursorPos(int x, int y) {
  const RECT screen = virtual_screen();
  HardwareEvent event;
  event.kind = EventKind::kMove;
  event.position = {std::clamp<LONG>(x, screen.left, std::max(screen.left, screen.right - 1)),
                    std::clamp<LONG>(y, screen.top, std::max(screen.top, screen.bottom - 1))};
  event.injected = true;
  enter_hardware_event(event);
  host::display().warp_pointer(cursor_position());
  return TRUE;
}

// Confines the cursor to a rectangle on the screen; null frees it.
// Last errors: ERROR_INVALID_PARAMETER (an empty or inside-out rectangle).
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-clipcursor
WINBOOL WINAPI ClipCursor(const RECT* rect) {
  if (rect != nullptr && (rect->left > rect->right || rect->top > rect->bottom)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  if (rect == nullptr) {
    set_cursor_clip(nullptr);
    host::display().clip_pointer(nullptr);
    return TRUE;
  }
  RECT clip{};
  const RECT screen = virtual_screen();
  if (!IntersectRect(&clip, rect, &screen)) clip = screen;
  set_cursor_clip(&clip);
  host::display().clip_pointer(&clip);
  const POINT now = cursor_position();
  if (!PtInRect(&clip, now)) SetCursorPos(now.x, now.y);
  return TRUE;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getclipcursor
WINBOOL WINAPI GetClipCursor(LPRECT rect) {
  if (rect == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  *rect = cursor_clip();
  return TRUE;
}
