#include "user32/input/hot_keys.h"

#include <commctrl.h>
#include <algorithm>

#include <vector>

#include "base/last_error.h"
#include "user32/input/hardware.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/window/window.h"

namespace transom::user {
namespace {

struct HotKey {
  HWND window;  // null: a message to the thread
  ThreadState* thread;
  int id;
  UINT modifiers;
  UINT key;
};

struct WindowHotKey {
  HWND window;
  WORD key;
};

// Under the USER lock.
std::vector<HotKey>& hot_keys() {
  static auto* keys = new std::vector<HotKey>;
  return *keys;
}
std::vector<WindowHotKey>& window_hot_keys() {
  static auto* keys = new std::vector<WindowHotKey>;
  return *keys;
}

constexpr UINT kModifiers = MOD_ALT | MOD_CONTROL | MOD_SHIFT | MOD_WIN;

UINT modifiers_down() {
  const KeyTable keys = async_keys();
  UINT modifiers = 0;
  if (is_down(keys, VK_MENU)) modifiers |= MOD_ALT;
  if (is_down(keys, VK_CONTROL)) modifiers |= MOD_CONTROL;
  if (is_down(keys, VK_SHIFT)) modifiers |= MOD_SHIFT;
  if (is_down(keys, VK_LWIN) || is_down(keys, VK_RWIN)) modifiers |= MOD_WIN;
  return modifiers;
}

UINT as_hot_key_flags(UINT modifiers) {
  UINT flags = 0;
  if ((modifiers & MOD_ALT) != 0) flags |= HOTKEYF_ALT;
  if ((modifiers & MOD_CONTROL) != 0) flags |= HOTKEYF_CONTROL;
  if ((modifiers & MOD_SHIFT) != 0) flags |= HOTKEYF_SHIFT;
  return flags;
}

bool matches(const HotKey& hot_key, UINT modifiers, std::uint8_t key) {
  return (hot_key.modifiers & kModifiers) == modifiers &&
         (hot_key.key == key || hot_key.key == generic_key(key));
}

// "The message is placed at the top of the message queue", so that a program that is behind with
// its work can still be stopped.
// https://learn.microsoft.com/windows/win32/inputdev/wm-hotkey
void post_hot_key(const HotKey& hot_key) {
  const auto lparam = MAKELPARAM(hot_key.modifiers & kModifiers, hot_key.key);
  post_in_front(*hot_key.thread, hot_key.window, WM_HOTKEY, static_cast<WPARAM>(hot_key.id),
                lparam);
  hot_key.thread->set_pending(0, QS_HOTKEY);
}

// False: no thread has registered the event's key. Under the lock the thread does not end.
bool registered_key_takes(const HardwareEvent& event, UINT modifiers) {
  UserLock lock;
  const auto found = std::ranges::find_if(hot_keys(), [&](const HotKey& hot_key) {
    return matches(hot_key, modifiers, event.virtual_key);
  });
  if (found == hot_keys().end()) return false;
  if (!event.repeat || (found->modifiers & MOD_NOREPEAT) == 0) post_hot_key(*found);
  return true;
}

HWND find_window_hot_key(const HardwareEvent& event, UINT modifiers) {
  if ((modifiers & MOD_WIN) != 0) return nullptr;
  const auto wanted = MAKEWORD(generic_key(event.virtual_key), as_hot_key_flags(modifiers));
  UserLock lock;
  for (const WindowHotKey& hot_key : window_hot_keys()) {
    // HOTKEYF_EXT tells keys apart that have one virtual key; the comparison leaves it out.
    if ((hot_key.key & ~(HOTKEYF_EXT << 8)) == wanted) return hot_key.window;
  }
  return nullptr;
}

}  // namespace

bool hot_key_takes(const HardwareEvent& event) {
  if (!event.is_key() || !event.down || event.unicode) return false;
  const UINT modifiers = modifiers_down();
  if (registered_key_takes(event, modifiers)) return true;
  const HWND window = find_window_hot_key(event, modifiers);
  if (window == nullptr) return false;
  post_message(window, WM_SYSCOMMAND, SC_HOTKEY, reinterpret_cast<LPARAM>(window));
  return true;
}

void forget_hot_keys(HWND window) {
  UserLock lock;
  std::erase_if(hot_keys(), [&](const HotKey& key) { return key.window == window; });
  std::erase_if(window_hot_keys(), [&](const WindowHotKey& key) { return key.window == window; });
}

void forget_hot_keys_of(const ThreadState& thread) {
  UserLock lock;
  std::erase_if(hot_keys(), [&](const HotKey& key) { return key.thread == &thread; });
}

LRESULT set_window_hot_key(HWND window, WORD key) {
  constexpr LRESULT kInvalidKey = -1;
  constexpr LRESULT kInvalidWindow = 0;
  constexpr LRESULT kSet = 1;
  constexpr LRESULT kSetButShared = 2;
  const auto virtual_key = LOBYTE(key);
  if (virtual_key == VK_ESCAPE || virtual_key == VK_SPACE || virtual_key == VK_TAB) {
    return kInvalidKey;
  }
  const WindowRef target = find_window(window);
  if (!target.alive() || target->is_child()) return kInvalidWindow;
  UserLock lock;
  auto& keys = window_hot_keys();
  std::erase_if(keys, [&](const WindowHotKey& entry) { return entry.window == window; });
  if (virtual_key == 0) return kSet;
  const bool shared = std::any_of(keys.begin(), keys.end(),
                                  [&](const WindowHotKey& entry) { return entry.key == key; });
  keys.push_back({window, key});
  return shared ? kSetButShared : kSet;
}

WORD window_hot_key(HWND window) {
  UserLock lock;
  for (const WindowHotKey& hot_key : window_hot_keys()) {
    if (hot_key.window == window) return hot_key.key;
  }
  return 0;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Posts WM_HOTKEY to the window, or to the calling thread without one, when the key is pressed with
// exactly these modifiers, whoever has the focus. Registering the same identifier again adds a key.
// Last errors: ERROR_HOTKEY_ALREADY_REGISTERED, ERROR_INVALID_WINDOW_HANDLE,
// ERROR_WINDOW_OF_OTHER_THREAD, ERROR_INVALID_FLAGS.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey
WINBOOL WINAPI RegisterHotKey(HWND window, int id, UINT modifiers, UINT key) {
  if ((modifiers & ~(kModifiers | MOD_NOREPEAT)) != 0) return base::fail(ERROR_INVALID_FLAGS);
  if (window != nullptr && find_own_window(window) == nullptr) {
    return base::fail(find_window_thread(window) != nullptr ? ERROR_WINDOW_OF_OTHER_THREAD
                                                            : ERROR_INVALID_WINDOW_HANDLE);
  }
  ThreadState& thread = current_thread();
  UserLock lock;
  auto& keys = hot_keys();
  const bool taken = std::any_of(keys.begin(), keys.end(), [&](const HotKey& hot_key) {
    return hot_key.key == key && (hot_key.modifiers & kModifiers) == (modifiers & kModifiers);
  });
  if (taken) return base::fail(ERROR_HOTKEY_ALREADY_REGISTERED);
  keys.push_back({window, &thread, id, modifiers, key});
  return TRUE;
}

// Last errors: ERROR_HOTKEY_NOT_REGISTERED, ERROR_INVALID_WINDOW_HANDLE,
// ERROR_WINDOW_OF_OTHER_THREAD.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-unregisterhotkey
WINBOOL WINAPI UnregisterHotKey(HWND window, int id) {
  if (window != nullptr && find_own_window(window) == nullptr) {
    return base::fail(find_window_thread(window) != nullptr ? ERROR_WINDOW_OF_OTHER_THREAD
                                                            : ERROR_INVALID_WINDOW_HANDLE);
  }
  const ThreadState* thread = &current_thread();
  UserLock lock;
  const auto removed = std::erase_if(hot_keys(), [&](const HotKey& hot_key) {
    return hot_key.window == window && hot_key.thread == thread && hot_key.id == id;
  });
  if (removed == 0) return base::fail(ERROR_HOTKEY_NOT_REGISTERED);
  return TRUE;
}
