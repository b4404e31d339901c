// From a key event to WM_KEYDOWN and its relatives.
// https://learn.microsoft.com/windows/win32/inputdev/about-keyboard-input#keystroke-messages
#include "imm32/seam.h"
#include "user32/hook/hook.h"
#include "user32/input/input_state.h"
#include "user32/input/journal.h"
#include "user32/input/key_table.h"
#include "user32/input/retrieval.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/window/window.h"

#ifndef WM_KEYF1
#define WM_KEYF1 0x004D  // undocumented; DefWindowProc makes WM_HELP of it
#endif

namespace transom::user {
namespace {

struct KeyTarget {
  HWND window = nullptr;
  bool has_focus = true;
};

// The focus window; where there is none the active one, which then gets system keys only.
KeyTarget find_target(const ThreadState& thread) {
  UserLock lock;
  const InputState& state = *thread.input;
  if (find_window_thread(state.focus) != nullptr) return {state.focus, true};
  return {state.active, false};
}

struct KeyChange {
  KeyTable before;
  KeyTable after;
  bool alt_alone;  // after this event
};

KeyChange apply_event(ThreadState& thread, const HardwareEvent& event, bool keep) {
  UserLock lock;
  InputState& state = *thread.input;
  KeyChange change{state.key_state, state.key_state, false};
  if (event.unicode) return change;
  apply_key(change.after, event.virtual_key, event.down);
  const bool alt = generic_key(event.virtual_key) == VK_MENU;
  change.alt_alone = alt && event.down && !is_down(change.after, VK_CONTROL) &&
                     (state.alt_alone || !is_down(change.before, VK_MENU));
  if (keep) state.key_state = change.after;
  return change;
}

// Alt with any key but Ctrl, F10, and all keys where no window has the focus are system keys. Alt's
// own release is one only if nothing else came in between.
bool is_system_key(const HardwareEvent& event, const KeyChange& change, bool alt_was_alone,
                   bool has_focus) {
  if (!has_focus || event.virtual_key == VK_F10) return true;
  if (event.unicode) return false;
  if (generic_key(event.virtual_key) == VK_MENU && !event.down) return alt_was_alone;
  return is_down(change.after, VK_MENU) && !is_down(change.after, VK_CONTROL);
}

DWORD key_flags(const HardwareEvent& event, const KeyChange& change) {
  if (event.unicode) return 1u | static_cast<DWORD>(event.scan_code) << 16;
  DWORD flags = 1u | (event.scan_code & 0x1FFu) << 16;
  if (is_down(change.after, VK_MENU)) flags |= static_cast<DWORD>(KF_ALTDOWN) << 16;
  if (is_down(change.before, event.virtual_key)) flags |= static_cast<DWORD>(KF_REPEAT) << 16;
  if (!event.down) flags |= static_cast<DWORD>(KF_UP) << 16;
  return flags;
}

// The keys of browsers and players are commands as well.
void send_application_command(HWND window, const HardwareEvent& event) {
  if (!event.down || event.virtual_key < VK_BROWSER_BACK || event.virtual_key > VK_LAUNCH_APP2) {
    return;
  }
  const int command = event.virtual_key - VK_BROWSER_BACK + APPCOMMAND_BROWSER_BACKWARD;
  send_message(window, WM_APPCOMMAND, reinterpret_cast<WPARAM>(window), MAKELPARAM(0, command));
}

// F1 and the menu key make one more message, which comes out of the queue after the key's own.
void post_followers(HWND window, const HardwareEvent& event) {
  if (event.unicode) return;
  if (event.down && event.virtual_key == VK_F1) post_message(window, WM_KEYF1, 0, 0);
  if (!event.down && event.virtual_key == VK_APPS) {
    post_message(window, WM_CONTEXTMENU, reinterpret_cast<WPARAM>(window), -1);
  }
}

bool hook_swallows(const InputRetrieval& retrieval) {
  const MSG& message = retrieval.message;
  if (!hooked(retrieval.thread, WH_KEYBOARD)) return false;
  const int code = retrieval.remove ? HC_ACTION : HC_NOREMOVE;
  if (call_hooks(WH_KEYBOARD, code, message.wParam, message.lParam) == 0) return false;
  if (retrieval.remove && hooked(retrieval.thread, WH_CBT)) {
    call_hooks(WH_CBT, HCBT_KEYSKIPPED, message.wParam, message.lParam);
  }
  return true;
}

bool take_alt_alone(ThreadState& thread, bool remove, bool now) {
  UserLock lock;
  const bool before = thread.input->alt_alone;
  if (remove) thread.input->alt_alone = now;
  return before;
}

}  // namespace

Outcome make_key_message(InputRetrieval& retrieval, const HardwareEvent& event) {
  ThreadState& thread = retrieval.thread;
  const KeyTarget target = find_target(thread);
  ThreadState* owner = find_window_thread(target.window);
  if (owner == nullptr) {
    // Nobody hears of the key; GetKeyState still has to.
    apply_event(thread, event, true);
    return Outcome::kDropped;
  }
  if (owner != &thread) {
    owner->set_pending(kPendingInput, QS_KEY);
    return Outcome::kElsewhere;
  }
  if (!retrieval.filter.accepts_window(target.window)) return Outcome::kKept;

  const KeyChange tried = apply_event(thread, event, false);
  const bool alt_was_alone = take_alt_alone(thread, false, false);
  const bool system = is_system_key(event, tried, alt_was_alone, target.has_focus);
  const UINT base = system ? WM_SYSKEYDOWN : WM_KEYDOWN;
  fill_message(retrieval.message, target.window, base + (event.down ? 0 : 1), event);
  if (!retrieval.filter.accepts_number(retrieval.message.message)) return Outcome::kKept;
  retrieval.message.wParam = event.unicode ? VK_PACKET : generic_key(event.virtual_key);
  retrieval.message.lParam = static_cast<LPARAM>(key_flags(event, tried));
  if (retrieval.remove) {
    apply_event(thread, event, true);
    take_alt_alone(thread, true, tried.alt_alone);
    send_application_command(target.window, event);
  }
  if (hook_swallows(retrieval)) return Outcome::kDropped;
  if (retrieval.remove) {
    journal_record(retrieval.message, event);
    post_followers(target.window, event);
  }
  if (!event.unicode && imm::takes_key(thread, retrieval.message, retrieval.remove)) {
    if (retrieval.message.message == WM_SYSKEYDOWN) retrieval.message.message = WM_KEYDOWN;
    retrieval.message.wParam = VK_PROCESSKEY;
  }
  return find_own_window(target.window) != nullptr ? Outcome::kMessage : Outcome::kDropped;
}

}  // namespace transom::user
