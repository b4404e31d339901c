// The one door for hardware events: the host's, SendInput's, mouse_event's and keybd_event's.
//
// What happens here, on the thread that brings the event, in this order: BlockInput, low-level
// hooks, the asynchronous key state, hot keys, the choice of the input state, queueing. No USER
// lock is held around a hook.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input
#pragma once

#include <cstdint>

#include "base/win32.h"
#include "user32/input/input_queue.h"
#include "user32/input/key_table.h"
#include "user32/window/desktop.h"

namespace transom::user {

struct ThreadState;

// Whether the event got in: false when it was blocked or a hook swallowed it.
bool enter_hardware_event(HardwareEvent event);

// Puts an event past hooks and state: what a journal plays back, and mouse moves that the system
// makes up because windows moved beneath the cursor.
void route_event(HardwareEvent event);
// Something is asked of the thread that owns the window; handled when it next retrieves input.
void queue_internal_event(HardwareEvent event);

// The mouse is over windows of other programs: whoever tracks it here hears WM_MOUSELEAVE.
void mouse_left_all_windows();

// As GetAsyncKeyState answers it, and forgets the low bit.
SHORT take_async_key_state(std::uint8_t key);
bool async_key_down(std::uint8_t key);
// The buttons and modifiers as the hardware has them now.
KeyTable async_keys();

// The hardware's own word on Caps Lock and Num Lock, where ours has gone astray: they may have
// changed while another program had the keyboard.
void correct_locks(bool caps, bool num);

DWORD last_input_time();
// False until there was any.
bool last_input_was_key();

// Moves the cursor within the clipping rectangle and answers where it came to be.
POINT place_cursor(POINT screen);
void set_cursor_clip(const RECT* screen);
RECT cursor_clip();
// Another window became active: ClipCursor's rectangle ends. Calls the host.
void release_cursor_clip();

void set_buttons_swapped(bool swapped);
bool buttons_swapped();

}  // namespace transom::user
