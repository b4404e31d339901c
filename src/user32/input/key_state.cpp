// What programs can ask about keys and buttons, and the settings of the mouse.
#include <algorithm>

#include "base/clock.h"
#include "base/last_error.h"
#include "user32/input/hardware.h"
#include "user32/input/input_state.h"
#include "user32/input/mouse_settings.h"
#include "user32/lock.h"
#include "user32/message/thread_state.h"

using namespace transom;
using namespace transom::user;

// The key as the messages that this thread retrieved tell it: negative while down, low bit toggled.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeystate
SHORT WINAPI GetKeyState(int key) {
  if (key < 0 || key > 255) return 0;
  UserLock lock;
  const std::uint8_t state = current_thread().input->key_state[static_cast<std::size_t>(key)];
  return static_cast<SHORT>(((state & kKeyDown) != 0 ? 0xFF80 : 0) | (state & kKeyToggled));
}

// The key as the hardware has it now: negative while down; low bit: pressed since the last call.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getasynckeystate
SHORT WINAPI GetAsyncKeyState(int key) {
  if (key < 0 || key > 255) return 0;
  return take_async_key_state(static_cast<std::uint8_t>(key));
}

// All 256 keys as GetKeyState tells them. Last errors: ERROR_INVALID_PARAMETER.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getkeyboardstate
WINBOOL WINAPI GetKeyboardState(PBYTE keys) {
  if (keys == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  std::ranges::copy(current_thread().input->key_state, keys);
  return TRUE;
}

// Changes what GetKeyState and TranslateMessage see; not the hardware's state.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setkeyboardstate
WINBOOL WINAPI SetKeyboardState(LPBYTE keys) {
  if (keys == nullptr) return base::fail(ERROR_INVALID_PARAMETER);
  UserLock lock;
  std::copy_n(keys, 256, current_thread().input->key_state.begin());
  return TRUE;
}

// The tick of the last hardware or injected event.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlastinputinfo
WINBOOL WINAPI GetLastInputInfo(PLASTINPUTINFO info) {
  if (info == nullptr || info->cbSize != sizeof(LASTINPUTINFO)) {
    return base::fail(ERROR_INVALID_PARAMETER);
  }
  info->dwTime = last_input_time();
  return TRUE;
}

// Exchanges the left and right buttons; returns whether they were exchanged before.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-swapmousebutton
WINBOOL WINAPI SwapMouseButton(WINBOOL swap) {
  const bool before = buttons_swapped();
  set_buttons_swapped(swap != FALSE);
  return before;
}

// Milliseconds.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getdoubleclicktime
UINT WINAPI GetDoubleClickTime() {
  return mouse_settings.double_click_time;
}

// 0 restores the default of 500; more than 5000 is 5000.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-setdoubleclicktime
WINBOOL WINAPI SetDoubleClickTime(UINT milliseconds) {
  constexpr UINT kDefault = 500;
  constexpr UINT kMaximum = 5000;
  mouse_settings.double_click_time =
      milliseconds == 0 ? kDefault : std::min(milliseconds, kMaximum);
  return TRUE;
}
