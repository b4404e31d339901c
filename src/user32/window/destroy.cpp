#include "user32/window/destroy.h"

#include "base/last_error.h"
#include "user32/clipboard/clipboard.h"
#include "user32/hook/hook.h"
#include "user32/hook/shell_hook.h"
#include "user32/input/input.h"
#include "user32/input/input_state.h"
#include "user32/lock.h"
#include "user32/menu/window_menu.h"
#include "user32/message/send.h"
#include "user32/message/thread_state.h"
#include "user32/paint/paint.h"
#include "user32/system/session_end.h"
#include "user32/window/activation.h"
#include "user32/window/class.h"
#include "user32/window/position.h"
#include "user32/window/tree.h"
#include "user32/window/window_extras.h"

namespace transom::user {
namespace {

// Calls `visit` for each window of a list of handles that this thread still has.
template <class Visit>
void for_each_own(const std::vector<HWND>& handles, Visit&& visit) {
  for (const HWND handle : handles) {
    if (Window* window = find_own_window(handle)) visit(*window);
  }
}

void collect_owned(const Window& parent, const Window& owner, bool deeply,
                   std::vector<Window*>& found) {
  for (Window* each = parent.first_child; each != nullptr; each = each->next) {
    if (each->owner == &owner) found.push_back(each);
    if (deeply) collect_owned(*each, owner, true, found);
  }
}

// Top-level windows, but for those that have got a parent since. Under the lock.
std::vector<Window*> owned_windows(const Window& owner) {
  std::vector<Window*> found;
  const auto count = static_cast<std::size_t>(owner.owned_windows);
  if (count > 0) collect_owned(desktop_window(), owner, false, found);
  if (found.size() == count) return found;
  found.clear();
  collect_owned(desktop_window(), owner, true, found);
  collect_owned(message_only_root(), owner, true, found);
  return found;
}

std::vector<HWND> owned_handles(const Window& owner) {
  UserLock lock;
  std::vector<HWND> handles;
  for (const Window* each : owned_windows(owner)) handles.push_back(each->handle);
  return handles;
}

std::vector<HWND> own_children(const Window& window) {
  if (window.first_child == nullptr) return {};
  return child_handles(window);
}

LRESULT destroy_here(void* context) {
  Window* window = find_own_window(static_cast<HWND>(context));
  return window != nullptr && destroy_window(*window);
}

// Another thread's child: its parent is told of none of its children when it is destroyed itself.
bool goes_with_parent(const Window& window) {
  UserLock lock;
  const Window* parent = window.is_child() ? window.parent : nullptr;
  return parent != nullptr && parent->destroying && parent->thread != window.thread;
}

// A window that another thread has made below or beside this one goes with it.
void destroy_elsewhere(HWND handle) {
  ThreadState* thread = find_window_thread(handle);
  if (thread != nullptr) run_on_thread(*thread, destroy_here, handle);
}

void destroy_owned(Window& window) {
  for (const HWND handle : owned_handles(window)) {
    if (Window* owned = find_own_window(handle)) {
      destroy_window(*owned);
    } else {
      destroy_elsewhere(handle);
    }
  }
}

void hide(Window& window) {
  if (!window.is_visible_itself()) return;
  if (window.is_child()) {
    show_window(window, SW_HIDE);
    return;
  }
  set_window_pos(
      window, {.flags = SWP_NOSIZE | SWP_NOMOVE | SWP_NOZORDER | SWP_NOACTIVATE | SWP_HIDEWINDOW});
}

// WM_DESTROY: the parent first, then its children.
void send_destroy(Window& window) {
  const WindowRef keep(&window);
  window.destroying = true;
  leave_clipboard(window);
  if (!window.destroyed) send_message(window, WM_DESTROY, 0, 0);
  if (window.destroyed) return;
  for (const HWND handle : own_children(window)) {
    if (Window* child = find_own_window(handle)) {
      send_destroy(*child);
    } else {
      destroy_elsewhere(handle);
    }
  }
}

// Other threads' children that are being made or destroyed themselves just now. They must not be
// left with a parent that is no more. Under the lock.
std::vector<HWND> orphan_children(Window& window) {
  std::vector<HWND> orphans;
  while (Window* child = window.first_child) {
    unlink_window(*child);
    link_window(*child, desktop_window(), desktop_window().last_child);
    orphans.push_back(child->handle);
  }
  return orphans;
}

// Nothing of the system's may point to the window from here on. Returns what has to go with it.
std::vector<HWND> take_away(Window& window) {
  ThreadState& thread = *window.thread;
  const HWND handle = window.handle;
  destroy_window_menus(window);
  release_window_paint(window);
  forget_window_input(window);
  forget_clipboard_window(handle);
  forget_block_reason(handle);
  if (!thread.timers.empty()) thread.timers.kill_window(handle);
  UserLock lock;
  forget_shell_window(handle);
  InputState& input = *thread.input;
  if (input.active == handle) input.active = nullptr;
  if (input.focus == handle) input.focus = nullptr;
  if (input.capture == handle) input.capture = nullptr;
  for (Window* each : owned_windows(window)) set_owner(*each, nullptr);
  set_owner(window, nullptr);
  std::vector<HWND> orphans = orphan_children(window);
  unlink_window(window);
  --window.window_class->windows;
  thread.window_count -= 1;
  remove_window(window);
  if (!thread.queue.empty()) thread.queue.remove_window(handle);
  return orphans;
}

// WM_NCDESTROY: the children first.
void finish(Window& window) {
  const WindowRef keep(&window);
  for_each_own(own_children(window), finish);
  if (window.destroyed) return;
  send_message(window, WM_NCDESTROY, 0, 0);
  if (window.destroyed) return;
  notify_win_event(EVENT_OBJECT_DESTROY, window.handle, OBJID_WINDOW, CHILDID_SELF);
  for (const HWND orphan : take_away(window)) destroy_elsewhere(orphan);
}

}  // namespace

void set_owner(Window& window, Window* owner) {
  if (window.owner == owner) return;
  if (window.owner != nullptr) --window.owner->owned_windows;
  window.owner = owner;
  if (owner != nullptr) ++owner->owned_windows;
}

void abandon_window(Window& window) {
  window.destroying = true;
  finish(window);
}

void notify_parent(Window& window, WORD event) {
  if (!window.is_child() || (window.ex_style & WS_EX_NOPARENTNOTIFY) != 0) return;
  const WPARAM what = MAKEWPARAM(event, static_cast<WORD>(window.id_or_menu));
  const auto child = reinterpret_cast<LPARAM>(window.handle);
  HWND ancestor;
  {
    UserLock lock;
    ancestor = window.parent != nullptr && window.parent->thread != nullptr ? window.parent->handle
                                                                            : nullptr;
  }
  // "Sent to all ancestors": each passes it on by DefWindowProc.
  if (ancestor != nullptr) send_message(ancestor, WM_PARENTNOTIFY, what, child);
}

bool destroy_window(Window& window) {
  if (window.destroyed) return false;
  if (window.destroying) return true;
  const WindowRef keep(&window);
  if (hooked(*window.thread, WH_CBT) &&
      cbt_refuses(HCBT_DESTROYWND, reinterpret_cast<WPARAM>(window.handle), 0)) {
    return false;
  }
  if (!window.destroyed) tell_shell(window, HSHELL_WINDOWDESTROYED);
  if (window.destroyed) return true;
  if (window.destroying) return true;
  window.destroying = true;
  if (!goes_with_parent(window)) notify_parent(window, WM_DESTROY);
  if (!window.destroyed) hide(window);
  if (!window.destroyed) destroy_owned(window);
  if (!window.destroyed) activate_other_window(window);
  if (!window.destroyed) send_destroy(window);
  if (!window.destroyed) finish(window);
  return true;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Destroys a window of the calling thread, its children, and the windows that it owns.
// Last errors: ERROR_INVALID_WINDOW_HANDLE; ERROR_ACCESS_DENIED for another thread's window.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-destroywindow
WINBOOL WINAPI DestroyWindow(HWND handle) {
  Window* window = find_own_window(handle);
  if (window == nullptr) {
    return base::fail(is_window(handle) ? ERROR_ACCESS_DENIED : ERROR_INVALID_WINDOW_HANDLE);
  }
  return destroy_window(*window);
}
