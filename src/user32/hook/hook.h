// Hooks: SetWindowsHookEx and the chains that the system calls.
//
// The newest hook of a chain is called first: the thread's own hooks, then the global ones. A hook
// may unhook itself or others, install more, or destroy windows while it runs; a chain that is
// being walked never skips or repeats a hook because of it.
// https://learn.microsoft.com/windows/win32/winmsg/about-hooks
#pragma once

#include "base/win32.h"
#include "user32/message/thread_state.h"

namespace transom::user {

// Bits (WH_ + 1) of the hooks installed for all threads.
extern base::Relaxed<std::uint32_t> global_hook_bits;

constexpr std::uint32_t hook_bit(int type) {
  return 1u << (type + 1);
}

// Whether calling `call_hooks` for this type makes sense: one or two loads.
inline bool hooked(const ThreadState& thread, int type) {
  return ((thread.hook_bits | global_hook_bits) & hook_bit(type)) != 0;
}

// Calls the chain; the first hook's result (which has the others' through CallNextHookEx). 0 when
// there is none.
LRESULT call_hooks(int type, int code, WPARAM wparam, LPARAM lparam);

// CallNextHookEx: goes on from the hook that is running on this thread.
LRESULT call_next_hook(int code, WPARAM wparam, LPARAM lparam);

// WH_CBT in one line: true when a hook forbids the operation.
bool cbt_refuses(int code, WPARAM wparam, LPARAM lparam);

// Events for accessibility clients (SetWinEventHook). In-context and out-of-context.
void notify_win_event(DWORD event, HWND window, LONG object, LONG child);
// A thread ends: what it installed goes.
void remove_event_hooks_of(ThreadState& thread);

}  // namespace transom::user
