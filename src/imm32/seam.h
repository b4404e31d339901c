// What user32 asks of the input method manager.
#pragma once

#include <cstdint>

#include "base/win32.h"

namespace transom::user {
struct ThreadState;
}

namespace transom::imm {

// A key message is about to be handed out: whether the method of the thread's layout takes the key.
// It then becomes VK_PROCESSKEY, and TranslateMessage calls translate(). `remove`: as PM_REMOVE.
bool takes_key(user::ThreadState& thread, const MSG& message, bool remove);
void translate(const MSG& message);

// WM_IME_SETCONTEXT, for windows that have an input context.
void focus_lost(HWND window);
void focus_gained(HWND window);

// Around a change of the calling thread's layout: WM_IME_SELECT to the window with the focus.
void layout_leaves(HWND focus, HKL before);
void layout_comes(HWND focus, HKL now);

// The layout of an input method by the number of its KLID ("E0010411"); null: there is none.
HKL layout_of_identifier(unsigned long identifier);
bool is_method_layout(HKL layout);

// Hands a message to the window of the class IME that stands for the window's thread; 0 where there
// is none.
LRESULT default_window_message(HWND window, UINT message, WPARAM wparam, LPARAM lparam);

}  // namespace transom::imm
