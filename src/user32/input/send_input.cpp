// SendInput, mouse_event and keybd_event: a program's events take the hardware's way.
#include <cstdint>

#include "base/last_error.h"
#include "user32/input/hardware.h"
#include "user32/input/input.h"
#include "user32/input/keyboard_layout.h"

namespace transom::user {
namespace {

// Absolute coordinates go from 0 to 65535 over the primary screen, or over all of them.
POINT absolute_position(const MOUSEINPUT& input) {
  const RECT screen = virtual_screen();
  const auto scale = [](LONG value, LONG first, LONG last) {
    return first + static_cast<LONG>(static_cast<std::int64_t>(value) * (last - first) / 65536);
  };
  return {scale(input.dx, screen.left, screen.right), scale(input.dy, screen.top, screen.bottom)};
}

POINT new_position(const MOUSEINPUT& input) {
  if ((input.dwFlags & MOUSEEVENTF_ABSOLUTE) != 0) return absolute_position(input);
  const RECT screen = virtual_screen();
  POINT position = cursor_position();
  position.x =
      std::clamp(position.x + input.dx, screen.left, std::max(screen.left, screen.right - 1));
  position.y =
      std::clamp(position.y + input.dy, screen.top, std::max(screen.top, screen.bottom - 1));
  return position;
}

HardwareEvent injected(EventKind kind, ULONG_PTR extra_info) {
  HardwareEvent event;
  event.kind = kind;
  event.injected = true;
  event.extra_info = extra_info;
  event.position = cursor_position();
  return event;
}

bool press(const MOUSEINPUT& input, std::uint8_t button, bool down) {
  HardwareEvent event = injected(EventKind::kButton, input.dwExtraInfo);
  event.button = button;
  event.down = down;
  return enter_hardware_event(event);
}

bool turn(const MOUSEINPUT& input, bool horizontal) {
  HardwareEvent event = injected(EventKind::kWheel, input.dwExtraInfo);
  event.delta = static_cast<int>(input.mouseData);
  event.horizontal = horizontal;
  return enter_hardware_event(event);
}

bool inject_buttons(const MOUSEINPUT& input) {
  constexpr struct {
    DWORD flag;
    std::uint8_t button;
    bool down;
  } kButtons[] = {{MOUSEEVENTF_LEFTDOWN, 0, true},   {MOUSEEVENTF_LEFTUP, 0, false},
                  {MOUSEEVENTF_RIGHTDOWN, 1, true},  {MOUSEEVENTF_RIGHTUP, 1, false},
                  {MOUSEEVENTF_MIDDLEDOWN, 2, true}, {MOUSEEVENTF_MIDDLEUP, 2, false}};
  bool entered = true;
  for (const auto& entry : kButtons) {
    if ((input.dwFlags & entry.flag) != 0) entered &= press(input, entry.button, entry.down);
  }
  const std::uint8_t x_button = (input.mouseData & XBUTTON2) != 0 ? 4 : 3;
  if ((input.dwFlags & MOUSEEVENTF_XDOWN) != 0) entered &= press(input, x_button, true);
  if ((input.dwFlags & MOUSEEVENTF_XUP) != 0) entered &= press(input, x_button, false);
  return entered;
}

// One structure may hold a move, presses and a turn of the wheel: they come in this order.
bool inject_mouse(const MOUSEINPUT& input) {
  bool entered = true;
  if ((input.dwFlags & MOUSEEVENTF_MOVE) != 0) {
    HardwareEvent event = injected(EventKind::kMove, input.dwExtraInfo);
    event.position = new_position(input);
    entered &= enter_hardware_event(event);
  }
  entered &= inject_buttons(input);
  if ((input.dwFlags & MOUSEEVENTF_WHEEL) != 0) entered &= turn(input, false);
  if ((input.dwFlags & MOUSEEVENTF_HWHEEL) != 0) entered &= turn(input, true);
  return entered;
}

bool inject_key(const KEYBDINPUT& input) {
  HardwareEvent event = injected(EventKind::kKey, input.dwExtraInfo);
  event.down = (input.dwFlags & KEYEVENTF_KEYUP) == 0;
  event.scan_code = input.wScan;
  if ((input.dwFlags & KEYEVENTF_UNICODE) != 0) {
    event.unicode = true;
    event.virtual_key = VK_PACKET;
    return enter_hardware_event(event);
  }
  event.scan_code = static_cast<std::uint16_t>(
      (input.wScan & 0xFF) | ((input.dwFlags & KEYEVENTF_EXTENDEDKEY) != 0 ? 0x100 : 0));
  const bool by_scan_code = (input.dwFlags & KEYEVENTF_SCANCODE) != 0;
  const auto key = static_cast<std::uint8_t>(by_scan_code ? key_of_scan_code(event.scan_code)
                                                          : input.wVk & 0xFF);
  event.virtual_key = sided_key(key, event.scan_code);
  return enter_hardware_event(event);
}

bool inject(const INPUT& input) {
  switch (input.type) {
    case INPUT_MOUSE:
      return inject_mouse(input.mi);
    case INPUT_KEYBOARD:
      return inject_key(input.ki);
    default:
      return false;  // INPUT_HARDWARE is not of this system
  }
}

}  // namespace
}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Inserts events; returns how many got in (BlockInput and low-level hooks keep some out).
// Last errors: ERROR_INVALID_PARAMETER (no events, or `size` is not that of INPUT), ERROR_NOACCESS.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendinput
UINT WINAPI SendInput(UINT count, LPINPUT inputs, int size) {
  if (count == 0 || size != static_cast<int>(sizeof(INPUT))) {
    return base::fail<UINT>(ERROR_INVALID_PARAMETER);
  }
  if (inputs == nullptr) return base::fail<UINT>(ERROR_NOACCESS);
  UINT entered = 0;
  for (UINT index = 0; index < count; ++index) {
    if (inject(inputs[index])) ++entered;
  }
  return entered;
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-mouse_event
void WINAPI mouse_event(DWORD flags, DWORD dx, DWORD dy, DWORD data, ULONG_PTR extra_info) {
  MOUSEINPUT input{};
  input.dx = static_cast<LONG>(dx);
  input.dy = static_cast<LONG>(dy);
  input.mouseData = data;
  input.dwFlags = flags;
  input.dwExtraInfo = extra_info;
  inject_mouse(input);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-keybd_event
void WINAPI keybd_event(BYTE key, BYTE scan_code, DWORD flags, ULONG_PTR extra_info) {
  KEYBDINPUT input{};
  input.wVk = key;
  input.wScan = scan_code;
  input.dwFlags = flags & (KEYEVENTF_EXTENDEDKEY | KEYEVENTF_KEYUP);
  input.dwExtraInfo = extra_info;
  inject_key(input);
}
