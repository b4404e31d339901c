// The input state of a thread, or of several that AttachThreadInput has joined: who is active, who
// has the focus and the capture, which keys are down as the messages tell it, and the hardware
// events that wait to become messages.
//
// Under the USER lock, except where a field says otherwise. Pointers to windows are handles: they
// may die at any time.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-attachthreadinput
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "base/relaxed.h"
#include "base/win32.h"
#include "user32/input/input_ref.h"

namespace transom::user {

struct InputQueue;  // input/input_queue.h: hardware events in the order of arrival

struct InputState {
  InputState();
  ~InputState();
  InputState& operator=(InputState&&) noexcept;

  int references = 0;  // how many InputRef hold it

  base::Relaxed<HWND> active = nullptr;
  base::Relaxed<HWND> focus = nullptr;
  base::Relaxed<HWND> capture = nullptr;
  HWND menu_owner = nullptr;  // the window whose menu loop runs
  HWND move_size = nullptr;   // the window being moved or sized
  HWND caret = nullptr;
  RECT caret_rect{};      // client coordinates of `caret`
  int caret_hidden = 0;   // HideCaret calls
  bool caret_on = false;  // phase of the blinking
  HCURSOR cursor = nullptr;
  int cursor_show_count = 0;  // ShowCursor

  // High bit: down; low bit: toggled. Follows the messages retrieved, not the hardware.
  std::array<std::uint8_t, 256> key_state{};

  // Alt was pressed and nothing else since: its release reaches for the menu bar.
  bool alt_alone = false;
  // What DefWindowProc saw pressed and nothing since: VK_MENU, VK_F10 or 0.
  std::uint8_t menu_key = 0;
  HKL layout = nullptr;  // null: the default one

  // TrackMouseEvent.
  struct {
    HWND window = nullptr;
    DWORD flags = 0;  // TME_HOVER, TME_LEAVE, TME_NONCLIENT that are still asked for
    base::Relaxed<DWORD> hover_time = 0;  // milliseconds
    POINT hover_origin{};                 // where the pointer has rested since
  } tracking;

  // The press that the next one may double.
  struct {
    HWND window = nullptr;
    UINT message = 0;
    DWORD time = 0;
    POINT position{};
    WPARAM hit_test = 0;
  } last_press;

  std::unique_ptr<InputQueue> queue;
};

// The window that receives keyboard input of the desktop belongs to this thread's input state; null
// until a window was activated.
InputState* foreground_input();
// Activation across threads says whose state that is.
// Under the USER lock.
void set_foreground_input(const InputRef& state);

}  // namespace transom::user
