#include "user32/paint/lock_update.h"

#include "base/last_error.h"
#include "user32/lock.h"
#include "user32/message/send.h"
#include "user32/paint/paint.h"
#include "user32/window/tree.h"

namespace transom::user {
namespace {

// Under the USER lock.
HWND locked_window = nullptr;
bool drawn_while_locked = false;

bool lock_window(HWND handle) {
  UserLock lock;
  Window* window = find_window_locked(handle);
  if (window == nullptr || locked_window != nullptr) return false;
  locked_window = handle;
  drawn_while_locked = false;
  visibility_changed(*window);
  return true;
}

bool unlock_window() {
  WindowRef window;
  bool repaint = false;
  {
    UserLock lock;
    if (Window* found = find_window_locked(locked_window)) {
      window = WindowRef(found);
      locked_window = nullptr;
      visibility_changed(*found);
    }
    locked_window = nullptr;
    repaint = drawn_while_locked;
  }
  if (!window) return false;
  if (repaint) {
    redraw_window(*window, nullptr, RDW_INVALIDATE | RDW_FRAME | RDW_ERASE | RDW_ALLCHILDREN);
  }
  return true;
}

}  // namespace

bool is_update_locked(const Window& window) {
  if (locked_window == nullptr) return false;
  for (const Window* at = &window; at != nullptr; at = at->parent) {
    if (at->handle == locked_window) return true;
  }
  return false;
}

void note_locked_drawing(Window&) {
  drawn_while_locked = true;
}

void forget_update_lock(Window& window) {
  UserLock lock;
  if (locked_window == window.handle) locked_window = nullptr;
}

}  // namespace transom::user

using namespace transom;
using namespace transom::user;

// Keeps drawing in one window from showing, or (null) shows all of it again. FALSE: another window
// is locked, or the handle is dead.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-lockwindowupdate
BOOL WINAPI LockWindowUpdate(HWND window) {
  if (window == nullptr) return unlock_window();
  if (find_window_thread(window) == nullptr) return base::fail(ERROR_INVALID_WINDOW_HANDLE);
  return lock_window(window);
}
